import { attributeOf, type NamedCell } from '../notebook/cell';
import type { Column, Result } from '../results/result';
import { roleOf } from '../results/role';
import { shareOf } from '../statistics/shares';

/**
 * A SQL cell says with `interval=known` which column counts the children its shares are of: each share then gets its 95 %
 * interval (Wilson) as `share_low` and `share_high`. A share `pool_share` is of `pool_known` where there is such a column.
 */
export function withIntervals(cell: NamedCell, result: Result): Result {
  const base = cell.kind === 'sql' ? attributeOf(cell, 'interval') : undefined;
  if (base === undefined) return result;
  const byName = new Map(result.columns.map((column) => [column.name, column]));
  const named = (name: string) => byName.get(name);
  const columns = result.columns.flatMap((column): Column[] => {
    const of = named(`${column.name.replace(/_share$/, '')}_known`) ?? named(base);
    const isEnd = /_(low|high)$/.test(column.name);
    const computed = named(`${column.name}_low`) ?? named(`${column.name}_high`);
    if (roleOf(column) !== 'share' || !of || isEnd || computed) return [column];
    const ends = column.values.map((share, row) => endsOf(share, of.values[row]));
    const end = (name: 'low' | 'high'): Column => ({
      name: `${column.name}_${name}`,
      type: 'number',
      values: ends.map((each) => each?.[name] ?? null),
    });
    return [column, end('low'), end('high')];
  });
  return { ...result, columns };
}

/** Nothing for a share that is not of these children: so many of them are no whole number. */
function endsOf(share: unknown, n: unknown): { readonly low: number; readonly high: number } | undefined {
  if (typeof share !== 'number' || typeof n !== 'number' || n <= 0) return undefined;
  const count = Math.round(share * n);
  if (Math.abs(count - share * n) > 1e-6) return undefined;
  const { interval } = shareOf(count, n);
  return interval.kind === 'interval' ? interval : undefined;
}
