import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { sum } from './moments';
import { tooFew, undefinedFor, type TooFew, type Undefined } from './value';

export type Zeros = 'wilcoxon' | 'pratt';

/** Wilcoxon's signed rank test, two-sided. `v` is the sum of the ranks of the rises, whichever way is better. */
export interface SignedRank {
  readonly kind: 'signed-rank';
  /** Zeros dropped before ranking (Wilcoxon), or ranked with the others and then dropped (Pratt). */
  readonly zeros: Zeros;
  readonly method: 'exact' | 'normal';
  /** Pairs that changed: zeros are out. */
  readonly n: number;
  readonly v: number;
  readonly p: number;
}

interface Ranked {
  readonly change: number;
  /** Twice its mean rank. */
  readonly doubled: number;
}

interface Choice {
  readonly zeros?: Zeros;
  readonly method?: 'exact' | 'normal';
}

/**
 * With more pairs that changed than this the normal distribution is used, as the exact one takes n³ steps. At 200 the two
 * are 0.001 apart at most without ties, 0.002 with twenty to a tie; with all changes of one size 0.06, near p = 1.
 */
const mostExact = 200;

/** Shares of the largest score below which two changes are equal: a tie, not a rounding. */
const tie = 1e-10;

/**
 * Wilcoxon (1945), Pratt (1959). Ties get their mean rank. Up to 200 pairs that changed p is exact, given the ranks
 * that ties left (R: `coin::wilcoxsign_test(distribution = "exact")`; without ties and zeros also `wilcox.test`).
 * Above it is normal with corrections for ties and continuity (R: `wilcox.test(exact = FALSE)`).
 * `size` is the largest score.
 */
export function signedRank(
  changes: readonly number[],
  size: number,
  { zeros = 'wilcoxon', method }: Choice = {},
): SignedRank | Undefined | TooFew {
  const few = tooFew(changes.length);
  if (few) return few;
  const ranked = rank(zeros === 'pratt' ? changes : changes.filter((change) => change !== 0), size * tie);
  const moved = ranked.filter(({ change }) => change !== 0);
  const n = moved.length;
  if (n === 0) return undefinedFor('no-change');
  const ranks = moved.map(({ doubled }) => doubled);
  const rises = sum(moved.filter(({ change }) => change > 0).map(({ doubled }) => doubled));
  const used = method ?? (n <= mostExact ? 'exact' : 'normal');
  const p = used === 'exact' ? exactP(ranks, rises) : normalP(ranks, rises);
  return { kind: 'signed-rank', zeros, method: used, n, v: rises / 2, p };
}

/** Each by its absolute value. Ranks are doubled, so that a mean rank is a whole number too. */
function rank(changes: readonly number[], unit: number): Ranked[] {
  const sorted = changes.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const ranked: Ranked[] = [];
  let from = 0;
  while (from < sorted.length) {
    const least = Math.abs(sorted[from] ?? 0);
    let to = from;
    while (to < sorted.length && Math.abs(sorted[to] ?? 0) - least <= unit) to++;
    for (const change of sorted.slice(from, to)) ranked.push({ change, doubled: from + 1 + to });
    from = to;
  }
  return ranked;
}

/** Every rank is with the rises or not, each as likely: the chance of each sum, one rank at a time. */
function exactP(ranks: readonly number[], rises: number): number {
  const total = sum(ranks);
  const chance = new Float64Array(total + 1);
  chance[0] = 1;
  let reached = 0;
  for (const rank of ranks) {
    reached += rank;
    for (let at = reached; at >= 0; at--)
      chance[at] = ((chance[at] ?? 0) + (at >= rank ? (chance[at - rank] ?? 0) : 0)) / 2;
  }
  const nearer = Math.min(rises, total - rises);
  return Math.min(1, 2 * chance.subarray(0, nearer + 1).reduce((all, each) => all + each, 0));
}

function normalP(ranks: readonly number[], rises: number): number {
  const off = (rises - sum(ranks) / 2) / 2;
  const sd = Math.sqrt(sum(ranks.map((doubled) => (doubled / 2) ** 2)) / 4);
  const z = (Math.abs(off) - (off === 0 ? 0 : 0.5)) / sd;
  return Math.min(1, 2 * normalCdf(-z, 0, 1));
}
