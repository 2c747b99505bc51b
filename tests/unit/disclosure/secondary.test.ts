import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../src/lib/disclosure/attack';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import type { Column, Result } from '../../../src/lib/results/result';
import { policyOf } from '../../../src/lib/disclosure/policy';
import {
  boundsOf,
  cross,
  crossTables,
  roundedBoundsOf,
  simpleTables,
  stackedTables,
  tableOf,
} from './attacker';

const minimum = 5;
const policy: Policy = { kind: 'minimum', minimum };

function resultOf(...columns: readonly Column[]): Result {
  return { columns, rowCount: columns[0]?.values.length ?? 0, truncated: false };
}

function cleared(result: Result, told: readonly number[] = [], ...called: readonly string[]): Cleared {
  const beside = told.map((count) => ({ count, names: new Set(called) }));
  const clearing = clear(result, policy, () => beside);
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}

const names = (name: string, ...values: readonly (string | null)[]): Column => ({
  name,
  type: 'code',
  values,
});
const counts = (name: string, ...values: readonly number[]): Column => ({ name, type: 'integer', values });
const hidden = (...args: Parameters<typeof cleared>) =>
  cleared(...args).withheld.flatMap((why, row) => (why === null ? [] : [row]));

describe('what would tell of a small group is withheld too', () => {
  test('the smallest of the others, where a total stands below', () => {
    const result = resultOf(names('sex', 'girl', 'boy', 'other', null), counts('n', 40, 30, 2, 72));
    expect(hidden(result)).toEqual([1, 2]);
    expect(cleared(result).columns[1]?.values).toEqual([40, null, null, 72]);
  });

  test('where the total stands in another table', () => {
    const result = resultOf(names('sex', 'girl', 'boy', 'other'), counts('n', 40, 30, 2));
    expect(hidden(result)).toEqual([2]);
    expect(hidden(result, [72])).toEqual([1, 2]);
  });

  test('where each row says of how many it is a part', () => {
    const result = resultOf(
      names('start', 'started', 'started', 'started', 'left', 'left'),
      names('sex', 'girl', 'boy', 'other', 'girl', 'boy'),
      counts('n', 40, 30, 2, 12, 9),
      counts('known', 72, 72, 72, 21, 21),
    );
    expect(hidden(result)).toEqual([1, 2]);
  });

  test('where what is left of the whole is few', () => {
    const result = resultOf(
      names('theme', 'school', 'friends'),
      counts('n', 36, 20),
      counts('known', 38, 38),
    );
    expect(hidden(result)).toEqual([0]);
  });

  test('two small ones together are enough only when they are five or more', () => {
    const sex = names('sex', 'girl', 'boy', 'other', null);
    expect(hidden(resultOf(sex, counts('n', 40, 3, 2, 45)))).toEqual([1, 2]);
    expect(hidden(resultOf(sex, counts('n', 40, 2, 2, 44)))).toEqual([0, 1, 2]);
  });

  test('a total is known by having no name, where a group of as many stands beside a group of none', () => {
    expect(hidden(resultOf(names('sex', null, 'girl', 'boy'), counts('n', 20, 20, 0)))).toEqual([1, 2]);
    expect(hidden(resultOf(names('sex', 'girl', 'boy'), counts('n', 20, 0)))).toEqual([1]);
  });

  test('every count of a row counts by itself', () => {
    const result = resultOf(
      names('sex', 'girl', 'boy', 'other', null),
      counts('n', 40, 30, 20, 90),
      counts('n_pairs', 25, 11, 3, 39),
    );
    expect(hidden(result)).toEqual([1, 2]);
  });

  test('a share of none or of all in a small group is said of each in it', () => {
    const result = (n: number, up: number) =>
      resultOf(names('sex', 'girl', 'boy'), counts('n', n, 40), {
        name: 'up',
        type: 'number',
        values: [up, 0.5],
      });
    expect(hidden(result(7, 1))).toEqual([0]);
    expect(hidden(result(7, 0))).toEqual([0]);
    expect(hidden(result(7, 0.5))).toEqual([]);
    expect(hidden(result(10, 1))).toEqual([]);
  });

  test('nor may such a share be reckoned from a total', () => {
    const up: Column = { name: 'up', type: 'number', values: [1, 0.5, 22 / 37] };
    const result = resultOf(names('sex', 'girl', 'boy', null), counts('n', 7, 30, 37), up);
    expect(hidden(result)).toEqual([0, 1]);
  });

  test('rows that do not add up to anything told tell nothing', () => {
    const result = resultOf(names('measure', 'WHO-5', 'SDQ', 'CORE'), counts('n', 40, 30, 2));
    expect(hidden(result, [71, 73])).toEqual([2]);
  });
});

const shapes = [
  ['one division', simpleTables],
  ['two divisions crossed', crossTables],
  ['divisions under each other', stackedTables],
] as const;

test('a division with none in it tells nothing of the others either', () => {
  const made = cross(4, 4, [4, 0, 0, 0, 1, 0, 0, 0, 5, 0, 5, 0, 5, 0, 0, 0]);
  const rows = new Set(hidden(tableOf(made)));
  const [least, most] = boundsOf(1, made, (row) => rows.has(row));
  expect(most - least).toBeGreaterThanOrEqual(minimum);
});

test('where sums that hold by chance leave no way out, all is withheld but the whole', () => {
  const [division, group] = [
    names('a', null, 'x', 'x', 'x', 'y', 'y', 'y'),
    names('b', null, '0', '1', '2', '0', '1', '2'),
  ];
  expect(hidden(resultOf(division, group, counts('n', 12, 5, 0, 7, 7, 0, 5)))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a group as large as all the others is no total of them where the whole is told', () => {
  const made = {
    names: [
      ['Samlet', null],
      ['a', '0'],
      ['a', '1'],
      ['b', '0'],
      ['b', '1'],
      ['b', '2'],
    ],
    counts: [16, 0, 16, 8, 0, 8],
    equations: [
      { parts: [1, 2], total: 0 },
      { parts: [3, 4, 5], total: 0 },
    ],
  };
  const clearing = clear(tableOf(made), policyOf({ preset: 'public' }));
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  const isHidden = (row: number) => clearing.cleared.withheld[row] !== null;
  const [least, most] = roundedBoundsOf(4, made, isHidden, { step: 5, least: 8 });
  expect(most - least).toBeGreaterThanOrEqual(4);
});

describe.each(shapes)('an attacker with another solver: %s', (_, tables) => {
  test('knows no small count to less than five children', () => {
    fc.assert(
      fc.property(tables, (made) => {
        const clearing = clear(tableOf(made), policy);
        if (!clearing.ok) return;
        const { withheld } = clearing.cleared;
        for (const [row, count] of made.counts.entries()) {
          if (count >= minimum) continue;
          const [least, most] = boundsOf(row, made, (each) => withheld[each] !== null);
          expect(most - least).toBeGreaterThanOrEqual(minimum);
        }
      }),
      { seed: 20261129, numRuns: 150 },
    );
  });

  test('reckons the same ranges as the guard', () => {
    fc.assert(
      fc.property(tables, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (made, choice) => {
        const withheld = new Set(made.counts.flatMap((_, row) => (choice[row % choice.length] ? [row] : [])));
        const sums = made.equations.map(({ parts, total }) => ({
          parts,
          total: typeof total === 'number' ? { row: total } : total,
        }));
        for (const row of withheld)
          expect(rangeOf(row, { counts: made.counts, sums, withheld })).toEqual(
            boundsOf(row, made, (each) => withheld.has(each)),
          );
      }),
      { seed: 20261129, numRuns: 60 },
    );
  });
});
