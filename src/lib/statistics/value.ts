/** A 95 % interval and the method that made it. */
export interface Interval<Method extends string = string> {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
  readonly method: Method;
}

/** A number that exists. Its interval may still not. */
export interface Estimate<Method extends string = string> {
  readonly kind: 'estimate';
  readonly value: number;
  readonly interval: Interval<Method> | Undefined;
}

/**
 * Why there is no number:
 * - `no-pairs`: nothing to count;
 * - `one-pair`: one says nothing of spread (an effect needs two);
 * - `two-pairs`: the small-sample correction needs three;
 * - `no-spread`: everything is equal, so what would be divided by is 0;
 * - `no-change`: no difference is other than 0 (or no pair is discordant), so there is nothing to rank or count.
 */
export type Reason = 'no-pairs' | 'one-pair' | 'two-pairs' | 'no-spread' | 'no-change';

export interface Undefined {
  readonly kind: 'undefined';
  readonly reason: Reason;
}

/** Fewer than a test is given for; `n` is that of the smallest group it would have used. */
export interface TooFew {
  readonly kind: 'too-few';
  readonly n: number;
  readonly needed: number;
}

/** The fewest pairs a test is given for: with five the smallest two-sided exact p is 0.0625, with six 0.03125. */
export const fewestPairs = 6;

export const undefinedFor = (reason: Reason): Undefined => ({ kind: 'undefined', reason });

/** That `n` is too few for a test, or null when it is enough. */
export const tooFew = (n: number): TooFew | null =>
  n < fewestPairs ? { kind: 'too-few', n, needed: fewestPairs } : null;

export const interval = <Method extends string>(
  low: number,
  high: number,
  method: Method,
): Interval<Method> => ({
  kind: 'interval',
  low,
  high,
  method,
});

export const estimate = <Method extends string>(
  value: number,
  around: Interval<Method> | Undefined,
): Estimate<Method> => ({ kind: 'estimate', value, interval: around });
