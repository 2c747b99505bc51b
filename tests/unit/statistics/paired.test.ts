import { describe, expect, test } from 'vitest';
import { effectsOf } from '../../../src/lib/statistics/effects';
import { correlationOf, momentsOf } from '../../../src/lib/statistics/moments';
import { pairsOf } from '../../../src/lib/statistics/pairs';
import { signedRank } from '../../../src/lib/statistics/signed-rank';
import { meanChange, pairedT } from '../../../src/lib/statistics/student';
import { fewestPairs } from '../../../src/lib/statistics/value';
import { expectClose, expectInterval, expectP } from './close';
import { expected, type Case } from './expected';

const cases = Object.entries(expected.pairs).map(([name, each]) => ({ name, ...each }));
const pairsIn = ({ before, after }: Case) => pairsOf(before, after);

describe.each(cases)('$name', (wanted) => {
  const pairs = pairsIn(wanted);
  const { changes, size } = pairs;

  test('has the means, SDs and correlation of R', () => {
    const [before, after] = [momentsOf(wanted.before), momentsOf(wanted.after)];
    expect(changes).toHaveLength(wanted.n);
    expectClose(before.mean, wanted.mean_before);
    expectClose(after.mean, wanted.mean_after);
    expectClose(before.sd, wanted.sd_before);
    expectClose(after.sd, wanted.sd_after);
    const r = correlationOf(wanted.before, wanted.after);
    if (wanted.r === undefined) expect(r).toBeNull();
    else expectClose(r, wanted.r);
  });

  test('has its mean change and interval', () => {
    const change = meanChange(changes, size);
    expectClose(change.mean, wanted.mean_change);
    expectClose(change.sd, wanted.sd_change);
    if (wanted.change_interval) expectInterval(change.interval, wanted.change_interval);
    else expect(change.interval).toEqual({ kind: 'undefined', reason: 'no-spread' });
  });

  test('has its effects, with the interval of the noncentral t', () => {
    const { dz, dav, gz, gav } = effectsOf(pairs, 'higher');
    if (wanted.dz === undefined) expect(dz).toEqual({ kind: 'undefined', reason: 'no-spread' });
    else if (dz.kind === 'undefined') expect.fail(dz.reason);
    else {
      expectClose(dz.value, wanted.dz);
      if (wanted.dz_interval) expectInterval(dz.interval, wanted.dz_interval, 'pt()');
      if (wanted.effectsize_dz) expectInterval(dz.interval, wanted.effectsize_dz, 'effectsize', 1e-4);
    }
    if (wanted.dav === undefined || dav.kind === 'undefined')
      expect([wanted.dav, dav.kind]).toEqual([undefined, 'undefined']);
    else {
      expectClose(dav.value, wanted.dav);
      if (wanted.dav_interval) expectInterval(dav.interval, wanted.dav_interval);
    }
    if (
      wanted.J === undefined ||
      wanted.dav === undefined ||
      gz.kind === 'undefined' ||
      gav.kind === 'undefined'
    ) {
      expect([gz.kind, wanted.J]).toEqual(['undefined', undefined]);
    } else {
      expectClose(gz.value, wanted.gz ?? NaN);
      expectClose(gav.value, wanted.J * wanted.dav);
      if (wanted.dz_interval)
        expectInterval(gz.interval, [wanted.J * wanted.dz_interval[0], wanted.J * wanted.dz_interval[1]]);
    }
  });

  test('has its paired t, or is too few', () => {
    const actual = pairedT(changes, size);
    if (wanted.n < fewestPairs) expect(actual).toEqual({ kind: 'too-few', n: wanted.n, needed: 6 });
    else if (wanted.t === undefined) expect(actual).toEqual({ kind: 'undefined', reason: 'no-spread' });
    else if (actual.kind !== 'paired-t') expect.fail(actual.kind);
    else {
      expectClose(actual.t, wanted.t);
      expect(actual.df).toBe(wanted.n - 1);
      expectP(actual.p, wanted.t_p ?? NaN);
    }
  });

  test('has the signed ranks of wilcox.test and coin', () => {
    const p = (choice: Parameters<typeof signedRank>[2]) => {
      const actual = signedRank(changes, size, choice);
      return actual.kind === 'signed-rank' ? actual : expect.fail(actual.kind);
    };
    if (wanted.n < fewestPairs)
      return expect(signedRank(changes, size)).toEqual({ kind: 'too-few', n: wanted.n, needed: 6 });
    if (wanted.v === undefined)
      return expect(signedRank(changes, size)).toEqual({ kind: 'undefined', reason: 'no-change' });
    expect(p({}).v).toBe(wanted.v);
    expectP(p({ method: 'normal' }).p, wanted.wilcoxon_normal ?? NaN, 'normal');
    if (wanted.wilcoxon_exact !== undefined) expectP(p({}).p, wanted.wilcoxon_exact, 'exact');
    expect(p({}).method).toBe(wanted.coin_wilcoxon === undefined ? 'normal' : 'exact');
    if (wanted.coin_wilcoxon !== undefined) expectP(p({}).p, wanted.coin_wilcoxon, 'coin, Wilcoxon');
    if (wanted.coin_pratt !== undefined) expectP(p({ zeros: 'pratt' }).p, wanted.coin_pratt, 'coin, Pratt');
  });
});

test('every kind of value was met', () => {
  const has = (key: keyof Case) => cases.filter((each) => each[key] !== undefined).length;
  expect(has('dz_interval')).toBeGreaterThan(12);
  expect(has('wilcoxon_exact')).toBeGreaterThan(2);
  expect(has('coin_pratt')).toBeGreaterThan(10);
  expect(cases.length - has('coin_pratt')).toBeGreaterThan(6);
});

test('p is exact up to 200 pairs that changed', () => {
  const methodOf = (moved: number) => {
    const changes = Array.from({ length: moved + 30 }, (_, i) => (i < 30 ? 0 : i % 2 ? i : -i));
    const found = signedRank(changes, 300);
    return found.kind === 'signed-rank' ? [found.n, found.method] : found.kind;
  };
  expect([200, 201].map(methodOf)).toEqual([
    [200, 'exact'],
    [201, 'normal'],
  ]);
});
