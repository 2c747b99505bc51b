import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import { momentsOf } from './moments';
import { rootBetween } from './root';
import { interval, tooFew, undefinedFor, type Interval, type TooFew, type Undefined } from './value';

/** After − before in points. */
export interface MeanChange {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly interval: Interval<'t'> | Undefined;
}

export interface PairedT {
  readonly kind: 'paired-t';
  /** Of after − before, so + is a rise, whichever way is better. */
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Mean change and its 95 % interval, mean ± t(0.975; n − 1)·SD/√n. `size` is the largest score, so that a change
 * that is the same for all is seen as such (and has no interval, as it has no SD to make one from).
 */
export function meanChange(changes: readonly number[], size: number): MeanChange {
  const { mean, sd } = momentsOf(changes, size);
  if (mean === null) return { mean, sd, interval: undefinedFor('no-pairs') };
  if (sd === null) return { mean, sd, interval: undefinedFor('one-pair') };
  if (sd === 0) return { mean, sd, interval: undefinedFor('no-spread') };
  const margin = (t975(changes.length - 1) * sd) / Math.sqrt(changes.length);
  return { mean, sd, interval: interval(mean - margin, mean + margin, 't') };
}

/** Student's t of paired columns, two-sided: M_d / (SD_d/√n) with n − 1 degrees of freedom (R: `t.test(paired = TRUE)`). */
export function pairedT(changes: readonly number[], size: number): PairedT | Undefined | TooFew {
  const { mean, sd } = momentsOf(changes, size);
  const few = tooFew(changes.length);
  if (few) return few;
  if (mean === null || !sd) return undefinedFor('no-spread');
  const df = changes.length - 1;
  const t = mean / (sd / Math.sqrt(changes.length));
  return { kind: 'paired-t', t, df, p: twoSided(t, df) };
}

/** The 97.5th percentile of Student's t for one degree of freedom or more. */
export const t975 = (df: number): number => rootBetween(0, 13, (t) => studentCdf(t, df) - 0.975);

/** The two-sided p of a t. */
export const twoSided = (t: number, df: number): number => Math.min(1, 2 * studentCdf(-Math.abs(t), df));
