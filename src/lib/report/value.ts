import { formatDate, formatNumber, formatPercent, formatSigned } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Column, Value } from '../results/result';
import { roleOf } from '../results/role';
import type { ReportWords } from './outcome';

/** A value as a table writes it; `decimals` at the most, two unless told. */
export function cellWords(
  column: Column,
  value: Value,
  words: ReportWords,
  decimals: number | undefined,
): string {
  if (column.type === 'text' || column.type === 'code') return words.label(column, value);
  if (value === null) return '';
  const says = sentencesOf(words.language).report;
  if (typeof value === 'boolean') return value ? says.yes : says.no;
  if (column.type === 'date' && typeof value === 'string') return formatDate(value, words.language);
  const number = column.type === 'number' || column.type === 'integer' ? Number(value) : NaN;
  if (!Number.isFinite(number)) return words.label(column, value);
  switch (roleOf(column)) {
    case 'share':
      return formatPercent(number, words.language);
    case 'difference':
      return formatSigned(number, words.language, decimals);
    case 'plain':
      return formatNumber(number, words.language, decimals);
  }
}
