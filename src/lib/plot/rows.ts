import type { Cleared } from '../disclosure/cleared';
import { floor } from '../disclosure/cleared';
import { formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Column, Value } from '../results/result';
import type { ChartWords } from './words';

/** Under this many children a group is marked as small. */
export const smallUnder = 10;

/** A row of a chart: the group, how many, and whether its numbers may be seen. */
export interface Row {
  readonly index: number;
  readonly group: string;
  /** `n = 85`; absent where the result has no such column or the row is withheld. */
  readonly count: string | undefined;
  /** "lille n", said beside the count. */
  readonly small: string | undefined;
  /** Why the numbers are not here, in words. */
  readonly withheld: string | undefined;
  /** What stands in the place of a number that is not there. */
  readonly absent: string;
}

export function columnNamed(cleared: Cleared, name: string): Column | undefined {
  return cleared.columns.find((column) => column.name === name);
}

/** The number in a cell; whole numbers past 2^53 come as text. */
export function numberAt(column: Column, row: number): number | null {
  const value: Value = column.values[row] ?? null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function rowsOf(
  cleared: Cleared,
  groups: Column,
  countName: string,
  words: ChartWords,
): readonly Row[] {
  const counts = columnNamed(cleared, countName);
  const isLabel = cleared.labels[cleared.columns.indexOf(groups)] === true;
  return cleared.withheld.map((why, index) => {
    const hidden = why !== null;
    const count = counts && !hidden ? numberAt(counts, index) : null;
    return {
      index,
      group: hidden && !isLabel ? '' : words.label(groups, groups.values[index] ?? null),
      count: count === null ? undefined : countWords(count, words),
      small: count === null ? undefined : smallWords(count, words),
      withheld: hidden ? withheldWords(cleared, words) : undefined,
      absent: absentWords(cleared, index, words),
    };
  });
}

function countWords(count: number, words: ChartWords): string {
  return sentencesOf(words.language).chart.count(formatNumber(count, words.language, 0));
}

function smallWords(count: number, words: ChartWords): string | undefined {
  const says = sentencesOf(words.language).chart;
  if (count < floor) return says.underFive;
  return count < smallUnder ? says.smallCount : undefined;
}

/** Not measured, or of so few that it is not told. */
export function absentWords(cleared: Cleared, row: number, words: ChartWords): string {
  const isHidden = cleared.withheld[row] !== null || cleared.obscured.some((rows) => rows.has(row));
  return isHidden ? withheldWords(cleared, words) : sentencesOf(words.language).chart.notMeasured;
}

export function withheldWords(cleared: Cleared, words: ChartWords): string {
  const minimum =
    cleared.policy.kind === 'minimum' && cleared.policy.minimum >= floor ? cleared.policy.minimum : floor;
  return sentencesOf(words.language).chart.withheldSmall(formatNumber(minimum, words.language, 0));
}
