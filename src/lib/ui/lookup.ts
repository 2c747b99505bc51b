import type { Clearing } from '../disclosure/cleared';
import { formatNumber, formatPercent, formatSigned } from '../i18n/format';
import type { Language } from '../i18n/language';
import type { CellName } from '../notebook/cell';
import { lookupSource, templateOf, type Lookup } from '../notebook/template';
import type { Column, Value } from '../results/result';
import { labelOf } from '../workbench/labels';

export type LookedUp =
  | { readonly kind: 'value'; readonly text: string; readonly count: number | null }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'missing' };

/** The value in the first row of a cell, as it is written in a sentence. */
export function lookUp(lookup: Lookup, clearing: Clearing | undefined, language: Language): LookedUp {
  if (!clearing) return { kind: 'missing' };
  if (!clearing.ok) return { kind: 'withheld' };
  const { columns, withheld, counts, rowCount } = clearing.cleared;
  const column = columns.find((each) => each.name === lookup.column);
  const value = column?.values[0];
  if (!column || rowCount === 0 || value === undefined) return { kind: 'missing' };
  if (withheld[0]) return { kind: 'withheld' };
  if (value === null) return { kind: 'missing' };
  return { kind: 'value', text: writeLookup(lookup, column, value, language), count: counts[0] ?? null };
}

function writeLookup(
  lookup: Lookup,
  column: Column,
  value: Exclude<Value, null>,
  language: Language,
): string {
  if (typeof value === 'string') return labelOf(column, value, language);
  if (typeof value === 'boolean') return String(value);
  switch (lookup.format) {
    case 'percent':
      return formatPercent(value, language);
    case 'signed':
      return formatSigned(value, language);
    case '0':
    case '1':
    case '2':
      return formatFixed(value, language, Number(lookup.format));
    default:
      return formatNumber(value, language);
  }
}

function formatFixed(value: number, language: Language, digits: number): string {
  return formatNumber(Number(value.toFixed(digits)), language, digits);
}

/** A chart's title or guide with its numbers in place. */
export function fillIn(
  text: string,
  clearingOf: (name: CellName) => Clearing | undefined,
  language: Language,
): string {
  return templateOf(text)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const found = lookUp(part, clearingOf(part.cell), language);
      return found.kind === 'value' ? found.text : found.kind === 'withheld' ? '–' : lookupSource(part);
    })
    .join('');
}
