import type { Cleared } from '../../disclosure/cleared';
import { cutShort, formatDate, formatFixed, formatPercent } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import { sentencesOf, type Sentences } from '../../i18n/sentences';
import type { Column, Value } from '../../results/result';
import { roleOf, type Role } from '../../results/role';
import type { DataWords } from '../../workbench/labels';
import { totalRow } from '../../plot/total';
import { arrange } from './arrange';

type Words = Sentences['screen']['table'];

/** How a column is written: as many decimals in every row, and as what its name says it is. */
export interface Writing {
  readonly decimals: number;
  readonly role: Role;
}

export function writingOf(column: Column, most = 2): Writing {
  const sample = column.type === 'number' ? column.values.slice(0, 500) : [];
  const needed = sample.reduce<number>((sofar, value) => Math.max(sofar, decimalsOf(value)), 0);
  return { decimals: Math.min(needed, most), role: roleOf(column) };
}

function decimalsOf(value: Value): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return [0, 1].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 0.005) ?? 2;
}

/** A number in a column, where all rows have the same decimals. */
export function writeNumber(value: number, language: Language, { decimals, role }: Writing): string {
  if (role === 'share') return formatPercent(value, language);
  return formatFixed(value, language, decimals, role === 'difference');
}

/** Writes any place of a table by column and row: on the screen and for the clipboard alike. */
export function tableWriter(
  cleared: Cleared,
  data: DataWords,
  decimals?: number,
): (index: number, row: number) => string {
  const words = sentencesOf(data.language).screen.table;
  const writings = cleared.columns.map((column) => writingOf(column, decimals));
  const total = totalRow(cleared);
  const [first] = arrange(cleared);
  return (index, row) => {
    const column = cleared.columns[index];
    const writing = writings[index];
    if (!column || !writing) return '';
    if (cleared.obscured[index]?.has(row)) return words.hidden;
    const value: Value = column.values[row] ?? null;
    if (value === null && row === total && cleared.labels[index]) return index === first ? words.total : '';
    return writeValue(column, value, data, words, writing);
  };
}

function writeValue(
  column: Column,
  value: Value,
  { language, label }: DataWords,
  words: Words,
  writing: Writing,
): string {
  if (value === null) return words.missing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return writeNumber(value, language, writing);
  switch (column.type) {
    case 'code':
    case 'text':
      return cutShort(label(column, value));
    case 'date':
      return formatDate(value, language);
    default:
      return cutShort(value);
  }
}
