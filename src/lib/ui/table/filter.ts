import type { Cleared } from '../../disclosure/cleared';
import { totalRow } from '../../plot/total';
import type { Column, Value } from '../../results/result';

/** What is written in the filter of a column, by the column's name. */
export type Filters = ReadonlyMap<string, string>;

type Test = (value: Value) => boolean;

/**
 * Which rows are left, in the order given; undefined when nothing is filtered by. A total is of all rows, and goes; of a
 * withheld row nothing is compared but its name.
 */
export function filteredRows(
  cleared: Cleared,
  rows: readonly number[],
  filters: Filters,
  write: (index: number, row: number) => string,
): readonly number[] | undefined {
  const tests = cleared.columns.flatMap((column, index) => {
    const text = filters.get(column.name)?.trim() ?? '';
    return text === '' ? [] : [{ column, index, label: cleared.labels[index], test: testOf(column, text) }];
  });
  if (tests.length === 0) return undefined;
  const total = totalRow(cleared);
  const written = tests.map(() => new Map<Value, boolean>());
  return rows.filter(
    (row) =>
      row !== total &&
      tests.every(({ column, index, label, test }, nth) => {
        if (cleared.withheld[row] && !label) return false;
        const value = column.values[row] ?? null;
        const known = written[nth]?.get(value);
        if (known !== undefined) return known;
        const passes = test?.(value) ?? contains(write(index, row), filters.get(column.name) ?? '');
        written[nth]?.set(value, passes);
        return passes;
      }),
  );
}

/** `> 5`, `<= 2,5`, `= 0`, `2..4`; undefined for words, which are looked for in what is written. */
export function testOf({ type }: Column, text: string): Test | undefined {
  if (text === '–' || text === '-') return (value) => value === null;
  if (type !== 'number' && type !== 'integer') return undefined;
  const [, low, high] = /^(-?[\d.,]+)\s*\.\.\s*(-?[\d.,]+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return between(numberOf(low), numberOf(high));
  const [, sign, against] = /^(<=|>=|<|>|=)\s*(-?[\d.,]+)$/.exec(text) ?? [];
  if (sign === undefined || against === undefined) return undefined;
  return comparing(sign, numberOf(against));
}

function between(low: number, high: number): Test {
  return (value) => typeof value === 'number' && value >= low && value <= high;
}

function comparing(sign: string, against: number): Test {
  const holds: Record<string, (value: number) => boolean> = {
    '<': (value) => value < against,
    '<=': (value) => value <= against,
    '>': (value) => value > against,
    '>=': (value) => value >= against,
    '=': (value) => value === against,
  };
  return (value) => typeof value === 'number' && (holds[sign]?.(value) ?? false);
}

/** With the decimal sign of either language; thousands are written without any. */
function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

function contains(written: string, words: string): boolean {
  return written.toLowerCase().includes(words.trim().toLowerCase());
}
