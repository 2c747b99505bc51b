import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import { copyTable } from '../../../src/lib/disclosure/copy';
import type { Column, Result } from '../../../src/lib/results/result';

const five: Policy = { kind: 'minimum', minimum: 5 };
const words = {
  heading: (column: Column) => column.name,
  cell: (_: Column, value: unknown) => (value === null ? '' : String(value)),
  withheld: () => 'skjult',
};

function resultOf(...columns: readonly Column[]): Result {
  return { columns, rowCount: columns[0]?.values.length ?? 0, truncated: false };
}

function cleared(result: Result, policy: Policy = five): Cleared {
  const clearing = clear(result, policy);
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}

const who: Column = { name: 'who', type: 'code', values: ['far', 'mor', 'begge'] };
const mean: Column = { name: 'mean', type: 'number', values: [14.2, 12.4, 12.5] };
const n: Column = { name: 'n', type: 'integer', values: [32, 5, 4] };

describe('withholding small groups', () => {
  it('takes a number that is called text', () => {
    const disguised: Column = { name: 'mean', type: 'text', values: ['14.2', '12,4', ' −12.5 %'] };
    const made = cleared(resultOf(disguised, n));
    expect(made.columns[0]?.values).toEqual(['14.2', '12,4', null]);
    const ages: Column = { name: 'age', type: 'code', values: ['3-10', '11-16', '17-24'] };
    expect(cleared(resultOf(ages, n)).columns[0]?.values).toEqual(ages.values);
  });

  it('takes the numbers of a row under the minimum, its n too, and keeps its name', () => {
    const made = cleared(resultOf(who, mean, n));
    expect(made.withheld).toEqual([null, null, 'small']);
    expect(made.columns.map((column) => column.values)).toEqual([
      ['far', 'mor', 'begge'],
      [14.2, 12.4, null],
      [32, 5, null],
    ]);
    expect(made.counts).toEqual([32, 5, null]);
    expect(made.labels).toEqual([true, false, false]);
  });

  it('has a floor of five, whatever a notebook says', () => {
    for (const minimum of [0, 1, -3, NaN]) {
      expect(cleared(resultOf(who, mean, n), { kind: 'minimum', minimum }).withheld[2]).toBe('small');
    }
    expect(cleared(resultOf(who, mean, n), { kind: 'minimum', minimum: 10 }).withheld).toEqual([
      null,
      'small',
      'small',
    ]);
  });

  it('withholds a row whose count is not known', () => {
    const unknown: Column = { name: 'Antal', type: 'integer', values: [null, '9007199254740993', 7] };
    expect(cleared(resultOf(who, mean, unknown)).withheld).toEqual(['small', null, null]);
  });

  it('looks at every count of a row', () => {
    const paired: Column = { name: 'n_pairs', type: 'integer', values: [30, 3, 40] };
    const ended: Column = { name: 'ended_n', type: 'integer', values: [30, 30, null] };
    const many: Column = { ...n, values: [50, 50, 50] };
    expect(cleared(resultOf(who, many, paired, ended)).withheld).toEqual([null, 'small', 'small']);
  });

  it('shows everything under the policy none', () => {
    const made = cleared(resultOf(who, mean, n), { kind: 'none' });
    expect(made.withheld).toEqual([null, null, null]);
    expect(made.columns.map((column) => column.values)).toEqual([who.values, mean.values, n.values]);
    expect(clear(resultOf(who, mean), { kind: 'none' }).ok).toBe(true);
  });

  it('withholds words that say something about the children of a row', () => {
    const ending: Column = { name: 'mode', type: 'code', values: ['planned', 'planned', 'unplanned'] };
    const measure: Column = { name: 'measure', type: 'text', values: ['WHO-5', 'WHO-5', 'WHO-5'] };
    const made = cleared(resultOf(who, ending, measure, n));
    expect(made.labels).toEqual([true, false, true, false]);
    expect(made.columns[1]?.values).toEqual(['planned', 'planned', null]);
  });

  it('withholds in a row a word that all rows have: it may be what is said of the children', () => {
    const mode: Column = { name: 'mode', type: 'code', values: ['planned', 'planned', 'planned'] };
    const made = cleared(resultOf(who, mode, n));
    expect(made.withheld[2]).toBe('small');
    expect(made.columns[1]?.values).toEqual(['planned', 'planned', null]);
  });

  it('keeps every name that is needed to tell the rows apart', () => {
    const sex: Column = { name: 'sex', type: 'code', values: ['girl', 'boy', 'girl'] };
    const age: Column = { name: 'age', type: 'code', values: ['3-10', '3-10', '11-16'] };
    expect(cleared(resultOf(sex, age, n)).labels).toEqual([true, true, false]);
  });
});

