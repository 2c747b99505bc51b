import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { tooFew, undefinedFor, type TooFew, type Undefined } from './value';

/** Whether each was in the state before and after, row for row; a row with a null is left out. */
export interface States {
  readonly before: readonly (boolean | null)[];
  readonly after: readonly (boolean | null)[];
}

/** McNemar's test of two states, two-sided. */
export interface McNemar {
  readonly kind: 'mcnemar';
  readonly method: 'exact' | 'chi-square';
  /** Rows with both states. */
  readonly n: number;
  /** Not in the state before, but after. */
  readonly gained: number;
  /** In the state before, but not after. */
  readonly lost: number;
  /** Chi-square with 1 degree of freedom; null for the exact test. */
  readonly statistic: number | null;
  readonly p: number;
}

/** With fewer that changed state than this the test is exact. */
const fewestForChiSquare = 25;

/**
 * McNemar (1947). Exact (the binomial distribution at a half, R: `binom.test(gained, gained + lost)`) with under 25 that
 * changed state, else chi-square with continuity correction (R: `mcnemar.test`). Undefined when none changed state.
 */
export function mcnemar({ before, after }: States): McNemar | Undefined | TooFew {
  const rows = before
    .map((was, i) => ({ was, is: after[i] ?? null }))
    .filter(({ was, is }) => was !== null && is !== null);
  const n = rows.length;
  const few = tooFew(n);
  if (few) return few;
  const gained = rows.filter(({ was, is }) => !was && is).length;
  const lost = rows.filter(({ was, is }) => was && !is).length;
  const changed = gained + lost;
  if (changed === 0) return undefinedFor('no-change');
  const counts = { kind: 'mcnemar', n, gained, lost } as const;
  if (changed < fewestForChiSquare) {
    const p = Math.min(1, 2 * binomialCdf(Math.min(gained, lost), changed, 0.5));
    return { ...counts, method: 'exact', statistic: null, p };
  }
  const apart = Math.abs(gained - lost);
  const statistic = Math.max(0, apart - 1) ** 2 / changed;
  return { ...counts, method: 'chi-square', statistic, p: 2 * normalCdf(-Math.sqrt(statistic), 0, 1) };
}
