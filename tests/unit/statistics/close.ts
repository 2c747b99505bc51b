import { expect } from 'vitest';
import type { Interval, Undefined } from '../../../src/lib/statistics/value';

/** Within 1e-6, of the number itself where it is larger than 1. */
export function expectClose(actual: number | null, wanted: number, name = '', tolerance = 1e-6): void {
  expect(actual, name).not.toBeNull();
  expect(Math.abs((actual ?? NaN) - wanted), `${name}: ${actual}, R ${wanted}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(wanted)),
  );
}

/** A p-value within 1e-6 of itself too: a wrong 1e-9 is not right for being small. */
export function expectP(actual: number, wanted: number, name = ''): void {
  expectClose(actual, wanted, name);
  if (wanted > 1e-12)
    expect(Math.abs(actual / wanted - 1), `${name}: ${actual}, R ${wanted}`).toBeLessThan(1e-6);
}

export function expectInterval(
  actual: Interval | Undefined,
  wanted: readonly [number, number],
  name = '',
  tolerance = 1e-6,
): void {
  if (actual.kind !== 'interval') return expect.fail(`${name}: ${actual.reason}`);
  expectClose(actual.low, wanted[0], `${name} low`, tolerance);
  expectClose(actual.high, wanted[1], `${name} high`, tolerance);
}
