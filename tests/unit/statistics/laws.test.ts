import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type GroupComparison } from '../../../src/lib/statistics/compare';
import { effectsOf } from '../../../src/lib/statistics/effects';
import { pairsOf, type Better } from '../../../src/lib/statistics/pairs';
import { shareDifference, shareOf } from '../../../src/lib/statistics/shares';
import { signedRank } from '../../../src/lib/statistics/signed-rank';
import { pairedT } from '../../../src/lib/statistics/student';

interface Columns {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const rows = (fewest: number, most = 40) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
      minLength: fewest,
      maxLength: most,
    })
    .map((pairs): Columns => ({ before: pairs.map(([b]) => b), after: pairs.map(([, a]) => a) }));

const count = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

const numbersOf = ({ before, after }: Columns, better: Better = 'higher'): GroupComparison => {
  const [group] = compare([{ name: 'all', before, after }], { better }).groups;
  return group ?? expect.fail('no group');
};

const valuesOf = ({ effects: { dz, dav, gz, gav } }: GroupComparison) =>
  [dz, dav, gz, gav].map((effect) => (effect.kind === 'estimate' ? effect.value : null));

const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, Math.abs(a)));
const nearAll = (xs: readonly (number | null)[], ys: readonly (number | null)[]) =>
  xs.forEach((x, i) => {
    const y = ys[i] ?? null;
    if (x === null || y === null) expect(x).toBe(y);
    else near(x, y);
  });

describe('before and after in each other’s place', () => {
  test('turn the change and the effects, and leave the p-values', () => {
    fc.assert(
      fc.property(rows(0), ({ before, after }) => {
        const [one, other] = [numbersOf({ before, after }), numbersOf({ before: after, after: before })];
        nearAll([other.change.mean, other.change.sd], [one.change.mean && -one.change.mean, one.change.sd]);
        nearAll(
          valuesOf(other),
          valuesOf(one).map((value) => value && -value),
        );
        expect(other.directions.better.count).toBe(one.directions.worse.count);
        if (one.signedRank.kind === 'signed-rank' && other.signedRank.kind === 'signed-rank')
          near(one.signedRank.p, other.signedRank.p);
        if (one.pairedT.kind === 'paired-t' && other.pairedT.kind === 'paired-t')
          near(one.pairedT.p, other.pairedT.p);
      }),
    );
  });

  test('are as higher and lower', () => {
    fc.assert(
      fc.property(rows(0), (columns) => {
        const [higher, lower] = [numbersOf(columns, 'higher'), numbersOf(columns, 'lower')];
        expect(lower.change).toEqual(higher.change);
        expect(lower.signedRank).toEqual(higher.signedRank);
        nearAll(
          valuesOf(lower),
          valuesOf(higher).map((value) => value && -value),
        );
        expect(lower.directions.better).toEqual(higher.directions.worse);
      }),
    );
  });
});

test('a number added to both sides changes nothing of the change', () => {
  fc.assert(
    fc.property(rows(0), fc.integer({ min: -50, max: 50 }), ({ before, after }, more) => {
      const moved = { before: before.map((x) => x + more), after: after.map((x) => x + more) };
      const [one, other] = [numbersOf({ before, after }), numbersOf(moved)];
      expect(other.change).toEqual(one.change);
      expect(other.signedRank).toEqual(one.signedRank);
      nearAll(valuesOf(other), valuesOf(one));
    }),
  );
});

test('the order of the rows changes nothing but rounding', () => {
  fc.assert(
    fc.property(rows(1), ({ before, after }) => {
      const [one, other] = [
        numbersOf({ before, after }),
        numbersOf({ before: before.toReversed(), after: after.toReversed() }),
      ];
      nearAll(
        [other.change.mean, other.change.sd, ...valuesOf(other)],
        [one.change.mean, one.change.sd, ...valuesOf(one)],
      );
      expect(other.signedRank).toEqual(one.signedRank);
    }),
  );
});

test('an interval has its estimate inside, and has 0 inside just when p is over .05', () => {
  fc.assert(
    fc.property(rows(6), ({ before, after }) => {
      const pairs = pairsOf(before, after);
      const [t, { dz, dav }] = [pairedT(pairs.changes, pairs.size), effectsOf(pairs, 'higher')];
      if (t.kind !== 'paired-t' || Math.abs(t.p - 0.05) < 1e-9) return;
      for (const effect of [dz, dav]) {
        if (effect.kind !== 'estimate' || effect.interval.kind !== 'interval')
          return expect.fail(effect.kind);
        expect(effect.interval.low).toBeLessThan(effect.value);
        expect(effect.interval.high).toBeGreaterThan(effect.value);
        expect(effect.interval.low <= 0 && 0 <= effect.interval.high).toBe(t.p > 0.05);
      }
    }),
  );
});

test('the exact p of the signed ranks is over 0 and at most 1, and counts the signs', () => {
  fc.assert(
    fc.property(
      rows(6, 11),
      fc.constantFrom('wilcoxon' as const, 'pratt' as const),
      ({ before, after }, zeros) => {
        const { changes, size } = pairsOf(before, after);
        const found = signedRank(changes, size, { zeros });
        if (found.kind !== 'signed-rank') return;
        expect(found.p).toBeGreaterThan(0);
        expect(found.p).toBeLessThanOrEqual(1);
        near(found.p, byCounting(changes, zeros));
      },
    ),
    { numRuns: 60 },
  );
});

/** The same by its definition: all the ways to give the ranks signs, one after the other. */
function byCounting(changes: readonly number[], zeros: 'wilcoxon' | 'pratt'): number {
  const used = zeros === 'pratt' ? changes : changes.filter((change) => change !== 0);
  const rankOf = (change: number) => {
    const below = used.filter((other) => Math.abs(other) < Math.abs(change)).length;
    const equal = used.filter((other) => Math.abs(other) === Math.abs(change)).length;
    return below + (equal + 1) / 2;
  };
  const moved = used.filter((change) => change !== 0);
  const ranks = moved.map(rankOf);
  const middle = ranks.reduce((a, b) => a + b, 0) / 2;
  const seen = Math.abs(moved.reduce((v, change, i) => v + (change > 0 ? (ranks[i] ?? 0) : 0), 0) - middle);
  let further = 0;
  for (let signs = 0; signs < 2 ** ranks.length; signs++) {
    const v = ranks.reduce((total, rank, i) => total + (signs & (2 ** i) ? rank : 0), 0);
    if (Math.abs(v - middle) >= seen) further++;
  }
  return further / 2 ** ranks.length;
}

test('Wilson stays within 0 and 1 and has the share inside', () => {
  fc.assert(
    fc.property(count, ([x, n]) => {
      const { share, interval } = shareOf(x, n);
      if (interval.kind !== 'interval' || share === null) return expect.fail('none');
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(share);
      expect(interval.high).toBeGreaterThanOrEqual(share);
    }),
  );
});

test('a difference of shares stays within −1 and 1, and turns with its groups', () => {
  fc.assert(
    fc.property(count, count, ([x1, n1], [x2, n2]) => {
      const [one, other] = [shareOf(x1, n1), shareOf(x2, n2)];
      const [there, back] = [shareDifference(one, other), shareDifference(other, one)];
      if (there.kind === 'undefined' || back.kind === 'undefined') return expect.fail('none');
      expect(there.interval.low).toBeGreaterThanOrEqual(-1);
      expect(there.interval.high).toBeLessThanOrEqual(1);
      near(there.interval.low, -back.interval.high);
      near(there.difference, -back.difference);
    }),
  );
});
