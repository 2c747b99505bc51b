import { expect, test } from 'vitest';
import { hedgesJ } from '../../../src/lib/statistics/effects';
import { noncentralT, noncentralities } from '../../../src/lib/statistics/noncentral-t';
import { t975 } from '../../../src/lib/statistics/student';
import { expectClose } from './close';
import { expected } from './expected';

test('the noncentral t is that of R', () => {
  expect(expected.noncentral_t.length).toBeGreaterThan(300);
  for (const { t, df, delta, p } of expected.noncentral_t)
    expectClose(noncentralT(t, df, delta), p, `t ${t}, df ${df}, delta ${delta}`, 1e-9);
});

test('the noncentral t also holds where R leaves its series', () => {
  // With very many degrees of freedom it is the normal distribution about delta.
  expectClose(noncentralT(101.96, 1e8, 100), 0.975, 'normal', 1e-4);
  // t is at neither end of the interval of its own noncentrality.
  for (const [t, df] of [
    [45, 1],
    [300, 5],
    [1e5, 30],
    [60, 5000],
    [-60, 5000],
    [1e9, 2],
  ] as const) {
    const { low, high } = noncentralities(t, df);
    expect(low).toBeLessThan(t);
    expect(high).toBeGreaterThan(t);
    expectClose(noncentralT(t, df, low), 0.975, `${t}, ${df}`, 1e-9);
    expectClose(noncentralT(t, df, high), 0.025, `${t}, ${df}`, 1e-9);
  }
});

test("the percentiles of Student's t are those of R", () => {
  for (const { df, t } of expected.student) expectClose(t975(df), t, `df ${df}`, 1e-9);
});

test("Hedges' J is exact, and near 1 − 3/(4m − 1)", () => {
  for (const { m, J } of expected.J) expectClose(hedgesJ(m), J, `m ${m}`, 1e-12);
  expect(hedgesJ(19)).toBeCloseTo(1 - 3 / (4 * 19 - 1), 3);
});
