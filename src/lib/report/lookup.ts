import type { Cleared } from '../disclosure/cleared';
import { formatNumber, formatPercent, formatSigned } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { InputCell } from '../notebook/cell';
import { isNamed } from '../notebook/cell';
import { templateOf, type Lookup, type LookupFormat } from '../notebook/template';
import type { Column, Value } from '../results/result';
import { chosenWords } from './choice';
import type { ReportParts, ReportWords } from './outcome';
import { cellWords } from './value';

/** The looked-up value in words: the first row of a cleared result, or why there is none. */
export function lookupWords(lookup: Lookup, parts: ReportParts): string {
  const says = sentencesOf(parts.words.language).report;
  const input = inputNamed(parts, lookup.cell);
  if (input) return chosenWords(input, parts.words);
  const outcome = parts.results.get(lookup.cell);
  if (outcome?.kind !== 'result' || !outcome.clearing.ok) return says.notShown;
  return valueWords(outcome.clearing.cleared, lookup, parts.words);
}

/** A title, subtitle or guide with its lookups filled in. */
export function filled(text: string, parts: ReportParts): string {
  return templateOf(text)
    .map((part) => (part.kind === 'text' ? part.text : lookupWords(part, parts)))
    .join('');
}

function inputNamed({ notebook }: ReportParts, name: string): InputCell | undefined {
  return notebook.cells.flatMap((cell) =>
    isNamed(cell) && cell.kind === 'input' && cell.name === name ? [cell] : [],
  )[0];
}

function valueWords(cleared: Cleared, lookup: Lookup, words: ReportWords): string {
  const says = sentencesOf(words.language).report;
  const index = cleared.columns.findIndex((column) => column.name === lookup.column);
  const column = cleared.columns[index];
  if (!column || cleared.rowCount === 0) return says.missingValue;
  if (cleared.withheld[0] !== null && cleared.labels[index] !== true) return says.withheldValue;
  const value = column.values[0] ?? null;
  const isName = column.type === 'text' || column.type === 'code';
  if (value === null && !isName) return says.missingValue;
  return formatted(column, value, lookup.format, words);
}

function formatted(
  column: Column,
  value: Value,
  format: LookupFormat | undefined,
  words: ReportWords,
): string {
  const number = column.type === 'number' || column.type === 'integer' ? Number(value) : NaN;
  if (!Number.isFinite(number)) return cellWords(column, value, words, undefined);
  switch (format) {
    case 'percent':
      return formatPercent(number, words.language);
    case 'signed':
      return formatSigned(number, words.language);
    case undefined:
      return formatNumber(number, words.language);
    default:
      return formatNumber(number, words.language, Number(format));
  }
}
