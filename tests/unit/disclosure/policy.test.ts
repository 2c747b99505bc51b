import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import { policyOf } from '../../../src/lib/disclosure/policy';
import { roundTo } from '../../../src/lib/disclosure/round';
import type { Column } from '../../../src/lib/results/result';
import { crossTables, roundedBoundsOf, simpleTables, stackedTables, tableOf } from './attacker';

const anyone = policyOf({ preset: 'public' });

function cleared(columns: readonly Column[], policy: Policy = anyone): Cleared {
  const clearing = clear({ columns, rowCount: columns[0]?.values.length ?? 0, truncated: false }, policy);
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}
const numbers = (name: string, ...values: readonly (number | null)[]): Column => ({
  name,
  type: 'number',
  values,
});
const counts = (name: string, ...values: readonly number[]): Column => ({ name, type: 'integer', values });
const who = (...values: readonly string[]): Column => ({ name: 'who', type: 'code', values });
const valuesOf = (made: Cleared, name: string) => made.columns.find((column) => column.name === name)?.values;

describe('what a notebook asks for', () => {
  test.each([
    [{}, { kind: 'minimum', minimum: 5 }],
    [
      { preset: 'internal', minimum: 0 },
      { kind: 'minimum', minimum: 5 },
    ],
    [
      { preset: 'steering', minimum: 3 },
      { kind: 'minimum', minimum: 5 },
    ],
    [
      { preset: 'steering', minimum: 10 },
      { kind: 'minimum', minimum: 10 },
    ],
    [
      { preset: 'public', minimum: 5 },
      { kind: 'minimum', minimum: 8, rounding: 5 },
    ],
    [
      { preset: 'public', minimum: 12, rounding: 10 },
      { kind: 'minimum', minimum: 12, rounding: 10 },
    ],
    [
      { preset: 'public', rounding: 1 },
      { kind: 'minimum', minimum: 8, rounding: 5 },
    ],
    [
      { preset: 'steering', rounding: 5 },
      { kind: 'minimum', minimum: 5, rounding: 5 },
    ],
    [
      { minimum: Number.NaN, rounding: 2.5 },
      { kind: 'minimum', minimum: 5 },
    ],
  ] as const)('%o is %o', (asked, policy) => expect(policyOf(asked)).toEqual(policy));
});

