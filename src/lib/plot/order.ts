import type { Cleared } from '../disclosure/cleared';
import type { Chart } from '../notebook/chart';
import type { Column } from '../results/result';
import { arrowOf, sharesOf } from './plan';
import { columnNamed, numberAt } from './rows';
import { totalRow } from './total';

/**
 * The rows as the chart puts them: by what is drawn of them, where it says so. A total stays where it is, and what has
 * no number to go by comes last, as it stood; a withheld row has none, so that its place tells nothing of it.
 */
export function inOrder(chart: Chart, cleared: Cleared): Cleared {
  const size = chart.order && sizeOf(chart, cleared);
  if (!size) return cleared;
  const total = totalRow(cleared);
  const rows = Array.from({ length: cleared.rowCount }, (_, row) => row).filter((row) => row !== total);
  const sizes = new Map(rows.map((row) => [row, size(row)]));
  const way = chart.order === 'rising' ? 1 : -1;
  const sorted = rows.toSorted((one, other) => {
    const [a, b] = [sizes.get(one) ?? null, sizes.get(other) ?? null];
    return a === null || b === null ? Number(a === null) - Number(b === null) : way * (a - b);
  });
  const order = total === undefined ? sorted : total === 0 ? [total, ...sorted] : [...sorted, total];
  const put = <T>(values: readonly T[]) => order.map((row) => values[row] as T);
  return {
    ...cleared,
    columns: cleared.columns.map((column) => ({ ...column, values: put(column.values) })),
    withheld: put(cleared.withheld),
    counts: put(cleared.counts),
  };
}

type SizeOf = (row: number) => number | null;

/** What a row is put in order by; nothing where the rows run along an axis of their own, as over time. */
function sizeOf(chart: Chart, cleared: Cleared): SizeOf | undefined {
  const arrow = arrowOf(chart);
  if (arrow) return numbersIn(columnNamed(cleared, arrow.x2));
  const shares = sharesOf(chart);
  if (shares) {
    const all = [shares.down, shares.same, shares.up].map((name) => numbersIn(columnNamed(cleared, name)));
    return (row) => shareOf(all.map((number) => number?.(row) ?? null));
  }
  const channels = chart.marks.flatMap((mark) => {
    if ('line' in mark || 'areaY' in mark) return [];
    if ('barX' in mark) return [mark.barX.x];
    if ('barY' in mark) return [mark.barY.y];
    if ('dot' in mark) return [mark.dot.x, mark.dot.y];
    if ('tickX' in mark) return [mark.tickX.x];
    return 'text' in mark ? [mark.text.x, mark.text.y] : [];
  });
  if (chart.marks.some((mark) => 'line' in mark || 'areaY' in mark)) return undefined;
  const columns = channels.map((name) => (typeof name === 'string' ? columnNamed(cleared, name) : undefined));
  return numbersIn(columns.find((column) => column?.type === 'number' || column?.type === 'integer'));
}

function numbersIn(column: Column | undefined): SizeOf | undefined {
  return column && ((row) => numberAt(column, row));
}

/** Of three numbers that make a whole, how much of it the last is. */
function shareOf([down = null, same = null, up = null]: readonly (number | null)[]): number | null {
  return down === null || same === null || up === null ? null : up / (down + same + up || 1);
}