describe('what cannot leave', () => {
  const problem = (...columns: readonly Column[]) => {
    const clearing = clear(resultOf(...columns), five);
    return clearing.ok ? undefined : clearing.problem.kind;
  };

  it('needs a count of children', () => {
    expect(problem(who, mean)).toBe('no-count');
    expect(problem(who, { ...n, type: 'text', values: ['32', '5', '4'] })).toBe('no-count');
    expect(problem(who, { ...n, name: 'n_pairs' })).toBe('no-count');
  });

  it('is no table of fewer than ten in all, divided in two ways', () => {
    const divided = (...values: readonly number[]) =>
      problem(
        { name: 'sex', type: 'code', values: ['girl', 'girl', 'boy'] },
        { name: 'age', type: 'code', values: ['3-10', '11-16', '11-16'] },
        { ...n, values },
      );
    expect(divided(9, 0, 0)).toBe('few-crossed');
    expect(divided(10, 0, 0)).toBeUndefined();
    expect(divided(4, 4, 4)).toBeUndefined();
    const ages: Column = {
      name: 'age',
      type: 'code',
      values: ['3-10', '11-16', null, '3-10', '11-16', null],
    };
    const sexes: Column = { name: 'sex', type: 'code', values: ['girl', 'girl', 'girl', null, null, null] };
    expect(problem(sexes, ages, { ...n, values: [4, 5, 9, 4, 5, 9] })).toBeUndefined();
    expect(
      problem({ ...sexes, values: ['girl', 'boy', null, 'girl', 'boy', null] }, ages, {
        ...n,
        values: [4, 5, 9, 0, 0, 0],
      }),
    ).toBe('few-crossed');
    expect(problem(who, mean, { ...n, values: [4, 3, 2] })).toBeUndefined();
  });

  const hundred: Column = { name: 'n', type: 'integer', values: [100, 100, 100] };

  it.each(['course_id', 'child_id', 'ID', 'cpr', 'barn_nr', 'first_child_id'])(
    'has no column called %s',
    (name) => {
      expect(problem({ name, type: 'text', values: ['a', 'b', 'c'] }, mean, hundred)).toBe('single-children');
    },
  );

  it('has no rows that repeat', () => {
    const score: Column = { name: 'score', type: 'integer', values: [3, 4, 3] };
    expect(problem({ ...who, values: ['far', 'far', 'far'] }, score, hundred)).toBe('single-children');
  });

  it('has no rows that are counted by themselves', () => {
    const seven = Array.from({ length: 7 }, (_, row) => row);
    const score: Column = { name: 'score', type: 'integer', values: seven };
    const over: Column = { name: 'n', type: 'integer', values: seven.map(() => 7) };
    expect(problem(score, over)).toBe('single-children');
  });

  it('takes a list of items answered by the same children', () => {
    const item: Column = { name: 'item', type: 'text', values: ['one', 'two', 'three'] };
    expect(problem(item, mean, hundred)).toBeUndefined();
  });
});

describe('no value of a withheld row survives', () => {
  const secret = fc.integer({ min: 100_000, max: 999_999 });
  const row = fc.record({
    count: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.constant(null)),
    secret,
    text: secret,
  });

  it('in the cleared result or in what is copied from it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: (r) => r.secret }), (rows) => {
        const groups = [...rows.map((_, index) => `group ${index}`), 'shown', 'shown too'];
        const made = cleared(
          resultOf(
            { name: 'who', type: 'text', values: groups },
            { name: 'mean', type: 'number', values: [...rows.map((r) => r.secret), 1, 2] },
            { name: 'ids', type: 'text', values: [...rows.map((r) => `id ${r.text}`), 'x', 'y'] },
            {
              name: 'first',
              type: 'date',
              values: [...rows.map((r) => String(r.secret)), '2018-01-01', '2018-01-02'],
            },
            { name: 'n', type: 'integer', values: [...rows.map((r) => r.count), 40, 50] },
          ),
        );
        const copied = copyTable(made, words);
        const everything = JSON.stringify(made) + copied.html + copied.text;
        for (const hidden of rows) {
          expect(everything).not.toContain(String(hidden.secret));
          expect(everything).not.toContain(String(hidden.text));
        }
        expect(made.withheld.filter((why) => why === null).length).toBe(2);
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });
});