describe('for anyone', () => {
  test('counts are told to the nearest five, and none under eight', () => {
    const made = cleared([who('a', 'b', 'c', 'd'), counts('n', 23, 8, 7, 0)]);
    expect(valuesOf(made, 'n')).toEqual([25, 10, null, null]);
    expect(made.withheld).toEqual([null, null, 'small', 'small']);
    expect(made.counts).toEqual([25, 10, null, null]);
  });

  test('a share is that of the rounded counts, and its interval too', () => {
    const made = cleared([
      who('a'),
      counts('n', 62),
      numbers('up', 28 / 62),
      numbers('up_low', 0.33),
      numbers('up_high', 0.58),
    ]);
    expect(valuesOf(made, 'up')).toEqual([30 / 60]);
    const [low, high] = [valuesOf(made, 'up_low')?.[0], valuesOf(made, 'up_high')?.[0]];
    // R: prop.test(30, 60, correct = FALSE)
    expect(low).toBeCloseTo(0.377_350_2, 6);
    expect(high).toBeCloseTo(0.622_649_8, 6);
  });

  test('a share of few, or of all but few, is not told, though its row is', () => {
    const made = cleared([
      who('a'),
      counts('n', 60),
      numbers('down', 7 / 60),
      numbers('same', 8 / 60),
      numbers('up', 53 / 60),
    ]);
    expect(['down', 'same', 'up'].map((name) => valuesOf(made, name)?.[0])).toEqual([null, 10 / 60, null]);
    expect(made.obscured.map((rows) => rows.has(0))).toEqual([false, false, true, false, true]);
  });

  test('a share that is of another base is that of its own', () => {
    const made = cleared([who('a'), counts('n', 20), counts('known', 41), numbers('share', 20 / 41)]);
    expect(valuesOf(made, 'share')).toEqual([20 / 40]);
  });

  test('beside a rounded count of a small group no mean and no deviation is told; of others to one decimal', () => {
    const made = cleared([
      who('a', 'b'),
      counts('n', 15, 16),
      numbers('mean', 52.317, 48.123),
      numbers('sd', 9.87, 11.26),
    ]);
    expect(valuesOf(made, 'mean')).toEqual([null, 48.1]);
    expect(valuesOf(made, 'sd')).toEqual([null, 11.3]);
    expect(made.obscured[2]).toEqual(new Set([0]));
  });

  test('a whole number that is called something else is rounded like a count', () => {
    const made = cleared([who('a', 'b'), counts('n', 40, 50), counts('improved', 6, 28)]);
    expect(valuesOf(made, 'improved')).toEqual([null, 30]);
  });

  test('what is missing stays missing, and is not called withheld', () => {
    const made = cleared([who('a'), counts('n', 40), numbers('mean', null)]);
    expect(valuesOf(made, 'mean')).toEqual([null]);
    expect(made.obscured[2]).toEqual(new Set());
  });

  test('nothing that is told depends on more than what it is rounded to', () => {
    const count = fc.integer({ min: 16, max: 90 });
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: -2, max: 2 }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        (n, by, share) => {
          const near = roundTo(n, 5) + by;
          fc.pre(Math.min(near, n) >= 16);
          const table = (children: number) =>
            cleared([
              who('a'),
              counts('n', children),
              numbers('up', Math.round(share * roundTo(n, 5)) / children),
            ]);
          fc.pre(valuesOf(table(n), 'up')?.[0] !== null && valuesOf(table(near), 'up')?.[0] !== null);
          expect(table(n).columns).toEqual(table(near).columns);
        },
      ),
      { seed: 71, numRuns: 200 },
    );
  });

  test('who reckons with the rounding knows no small count to less than five children', () => {
    const few = { step: 5, least: 8 };
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(simpleTables, crossTables, stackedTables), (made) => {
        const clearing = clear(tableOf(made), anyone);
        if (!clearing.ok) return;
        const hidden = (row: number) => clearing.cleared.withheld[row] !== null;
        for (const [row, count] of made.counts.entries()) {
          if (count >= few.least) continue;
          seen += 1;
          const [least, most] = roundedBoundsOf(row, made, hidden, few);
          const isAlone = made.equations.every(({ parts, total }) =>
            [...parts, total as number].filter(hidden).every((each) => (made.counts[each] ?? 0) < few.least),
          );
          expect(
            Math.min(most, isAlone ? 7 : most) - least,
            `row ${row} of ${made.counts.join()}`,
          ).toBeGreaterThanOrEqual(4);
        }
      }),
      { seed: 2026, numRuns: 40 },
    );
    expect(seen).toBeGreaterThan(100);
  }, 30_000);
});

describe('values of single children', () => {
  const columns = [
    who('a', 'b'),
    counts('n', 40, 50),
    { ...numbers('oldest', 17, 24), single: true as const },
  ];

  test('never leave: their column is left out, and that is said', () => {
    const made = cleared(columns, policyOf({}));
    expect(made.columns.map(({ name }) => name)).toEqual(['who', 'n']);
    expect(made.leftOut).toEqual(['oldest']);
    expect(JSON.stringify(made)).not.toMatch(/17|24/);
  });

  test('are shown on the evaluator’s own screen', () => {
    expect(valuesOf(cleared(columns, { kind: 'none' }), 'oldest')).toEqual([17, 24]);
  });
});

describe('on the evaluator’s own screen', () => {
  const columns = [who('girl', 'boy', 'other'), counts('n', 40, 30, 2), counts('known', 72, 72, 72)];

  test('what others would not see is shown and marked, what would tell of it too', () => {
    const made = cleared(columns, { kind: 'none', marks: policyOf({}) });
    expect(valuesOf(made, 'n')).toEqual([40, 30, 2]);
    expect(made.withheld).toEqual([null, null, null]);
    expect(made.marked).toEqual([null, 'small', 'small']);
  });

  test('what could not leave at all is marked in every row', () => {
    const made = cleared([who('a', 'b'), numbers('mean', 1.5, 2.5)], { kind: 'none', marks: policyOf({}) });
    expect(made.marked).toEqual(['small', 'small']);
  });
});
