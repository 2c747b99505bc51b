import type { Cleared } from '../disclosure/cleared';
import { sentencesOf } from '../i18n/sentences';
import type { ChartWords } from './words';

/**
 * The row that sums the others up: the first or the last, where no name is given although all others have one, and with
 * no fewer children than they. Anywhere else an empty name is a missing answer.
 */
export function totalRow(cleared: Cleared): number | undefined {
  const { columns, labels, rowCount } = cleared;
  const names = columns.filter((column, index) => labels[index] && column.values.length > 0);
  if (names.length === 0 || rowCount < 2) return undefined;
  const isUnnamed = (row: number) => names.every((column) => (column.values[row] ?? null) === null);
  const unnamed = [rowCount - 1, 0].filter(isUnnamed);
  if (unnamed.length !== 1 || unnamed[0] === undefined) return undefined;
  const others = names.some((column) =>
    column.values.some((value, row) => value === null && row !== unnamed[0]),
  );
  if (others && names.length === 1) return undefined;
  return holdsAll(cleared, unnamed[0], names.length === 1) ? unnamed[0] : undefined;
}

/**
 * `GROUP BY sex ORDER BY sex` ends with those who have no sex noted, and they are not everybody: a total has at least as
 * many as any other row (a hidden one has fewer than any that is shown), and exactly as many as all together where each row is a group and none is hidden.
 */
function holdsAll({ counts, truncated }: Cleared, row: number, single: boolean): boolean {
  const own = counts[row] ?? null;
  const others = counts.filter((_, index) => index !== row);
  const known = others.filter((count) => count !== null);
  if (known.length === 0) return true;
  if (own === null) return false;
  if (single && !truncated && known.length === others.length)
    return own === known.reduce((sum, count) => sum + count, 0);
  return own >= known.reduce((most, count) => Math.max(most, count), 0);
}

/** No name is "Samlet" only where a row sums the others up. */
export function spokenOver<Words extends ChartWords>(cleared: Cleared, words: Words): Words {
  if (totalRow(cleared) !== undefined) return words;
  const { unanswered } = sentencesOf(words.language).chart;
  const label: Words['label'] = (column, value) => (value === null ? unanswered : words.label(column, value));
  return { ...words, label };
}
