import { rounding, sizeOf } from './moments';

/** Which way is better. */
export type Better = 'higher' | 'lower';

export interface Pairs {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** After − before, in points; what is only rounding is 0. */
  readonly changes: readonly number[];
  /** The largest absolute score: what rounding is measured by. */
  readonly size: number;
  /** Rows left out because a side was missing. */
  readonly incomplete: number;
}

/** The rows that have both sides, as numbers that are finite. */
export function pairsOf(before: readonly (number | null)[], after: readonly (number | null)[]): Pairs {
  const rows = Math.max(before.length, after.length);
  const kept: { before: number; after: number }[] = [];
  for (let i = 0; i < rows; i++) {
    const [one, other] = [before[i], after[i]];
    if (isNumber(one) && isNumber(other)) kept.push({ before: one, after: other });
  }
  const size = Math.max(sizeOf(kept.map((pair) => pair.before)), sizeOf(kept.map((pair) => pair.after)));
  return {
    before: kept.map((pair) => pair.before),
    after: kept.map((pair) => pair.after),
    changes: kept.map((pair) => withoutRounding(pair.after - pair.before, size)),
    size,
    incomplete: rows - kept.length,
  };
}

/** 1 where a rise is better, −1 where a fall is. */
export const signOf = (better: Better): 1 | -1 => (better === 'higher' ? 1 : -1);

const isNumber = (value: number | null | undefined): value is number => Number.isFinite(value);

const withoutRounding = (change: number, size: number): number =>
  Math.abs(change) <= rounding * size ? 0 : change;
