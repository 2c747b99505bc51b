import type { CellName } from '../notebook/cell';
import type { Column, Result, Value } from '../results/result';
import { quoteName, quoteText } from '../sql/quote';
import type { Segment } from './compile';
import { readQuery } from './references';

/**
 * A result that SQL did not make, as a part of the cells that read it: a SELECT from VALUES, each column with its type,
 * codes in their own order, numbers to the last digit.
 */
export function stageSegment(name: CellName, result: Result): Segment {
  const text = valuesOf(result);
  return {
    name,
    query: readsNothing,
    text,
    lineCount: text.split('\n').length,
    substitutions: [],
    identity: JSON.stringify([name, text, []]),
  };
}

const readsNothing = readQuery('');

const texts = new WeakMap<Result, string>();

export function valuesOf(result: Result): string {
  const text = texts.get(result) ?? writeValues(result);
  texts.set(result, text);
  return text;
}

function writeValues({ columns, rowCount }: Result): string {
  const names = columns.map((_, at) => `c${at}`);
  const selected = columns.map((column, at) => `c${at}::${typeOf(column)} AS ${quoteName(column.name)}`);
  const rows = Array.from({ length: Math.max(1, rowCount) }, (_, row) => {
    const values = columns.map((column) => literalOf(column, column.values[row] ?? null));
    return `  (${values.join(', ')})`;
  });
  return [
    `SELECT ${selected.join(', ')}`,
    'FROM (VALUES',
    rows.join(',\n'),
    `) AS given(${names.join(', ')})${rowCount === 0 ? '\nWHERE FALSE' : ''}`,
  ].join('\n');
}

function typeOf({ type, codes = [] }: Column): string {
  switch (type) {
    case 'number':
      return 'DOUBLE';
    case 'integer':
      return 'BIGINT';
    case 'code':
      return codes.length === 0 ? 'VARCHAR' : `ENUM(${codes.map(quoteText).join(', ')})`;
    case 'boolean':
      return 'BOOLEAN';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'text':
    case 'other':
      return 'VARCHAR';
  }
}

/** With an exponent a number is read as a DOUBLE at once; without, as a DECIMAL that may lose its last digit. */
function literalOf(column: Column, value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return quoteText(value);
  if (!Number.isFinite(value)) return 'NULL';
  const written = column.type === 'integer' ? String(value) : value.toExponential();
  return written.startsWith('-') ? `(${written})` : written;
}
