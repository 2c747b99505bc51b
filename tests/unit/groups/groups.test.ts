import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import { isNumberText } from '../../../src/lib/disclosure/label';
import { faultOf, type Merge } from '../../../src/lib/groups/merge';
import { proposeMerge, type Hides } from '../../../src/lib/groups/propose';
import { reckon } from '../../../src/lib/groups/reckon';
import type { Table } from '../../../src/lib/groups/table';
import { columnOf, type Result } from '../../../src/lib/results/result';
import { ages, resultOf, tableOf } from './table';

const bySexAndAge = 'SELECT age_group, sex, count(*) AS n FROM courses GROUP BY ALL';

function known(sql: string, result: Result): Table {
  const table = tableOf(sql, result);
  if (!table) throw new Error('no table');
  return table;
}

/** Twelve ages and sexes with these counts, as they stand in the questionnaire. */
function counted(counts: readonly number[]): Table {
  const rows = ages.flatMap((age, at) =>
    ['girl', 'boy'].map((sex, second) => [age, sex, counts[2 * at + second] ?? 0]),
  );
  return known(
    bySexAndAge,
    resultOf(
      ['age_group', 'sex', 'n'],
      rows.filter(([, , n]) => n !== 0),
    ),
  );
}

const hides: Hides = (result) => {
  const clearing = clear(result, { kind: 'minimum', minimum: 5 });
  return clearing.ok ? clearing.cleared.withheld.filter((why) => why !== null).length : undefined;
};
const propose = (table: Table) => proposeMerge(table, 5, hides, (_, codes) => codes.join(' og '));

describe('which tables can be put together', () => {
  const rows = resultOf(['sex', 'n'], [['girl', 3], ['boy', 7]]); // prettier-ignore
  test.each([
    ['one that groups', 'SELECT sex, count(*) AS n FROM courses GROUP BY sex', true],
    ['without a count that adds up', 'SELECT sex, count(DISTINCT child_id) AS n FROM courses GROUP BY sex', false],
    ['two queries under each other', "SELECT sex, count(*) AS n FROM courses GROUP BY sex UNION ALL SELECT 'all', count(*) FROM courses", false],
    ['no groups', 'SELECT sex, n FROM other', false],
    ['a row of all that may be of the unanswered', 'SELECT sex, count(*) AS n FROM courses GROUP BY ROLLUP (sex)', false],
    ['a name that is computed from the group', 'SELECT mode(sex) AS sex, count(*) AS n FROM courses GROUP BY project', false],
  ])('%s', (_, sql, is) => expect(tableOf(sql, rows) !== undefined).toBe(is)); // prettier-ignore

  test('questionnaires and measurements stay apart: a child is in several of them', () => {
    const sql = 'SELECT wave, sex, count(*) AS n FROM scores GROUP BY ALL';
    const table = known(sql, resultOf(['wave', 'sex', 'n'], [['before', 'girl', 3], ['before', 'boy', 7], ['after', 'girl', 2]])); // prettier-ignore
    expect(table.divisions.map(({ name, isFixed }) => [name, isFixed])).toEqual([
      ['wave', true],
      ['sex', false],
    ]);
  });

  test('of rows that are unfolded only columns of the data are put together', () => {
    const banded = "WITH a AS (SELECT *, unnest(['all', band]) AS ages FROM courses)";
    const rows = resultOf(['ages', 'sex', 'n'], [['all', 'girl', 3], ['all', 'boy', 7], ['small', 'girl', 3]]); // prettier-ignore
    const table = known(`${banded} SELECT ages, sex, count(*) AS n FROM a GROUP BY ALL`, rows);
    expect(table.divisions.map(({ name, isFixed }) => [name, isFixed])).toEqual([
      ['ages', true],
      ['sex', false],
    ]);
    const renamed = `${banded} SELECT CASE WHEN ages = 'all' THEN ages ELSE 'x' END AS sex, count(*) AS n FROM a GROUP BY ALL`;
    const two = known(renamed, resultOf(['sex', 'n'], [['girl', 3], ['boy', 7]])); // prettier-ignore
    expect(two.divisions[0]?.isFixed).toBe(true);
  });

  test('two rows of the same names are not told apart', () => {
    const rows = resultOf(['sex', 'n'], [['girl', 3], [null, 7], [null, 4]]); // prettier-ignore
    expect(tableOf('SELECT sex, count(*) AS n FROM courses GROUP BY sex', rows)).toBeUndefined();
  });
});

