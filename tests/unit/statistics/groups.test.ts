import { describe, expect, test } from 'vitest';
import { groupEffect } from '../../../src/lib/statistics/effects';
import { fisher } from '../../../src/lib/statistics/fisher';
import { mcnemar } from '../../../src/lib/statistics/mcnemar';
import { sizeOf } from '../../../src/lib/statistics/moments';
import { shareDifference, shareOf } from '../../../src/lib/statistics/shares';
import { changeDifference } from '../../../src/lib/statistics/welch';
import { expectClose, expectInterval, expectP } from './close';
import { expected } from './expected';

const changesOf = (changes: readonly number[]) => ({ changes, size: sizeOf(changes) });

test.each(expected.shares)('$count of $n has the interval of prop.test', ({ count, n, interval }) => {
  const share = shareOf(count, n);
  expectClose(share.share, count / n);
  expectInterval(share.interval, interval);
});

describe.each(expected.share_pairs)('shares $counts', ({ counts: [x1, n1, x2, n2], interval, fisher: p }) => {
  const [one, other] = [shareOf(x1, n1), shareOf(x2, n2)];

  test('differ with the interval of method 10', () => {
    const difference = shareDifference(one, other);
    if (difference.kind === 'undefined') return expect.fail(difference.reason);
    expectClose(difference.difference, x1 / n1 - x2 / n2);
    expectInterval(difference.interval, interval);
  });

  test('have the p of fisher.test', () => {
    const test = fisher(one, other);
    if (test.kind === 'too-few') return expect.fail(`${test.n}`);
    expectP(test.p, p);
  });
});

test('method 10 gives the examples of Newcombe (1998), table II', () => {
  const low = ([x1, n1, x2, n2]: readonly [number, number, number, number]) => {
    const found = shareDifference(shareOf(x1, n1), shareOf(x2, n2));
    return found.kind === 'undefined'
      ? []
      : [found.interval.low, found.interval.high].map((x) => x.toFixed(4));
  };
  expect(low([56, 70, 48, 80])).toEqual(['0.0524', '0.3339']);
  expect(low([9, 10, 3, 10])).toEqual(['0.1705', '0.8090']);
  expect(low([10, 10, 0, 10])).toEqual(['0.6075', '1.0000']);
});

test('Fisher of under six is too few', () => {
  expect(fisher(shareOf(2, 5), shareOf(3, 40))).toEqual({ kind: 'too-few', n: 5, needed: 6 });
});

test.each(expected.mcnemar)('McNemar of $counts is that of R', ({ counts, p, statistic }) => {
  const [gained, lost, stayed, never] = counts;
  const rows = [
    ...Array<[boolean, boolean]>(gained).fill([false, true]),
    ...Array<[boolean, boolean]>(lost).fill([true, false]),
    ...Array<[boolean, boolean]>(stayed).fill([true, true]),
    ...Array<[boolean, boolean]>(never).fill([false, false]),
  ];
  const test = mcnemar({
    before: [...rows.map(([was]) => was), null, true],
    after: [...rows.map(([, is]) => is), true, null],
  });
  if (test.kind !== 'mcnemar') return expect.fail(test.kind);
  expect(test).toMatchObject({
    n: rows.length,
    gained,
    lost,
    method: statistic === undefined ? 'exact' : 'chi-square',
  });
  expectP(test.p, p);
  if (statistic === undefined) expect(test.statistic).toBeNull();
  else expectClose(test.statistic, statistic);
});

test('McNemar without a change of state, or of under six, is not tested', () => {
  const same = [true, true, false, false, true, false];
  expect(mcnemar({ before: same, after: same })).toEqual({ kind: 'undefined', reason: 'no-change' });
  expect(mcnemar({ before: same, after: [...same.slice(1), null] })).toEqual({
    kind: 'too-few',
    n: 5,
    needed: 6,
  });
});

describe.each(expected.two_groups)('two groups of changes', (wanted) => {
  const [x, y] = [changesOf(wanted.x), changesOf(wanted.y)];
  const name = `${wanted.x.length} and ${wanted.y.length}`;

  test(`have Welch's interval and test (${name})`, () => {
    const found = changeDifference(x, y);
    if (found.kind === 'undefined') return expect.fail(found.reason);
    expectClose(found.difference, wanted.difference);
    expectInterval(found.interval, wanted.interval);
    const n = Math.min(wanted.x.length, wanted.y.length);
    if (n < 6) return expect(found.test).toEqual({ kind: 'too-few', n, needed: 6 });
    if (found.test.kind !== 'welch') return expect.fail(found.test.kind);
    expectClose(found.test.t, wanted.t);
    expectClose(found.test.df, wanted.df);
    expectP(found.test.p, wanted.p);
  });

  test(`have the d and g of effectsize (${name})`, () => {
    const { d, g } = groupEffect(x, y, 'higher');
    if (d.kind === 'undefined' || g.kind === 'undefined') return expect.fail(d.kind);
    expectClose(d.value, wanted.d);
    expectInterval(d.interval, wanted.d_interval);
    expectClose(g.value, wanted.g);
    expectInterval(g.interval, wanted.effectsize_g, 'effectsize', 1e-4);
  });
});

test('two groups without a change each way, or with one of one, say why there is no number', () => {
  const [same, one, none, two] = [[4, 4, 4, 4, 4, 4], [3], [], [1, 5]].map(changesOf) as [
    ReturnType<typeof changesOf>,
    ReturnType<typeof changesOf>,
    ReturnType<typeof changesOf>,
    ReturnType<typeof changesOf>,
  ];
  const noSpread = { kind: 'undefined', reason: 'no-spread' };
  expect(changeDifference(same, same)).toEqual({
    kind: 'change-difference',
    difference: 0,
    interval: noSpread,
    test: noSpread,
  });
  expect(groupEffect(same, same, 'higher')).toEqual({ d: noSpread, g: noSpread });
  expect(changeDifference(one, two)).toMatchObject({
    difference: 0,
    interval: { reason: 'one-pair' },
    test: { kind: 'too-few' },
  });
  expect(groupEffect(one, two, 'higher').d).toEqual({ kind: 'undefined', reason: 'one-pair' });
  expect(changeDifference(none, two)).toEqual({ kind: 'undefined', reason: 'no-pairs' });
});

test('the group that fell more gained more where lower is better', () => {
  const [fell, stayed] = [changesOf([-9, -6, -12]), changesOf([1, 0, -2])];
  const values = (better: 'higher' | 'lower') => {
    const { d, g } = groupEffect(fell, stayed, better);
    return [d, g].map((effect) => (effect.kind === 'estimate' ? effect.value : NaN));
  };
  expect(values('lower').every((value) => value > 0)).toBe(true);
  expect(values('higher')).toEqual(values('lower').map((value) => -value));
});
