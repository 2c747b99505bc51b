import type { Clearing } from '../disclosure/cleared';
import { formatNumber, formatPercent, formatSigned } from '../i18n/format';
import type { Language } from '../i18n/language';
import { isNamed, type CellName, type InputCell } from '../notebook/cell';
import { lookupSource, templateOf, type Lookup } from '../notebook/template';
import { chosenWords } from '../report/choice';
import type { Column, Value } from '../results/result';
import type { DataWords } from '../workbench/labels';
import type { Workbench } from './workbench-surface';

export type LookedUp =
  | { readonly kind: 'value'; readonly text: string; readonly count: number | null }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'missing' };

/** What a sentence needs of the workbench. */
type Read = Pick<Workbench, 'session' | 'dataWords' | 'optionsOf'>;
type ClearingOf = (name: CellName) => Clearing | undefined;

/** The value in the first row of a cell, or what is chosen in an input, as it is written in a sentence. */
export function lookUp(lookup: Lookup, workbench: Read, clearingOf: ClearingOf): LookedUp {
  const input = workbench.session.notebook.cells.find(
    (cell): cell is InputCell => isNamed(cell) && cell.kind === 'input' && cell.name === lookup.cell,
  );
  if (input) return { kind: 'value', text: writeChoice(input, workbench), count: null };
  return lookUpResult(lookup, clearingOf(lookup.cell), workbench.dataWords);
}

function writeChoice(input: InputCell, workbench: Read): string {
  return chosenWords(input, {
    ...workbench.dataWords,
    choice: (name, code) => workbench.optionsOf(name).find((option) => option.value === code)?.label ?? code,
  });
}

function lookUpResult(lookup: Lookup, clearing: Clearing | undefined, words: DataWords): LookedUp {
  if (!clearing) return { kind: 'missing' };
  if (!clearing.ok) return { kind: 'withheld' };
  const { columns, withheld, counts, rowCount } = clearing.cleared;
  const column = columns.find((each) => each.name === lookup.column);
  const value = column?.values[0];
  if (!column || rowCount === 0 || value === undefined) return { kind: 'missing' };
  if (withheld[0]) return { kind: 'withheld' };
  if (value === null) return { kind: 'missing' };
  return { kind: 'value', text: writeLookup(lookup, column, value, words), count: counts[0] ?? null };
}

function writeLookup(
  lookup: Lookup,
  column: Column,
  value: Exclude<Value, null>,
  { language, label }: DataWords,
): string {
  if (typeof value === 'string') return label(column, value);
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
export function fillIn(text: string, workbench: Read, clearingOf: ClearingOf): string {
  return templateOf(text)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const found = lookUp(part, workbench, clearingOf);
      return found.kind === 'value' ? found.text : found.kind === 'withheld' ? '–' : lookupSource(part);
    })
    .join('');
}
