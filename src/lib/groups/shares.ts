import { countOf } from '../disclosure/count';
import type { Result, Value } from '../results/result';
import { roleOf } from '../results/role';
import type { Measure } from './measures';

/** The shares of which a cell says with `interval=n` whom they are of: where so many of them are whole numbers, it is so. */
export function sharesIn(
  { columns }: Result,
  base: string | undefined,
  measures: ReadonlyMap<string, Measure>,
): readonly (readonly [string, Measure])[] {
  const of = base?.toLowerCase() ?? '';
  const counts = columns.find(({ name }) => name.toLowerCase() === of);
  if (!counts || measures.get(of)?.kind !== 'sum') return [];
  const isWhole = (share: Value, row: number) => {
    const part = (countOf(share) ?? 0) * (countOf(counts.values[row]) ?? NaN);
    return share === null || Math.abs(part - Math.round(part)) < 1e-6;
  };
  return columns.flatMap((column) => {
    const isShare = roleOf(column) === 'share' && !/_(low|high)$/.test(column.name);
    const measure: Measure = { kind: 'mean', of };
    return isShare && column.values.every(isWhole) ? [[column.name.toLowerCase(), measure] as const] : [];
  });
}
