import hypergeometric from '@stdlib/stats-base-dists-hypergeometric-pmf';
import type { Share } from './shares';
import { tooFew, type TooFew } from './value';

/** Fisher's exact test of two shares, two-sided. */
export interface Fisher {
  readonly kind: 'fisher';
  readonly p: number;
}

/** Tables as likely as the one seen may come out a rounding more likely; R allows the same. */
const asLikely = 1 + 1e-7;

/**
 * Fisher (1935): the chance, with the margins given, of a table no likelier than the one seen (R: `fisher.test`).
 * Too few when one of the two shares is of under six.
 */
export function fisher(one: Share, other: Share): Fisher | TooFew {
  const few = tooFew(Math.min(one.n, other.n));
  if (few) return few;
  const [all, counted] = [one.n + other.n, one.count + other.count];
  const chanceOf = (count: number) => hypergeometric(count, all, counted, one.n);
  const most = chanceOf(one.count) * asLikely;
  let p = 0;
  for (let count = Math.max(0, counted - other.n); count <= Math.min(one.n, counted); count++) {
    const chance = chanceOf(count);
    if (chance <= most) p += chance;
  }
  return { kind: 'fisher', p: Math.min(1, p) };
}
