import type { Cleared } from '../disclosure/cleared';
import { formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Chart } from '../notebook/chart';
import { columnNamed, numberAt } from './rows';
import type { ChartWords } from './words';

/** The column that counts the children of a row. */
export function countName(cleared: Cleared): string {
  return cleared.columns.find((column) => /^(n|antal)$/i.test(column.name))?.name ?? 'n';
}

/**
 * Of how many children the points of some rows are, "n = 468", or "n = 35–106" where it varies: what the result says in
 * `known`, else in its count. Undefined where it says neither, and where the chart draws that very count.
 */
export function baseOf(
  chart: Chart,
  cleared: Cleared,
  words: ChartWords,
  among: (row: number) => boolean = () => true,
): string | undefined {
  const column = columnNamed(cleared, 'known') ?? columnNamed(cleared, countName(cleared));
  if (!column || isDrawn(chart, column.name)) return undefined;
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < cleared.rowCount; row++) {
    const count = cleared.withheld[row] === null && among(row) ? numberAt(column, row) : null;
    if (count === null) continue;
    [least, most] = [Math.min(least, count), Math.max(most, count)];
  }
  if (least > most) return undefined;
  const n = [...new Set([least, most])].map((end) => formatNumber(end, words.language, 0)).join('–');
  return sentencesOf(words.language).chart.count(n);
}

function isDrawn(chart: Chart, name: string): boolean {
  return chart.marks.some((mark) =>
    Object.values(mark).some((options) => Object.values(options).includes(name)),
  );
}