describe('the first proposal', () => {
  test('leaves a division out where few are crossed', () => {
    // Nine children: six girls of two ages, three boys.
    const table = counted([0, 0, 3, 1, 3, 2]);
    expect(hides(table.result)).toBeUndefined();
    const merge = propose(table);
    const result = merge && reckon(table, merge);
    expect(result && hides(result)).toBe(0);
  });

  test('puts the smallest neighbours together, and no more', () => {
    const merge = propose(counted([20, 20, 30, 30, 2, 3, 10, 10]));
    expect([...(merge?.out ?? [])]).toEqual([]);
    expect(merge?.groups).toEqual(
      new Map([['age_group', [{ name: '11-16 og 17-24', codes: ['11-16', '17-24'] }]]]),
    );
  });

  test('what has no order becomes one rest, the smallest first', () => {
    const rows = [['home', 40], ['alone', 3], ['aunt', 2], ['placed', 20], ['street', 1]]; // prettier-ignore
    const table = known(
      'SELECT home, count(*) AS n FROM courses GROUP BY ALL',
      resultOf(['home', 'n'], rows),
    );
    const codes = propose(table)
      ?.groups.get('home')
      ?.map((group) => group.codes);
    expect(codes).toEqual([['alone', 'aunt', 'street']]);
  });

  test('asks whether it may be shown also where no group is small', () => {
    // As where nine of nine are girls.
    const few: Hides = (result) => (result.rowCount > 2 ? 1 : 0);
    const merge = proposeMerge(counted([9, 9, 9, 9, 9, 9, 9, 9]), 5, few, (_, codes) => codes.join());
    expect([...(merge?.out ?? [])]).toEqual(['age_group']);
  });

  test('keeps as many groups as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 8, maxLength: 8 }), (counts) => {
        const table = counted(counts);
        const merge = propose(table);
        if (!merge) return;
        const result = reckon(table, merge);
        const hidden = hides(result);
        expect(hidden).toBeDefined();
        expect(hidden).toBeLessThan(result.rowCount);
      }),
      { numRuns: 60 },
    );
  });

  test('is nothing where there are too few in all', () => {
    expect(propose(counted([0, 0, 1, 1, 1, 1]))).toBeUndefined();
  });
});

test('whatever is put together, all children are still there, and a row of all is none of them', () => {
  const rolled =
    'SELECT age_group, sex, count(*) AS n FROM courses WHERE age_group IS NOT NULL AND sex IS NOT NULL';
  const group = fc.uniqueArray(fc.constantFrom(...ages), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(fc.nat(30), { minLength: 8, maxLength: 8 }),
      fc.option(group, { nil: undefined }),
      fc.constantFrom('none', 'sex', 'age_group'),
      fc.constantFrom('plain', 'ROLLUP', 'CUBE'),
      (counts, codes, out, form) => {
        const rows = ages.flatMap((age, at) =>
          ['girl', 'boy'].map((sex, second) => [age, sex, (counts[2 * at + second] ?? 0) + 1] as const),
        );
        const all = rows.reduce((sum, [, , n]) => sum + n, 0);
        const sumBy = (age: string | null, sex: string | null) =>
          rows
            .filter((row) => (age ?? row[0]) === row[0] && (sex ?? row[1]) === row[1])
            .reduce((sum, [, , n]) => sum + n, 0);
        const totals: (readonly [string | null, string | null, number])[] = [
          ...(form === 'plain'
            ? []
            : [[null, null, all] as const, ...ages.map((age) => [age, null, sumBy(age, null)] as const)]),
          ...(form === 'CUBE' ? ['girl', 'boy'].map((sex) => [null, sex, sumBy(null, sex)] as const) : []),
        ];
        const by = form === 'plain' ? 'ALL' : `${form} (age_group, sex)`;
        const table = known(
          `${rolled} GROUP BY ${by}`,
          resultOf(['age_group', 'sex', 'n'], [...totals, ...rows]),
        );
        const merge: Merge = {
          out: new Set(out === 'none' ? [] : [out]),
          groups: new Map(codes ? [['age_group', [{ name: 'one', codes }]]] : []),
        };
        const result = reckon(table, merge);
        const kept = ['age_group', 'sex'].filter((name) => name !== out);
        const values = (name: string) => columnOf(result, name)?.values ?? [];
        const parts = values('n').filter((_, row) => kept.every((name) => values(name)[row] !== null));
        expect(parts.reduce<number>((sum, n) => sum + Number(n), 0)).toBe(all);
        const whole = values('n').filter((_, row) => kept.every((name) => values(name)[row] === null));
        expect(whole.every((n) => n === all)).toBe(true);
      },
    ),
  );
});

describe('what is wrong with a name', () => {
  const table = counted([5, 5, 5, 5, 5, 5, 5, 5]);
  const named = (name: string): Merge => ({
    out: new Set(),
    groups: new Map([['age_group', [{ name, codes: ['3-10', '11-16'] }]]]),
  });
  test.each([
    ['', 'unnamed'],
    ['  ', 'unnamed'],
    ['2023', 'number'],
    ['age_group 0-2', 'taken'],
    ['3 til 16', undefined],
  ])('%j', (name, kind) => expect(faultOf(table, named(name), isNumberText)?.kind).toBe(kind));

  test('nothing is done, or nothing is left', () => {
    expect(faultOf(table, { out: new Set(), groups: new Map() }, isNumberText)?.kind).toBe('nothing');
    expect(
      faultOf(table, { out: new Set(['sex', 'age_group']), groups: new Map() }, isNumberText)?.kind,
    ).toBe('nothing-left');
  });
});
