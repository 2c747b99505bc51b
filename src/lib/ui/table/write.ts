import { formatDate, formatPercent } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Sentences } from '../../i18n/sentences';
import type { Column, Value } from '../../results/result';
import { roleOf, type Role } from '../../results/role';

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

const locales: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

/** A number in a column, where all rows have the same decimals. */
export function writeNumber(value: number, language: Language, { decimals, role }: Writing): string {
  if (role === 'share') return formatPercent(value, language);
  const written = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: role === 'difference' ? 'exceptZero' : 'negative',
  }).format(value);
  return written.replace(/^-/, '−');
}

/** One value as a person reads it. `label` gives the words of a code. */
export function writeValue(
  column: Column,
  value: Value,
  language: Language,
  words: Words,
  writing: Writing,
  label: (column: Column, code: string) => string,
): string {
  if (value === null) return words.missing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return writeNumber(value, language, writing);
  switch (column.type) {
    case 'code':
    case 'text':
      return label(column, value);
    case 'date':
      return formatDate(value, language);
    default:
      return value;
  }
}
