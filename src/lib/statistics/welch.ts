import { momentsOf } from './moments';
import { t975, twoSided } from './student';
import type { Pairs } from './pairs';
import { interval, tooFew, undefinedFor, type Interval, type TooFew, type Undefined } from './value';

/** One group's mean change minus another's, in points. The interval needs two pairs in each; the test six. */
export interface ChangeDifference {
  readonly kind: 'change-difference';
  readonly difference: number;
  readonly interval: Interval<'welch'> | Undefined;
  readonly test: Welch | Undefined | TooFew;
}

export interface Welch {
  readonly kind: 'welch';
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

type Changes = Pick<Pairs, 'changes' | 'size'>;

/**
 * Welch's t of two groups' changes with the degrees of freedom of Satterthwaite (Welch 1947; R: `t.test(x, y)`),
 * `group` minus `against`. Undefined when a group is empty.
 */
export function changeDifference(group: Changes, against: Changes): ChangeDifference | Undefined {
  const [one, other] = [squaredErrorOf(group), squaredErrorOf(against)];
  if (one.mean === null || other.mean === null) return undefinedFor('no-pairs');
  const difference = one.mean - other.mean;
  const of = (around: ChangeDifference['interval'], test: ChangeDifference['test']): ChangeDifference => ({
    kind: 'change-difference',
    difference,
    interval: around,
    test,
  });
  const few = tooFew(Math.min(one.n, other.n));
  if (one.error === null || other.error === null)
    return of(undefinedFor('one-pair'), few ?? undefinedFor('one-pair'));
  const error = one.error + other.error;
  if (error === 0) return of(undefinedFor('no-spread'), few ?? undefinedFor('no-spread'));
  const df = error ** 2 / (one.error ** 2 / (one.n - 1) + other.error ** 2 / (other.n - 1));
  const t = difference / Math.sqrt(error);
  const margin = t975(df) * Math.sqrt(error);
  return of(
    interval(difference - margin, difference + margin, 'welch'),
    few ?? { kind: 'welch', t, df, p: twoSided(t, df) },
  );
}

function squaredErrorOf({ changes, size }: Changes) {
  const { mean, sd } = momentsOf(changes, size);
  return { n: changes.length, mean, error: sd === null ? null : sd ** 2 / changes.length };
}
