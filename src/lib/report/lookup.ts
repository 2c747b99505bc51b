import type { Cleared, Clearing } from '../disclosure/cleared';
import { formatNumber, formatPercent, formatSigned } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { InputCell } from '../notebook/cell';
import { isNamed } from '../notebook/cell';
import type { Chart } from '../notebook/chart';
import { templateOf, type Lookup, type LookupFormat } from '../notebook/template';
import { smallUnder } from '../plot/rows';
import type { Column, Value } from '../results/result';
import { chosenWords } from './choice';
import type { ReportParts, ReportWords } from './outcome';
import { cellWords } from './value';

/** What a lookup found. `count`: the children behind the number, where known; null for what a reader has chosen. */
export type LookedUp =
  | { readonly kind: 'value'; readonly text: string; readonly count: number | null }
  /** The first row is a small group. */
  | { readonly kind: 'withheld' }
  /** The result may not be shown at all, or is out of date. */
  | { readonly kind: 'refused' }
  /** No such column, no rows, or nothing in the first. */
  | { readonly kind: 'missing' };

export type LookUp = (lookup: Lookup) => LookedUp;

/** The first row's value of a result, as it is written in a sentence. */
export function lookUpIn(clearing: Clearing, lookup: Lookup, words: ReportWords): LookedUp {
  if (!clearing.ok) return { kind: 'refused' };
  const { cleared } = clearing;
  const index = cleared.columns.findIndex((column) => column.name === lookup.column);
  const column = cleared.columns[index];
  if (cleared.leftOut.includes(lookup.column) || cleared.obscured[index]?.has(0)) return { kind: 'withheld' };
  if (!column || cleared.rowCount === 0) return { kind: 'missing' };
  if (cleared.withheld[0] && cleared.labels[index] !== true) return { kind: 'withheld' };
  const value = column.values[0] ?? null;
  const isName = column.type === 'text' || column.type === 'code';
  if (value === null && !isName) return { kind: 'missing' };
  return { kind: 'value', text: formatted(column, value, lookup.format, words), count: countBehind(cleared) };
}

function countBehind({ counts }: Cleared): number | null {
  return counts[0] ?? null;
}

/** Each lookup of the text in the words of `write`. */
export function fillIn(text: string, lookUp: LookUp, write: (found: LookedUp) => string): string {
  return templateOf(text)
    .map((part) => (part.kind === 'text' ? part.text : write(lookUp(part))))
    .join('');
}

/** Do all numbers of the text stand on enough children? One that has not been computed yet is no reason against it. */
export function isWellFounded(text: string, lookUp: LookUp): boolean {
  return templateOf(text).every((part) => {
    if (part.kind === 'text') return true;
    const found = lookUp(part);
    if (found.kind === 'value') return found.count === null || found.count >= smallUnder;
    return found.kind === 'missing';
  });
}

export interface Caption {
  readonly title?: string;
  readonly subtitle?: string;
}

/** A title that would rest on a hidden row or on a small group gives its place to the measure under it. */
export function captionOf(
  { title, subtitle }: { readonly title?: string | undefined; readonly subtitle?: string | undefined },
  lookUp: LookUp,
  write: (found: LookedUp) => string,
): Caption {
  const fill = (text: string) => fillIn(text, lookUp, write);
  const measure = subtitle === undefined ? undefined : fill(subtitle);
  if (title !== undefined && isWellFounded(title, lookUp))
    return { title: fill(title), ...(measure !== undefined && { subtitle: measure }) };
  return measure === undefined ? {} : { title: measure };
}

/** A chart with its lookups in words. */
export function chartInWords(
  { title, subtitle, guide, source, ...chart }: Chart,
  lookUp: LookUp,
  write: (found: LookedUp) => string,
): Chart {
  return {
    ...chart,
    ...captionOf({ title, subtitle }, lookUp, write),
    ...(guide !== undefined && { guide: fillIn(guide, lookUp, write) }),
    ...(source !== undefined && { source: fillIn(source, lookUp, write) }),
  };
}

/** What a lookup finds in the report's results. */
export function lookUpOf(parts: ReportParts): LookUp {
  return (lookup) => {
    const input = inputNamed(parts, lookup.cell);
    if (input) return { kind: 'value', text: chosenWords(input, parts.words), count: null };
    const outcome = parts.results.get(lookup.cell);
    return outcome?.kind === 'result' ? lookUpIn(outcome.clearing, lookup, parts.words) : { kind: 'refused' };
  };
}

/** A text of the report with its lookups in words. */
export function filledIn(text: string, parts: ReportParts): string {
  return fillIn(text, lookUpOf(parts), (found) => foundWords(found, parts.words));
}

/** What was found in words, or why there is none. */
export function foundWords(found: LookedUp, { language }: ReportWords): string {
  const says = sentencesOf(language).report;
  switch (found.kind) {
    case 'value':
      return found.text;
    case 'withheld':
      return says.withheldValue;
    case 'refused':
      return says.notShown;
    case 'missing':
      return says.missingValue;
  }
}

function inputNamed({ notebook }: ReportParts, name: string): InputCell | undefined {
  return notebook.cells.flatMap((cell) =>
    isNamed(cell) && cell.kind === 'input' && cell.name === name ? [cell] : [],
  )[0];
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
