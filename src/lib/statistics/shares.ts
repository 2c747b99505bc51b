import { interval, undefinedFor, type Interval, type Undefined } from './value';

/** `count` of `n`; the share (0..1) is null and its Wilson interval undefined of nothing. */
export interface Share {
  readonly count: number;
  readonly n: number;
  readonly share: number | null;
  readonly interval: Interval<'wilson'> | Undefined;
}

/** One share minus another, −1..1, with Newcombe's hybrid score interval. */
export interface ShareDifference {
  readonly kind: 'share-difference';
  readonly difference: number;
  readonly interval: Interval<'newcombe'>;
}

const z975 = 1.959963984540054;

/** A share and its score interval without continuity correction (Wilson 1927; R: `prop.test(correct = FALSE)`). */
export function shareOf(count: number, n: number): Share {
  if (n === 0) return { count, n, share: null, interval: undefinedFor('no-pairs') };
  const share = count / n;
  const squared = z975 ** 2 / n;
  const middle = (share + squared / 2) / (1 + squared);
  const margin = (z975 * Math.sqrt((share * (1 - share)) / n + squared / (4 * n))) / (1 + squared);
  const low = count === 0 ? 0 : middle - margin;
  const high = count === n ? 1 : middle + margin;
  return { count, n, share, interval: interval(low, high, 'wilson') };
}

/**
 * `group` minus `against`, two independent shares: method 10 of Newcombe (1998, Statistics in Medicine 17:873), made of
 * their Wilson intervals. Undefined when either is of nothing.
 */
export function shareDifference(group: Share, against: Share): ShareDifference | Undefined {
  const [one, other] = [group.interval, against.interval];
  if (group.share === null || against.share === null || one.kind !== 'interval' || other.kind !== 'interval')
    return undefinedFor('no-pairs');
  const difference = group.share - against.share;
  const down = Math.hypot(group.share - one.low, other.high - against.share);
  const up = Math.hypot(one.high - group.share, against.share - other.low);
  return {
    kind: 'share-difference',
    difference,
    interval: interval(difference - down, difference + up, 'newcombe'),
  };
}
