import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import { tellTable, type Release } from '../../../src/lib/disclosure/ledger';
import { policyOf } from '../../../src/lib/disclosure/policy';
import { findConflicts } from '../../../src/lib/disclosure/subtract';
import type { Column } from '../../../src/lib/results/result';
import { boundsOf } from './attacker';

type Whom = Readonly<Record<string, string | readonly string[]>>;

/** A table of some groups, `{ sex: 'girl' }: 38`. */
function table(
  name: string,
  counts: readonly (readonly [Whom, number, number?])[],
  chosen: Readonly<Record<string, string>> = {},
) {
  return {
    table: name,
    source: 'courses',
    counts: counts.map(([whom, least, most = least], row) => ({
      row,
      among: Object.entries(whom)
        .map(([column, values]): [string, string[]] => [column, [values].flat()])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      asked: [],
      chosen: Object.entries(chosen),
      least,
      most,
    })),
  };
}
const release = (tables: Release['tables'], data = 'now', at = '2026-11-01'): Release => ({
  notebook: 'trivsel',
  at,
  data,
  tables,
});
const found = (fresh: Release, ...before: readonly Release[]) =>
  findConflicts(fresh, before, 5).map(({ kind, one, other }) => `${kind}: ${one.table} and ${other.table}`);

describe('what a table would give away together with another', () => {
  test('all, and the girls: the boys', () => {
    expect(found(release([table('all', [[{}, 40]]), table('girls', [[{ sex: 'girl' }, 38]])]))).toEqual([
      'rest: all and girls',
    ]);
  });

  test('enough boys, or none, is nothing', () => {
    expect(found(release([table('all', [[{}, 40]]), table('girls', [[{ sex: 'girl' }, 35]])]))).toEqual([]);
    expect(found(release([table('all', [[{}, 40]]), table('girls', [[{ sex: 'girl' }, 40]])]))).toEqual([]);
  });

  test('what was shared before counts', () => {
    const before = release([table('girls', [[{ sex: 'girl' }, 38]])]);
    const fresh = release([table('all', [[{}, 40]])], 'now', '2026-11-29');
    expect(found(fresh, before)).toEqual(['rest: all and girls']);
    const [conflict] = findConflicts(fresh, [before], 5);
    expect(conflict?.one.at).toBe('');
    expect(conflict?.other).toEqual({
      notebook: 'trivsel',
      at: '2026-11-01',
      table: 'girls',
      whom: ['girl'],
    });
  });

  test('what was given away before is not told again', () => {
    const both = release([table('all', [[{}, 40]]), table('girls', [[{ sex: 'girl' }, 38]])]);
    expect(found(release([table('boys of age', [[{ age: '3-10' }, 20]])]), both)).toEqual([]);
  });

  test('what was told rounded, and is told exactly now, is told now', () => {
    const rounded = release([table('all', [[{}, 38, 42]]), table('girls', [[{ sex: 'girl' }, 36, 40]])]);
    const exact = release([table('all', [[{}, 40]]), table('girls', [[{ sex: 'girl' }, 38]])]);
    expect(found(rounded)).toEqual([]);
    expect(found(exact, rounded)).toEqual(['rest: all and girls']);
  });

  test('another source, and other data, are of other children', () => {
    const girls = { ...table('girls', [[{ sex: 'girl' }, 38]]), source: 'changes' };
    expect(found(release([table('all', [[{}, 40]]), girls]))).toEqual([]);
    expect(
      found(release([table('all', [[{}, 40]])]), release([table('girls', [[{ sex: 'girl' }, 38]])], 'then')),
    ).toEqual([]);
  });

  test('those of no group that was told', () => {
    const sexes = table('sexes', [
      [{ sex: 'girl' }, 20],
      [{ sex: 'boy' }, 17],
    ]);
    expect(found(release([table('all', [[{}, 40]]), sexes]))).toEqual(['rest: all and sexes']);
  });

  test('who meets one more condition is among those who need not', () => {
    const whole = table('all', [[{}, 85]]);
    const known = table('those whose sex is known', [
      [{ sex: 'girl' }, 59],
      [{ sex: 'boy' }, 25],
    ]);
    const asked = {
      ...known,
      counts: known.counts.map((count) => ({ ...count, asked: ['sex IS NOT NULL'] })),
    };
    expect(found(release([whole, asked]))).toEqual(['rest: all and those whose sex is known']);
    const others = { ...whole, counts: whole.counts.map((count) => ({ ...count, asked: ['age > 3'] })) };
    expect(found(release([others, asked]))).toEqual([]);
  });

  test('several values of one column hold each of them', () => {
    const some = table('two projects', [[{ project: ['a', 'b'] }, 32]]);
    expect(found(release([some, table('one', [[{ project: 'a' }, 30]])]))).toEqual([
      'rest: two projects and one',
    ]);
    expect(found(release([some, table('one', [[{ project: 'c' }, 30]])]))).toEqual([]);
  });

  test('a choice that can hold another one', () => {
    const wide = table('3 to 10', [[{}, 40]], { age: '[3,10]' });
    const narrow = table('3 to 9', [[{}, 37]], { age: '[3,9]' });
    expect(found(release([wide]), release([narrow]))).toEqual(['rest: 3 to 10 and 3 to 9']);
  });

  test('the same group of two exports: the two who came', () => {
    const then = release([table('all', [[{}, 40]])], 'then');
    expect(found(release([table('all', [[{}, 42]])]), then)).toEqual(['changed: all and all']);
    expect(found(release([table('all', [[{}, 47]])]), then)).toEqual([]);
    expect(found(release([table('all', [[{}, 40]])]), then)).toEqual([]);
  });

  test('several subtractions', () => {
    // The boys of 3 to 10 are 40 - 22 - (20 - 15) = 13 … and those of the project among them 2.
    const tables = [
      table('by sex', [
        [{}, 40],
        [{ sex: 'girl' }, 22],
      ]),
      table('by age', [[{ age: '3-10' }, 20]]),
      table('girls of an age', [[{ age: '3-10', sex: 'girl' }, 5]]),
      table('boys elsewhere', [[{ age: '11-16', sex: 'boy' }, 1]]),
    ];
    expect(found(release(tables)).some((said) => said.startsWith('sums'))).toBe(true);
  });

  test('rounded counts leave room', () => {
    const all = table('all', [[{}, 38, 42]]);
    expect(found(release([all, table('girls', [[{ sex: 'girl' }, 33, 37]])]))).toEqual([]);
    expect(found(release([all, table('girls', [[{ sex: 'girl' }, 40, 40]])]))).toEqual([]);
    expect(
      found(release([table('all', [[{}, 40, 42]]), table('girls', [[{ sex: 'girl' }, 39, 39]])])),
    ).toEqual(['rest: all and girls']);
  });

  test('a table’s own sums are the guard’s concern when it is cleared', () => {
    expect(
      found(
        release([
          table('sexes', [
            [{}, 40],
            [{ sex: 'girl' }, 38],
          ]),
        ]),
      ),
    ).toEqual([]);
  });
});

const divisions = { sex: ['girl', 'boy'], age: ['3-10', '11-16', '17-24'], project: ['a', 'b'] } as const;
type Division = keyof typeof divisions;
const columns = Object.keys(divisions) as Division[];
/** The smallest groups: of every sex, age and project, and where one of them is not known. */
const groups = [...divisions.sex, null].flatMap((sex) =>
  [...divisions.age, null].flatMap((age) =>
    [...divisions.project, null].map((project) => ({ sex, age, project })),
  ),
);
const asked = fc.record({
  by: fc.subarray(columns, { maxLength: 2 }),
  whom: fc.record(
    {
      sex: fc.constantFrom(...divisions.sex),
      age: fc.constantFrom(...divisions.age),
      project: fc.constantFrom(...divisions.project),
    },
    { requiredKeys: [] },
  ),
});
/** Few children's answers are missing. */
const children = fc.tuple(
  ...groups.map((group) => {
    const isMissing = Object.values(group).includes(null);
    return fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 0, max: isMissing ? 2 : 12 }) },
      { weight: isMissing ? 8 : 1, arbitrary: fc.constant(0) },
    );
  }),
);

describe('an attacker with another solver', () => {
  test('who has all that was let go knows no small group of theirs exactly', () => {
    let stopped = 0;
    let letGo = 0;
    fc.assert(
      fc.property(children, fc.array(asked, { minLength: 2, maxLength: 5 }), (counts, questions) => {
        const before: Release[] = [];
        const equations: { parts: number[]; total: { known: number } }[] = [];
        for (const [at, { by, whom }] of questions.entries()) {
          const of = groups
            .map((group, index) => ({ group, index }))
            .filter(({ group }) =>
              columns.every((column) => whom[column] === undefined || group[column] === whom[column]),
            );
          const rowOf = ({ group }: (typeof of)[number]) => JSON.stringify(by.map((column) => group[column]));
          const rows = [...new Set(of.map(rowOf))]
            .map((row) => of.filter((each) => rowOf(each) === row))
            .filter((row) => sumOf(row) > 0);
          const labels = by.map((column): Column => ({
            name: column,
            type: 'code',
            values: rows.map((row) => row[0]?.group[column] ?? null),
          }));
          const n: Column = { name: 'n', type: 'integer', values: rows.map(sumOf) };
          const clearing = clear(
            { columns: [...labels, n], rowCount: rows.length, truncated: false },
            policyOf({}),
          );
          if (!clearing.ok) continue;
          const population = {
            source: 'courses',
            among: new Map(Object.entries(whom).map(([column, value]) => [column, [value]])),
            asked: [],
            chosen: new Map(),
          };
          const fresh: Release = {
            notebook: 'x',
            at: String(at),
            data: 'd',
            tables: [tellTable(`t${at}`, clearing.cleared, population)],
          };
          if (findConflicts(fresh, before, 5).length > 0) {
            stopped += 1;
            continue;
          }
          letGo += 1;
          before.push(fresh);
          rows.forEach((row, place) => {
            if (clearing.cleared.withheld[place] === null)
              equations.push({ parts: row.map(({ index }) => index), total: { known: sumOf(row) } });
          });

          function sumOf(row: readonly { readonly index: number }[]): number {
            return row.reduce((all, { index }) => all + (counts[index] ?? 0), 0);
          }
        }
        for (const row of groups.keys()) {
          const [least, most] = boundsOf(row, { counts, equations }, () => true);
          if (most > 0 && least < 5)
            expect(most - least, JSON.stringify({ group: groups[row], least, most })).toBeGreaterThanOrEqual(
              5,
            );
        }
      }),
      { seed: 2026, numRuns: 80 },
    );
    expect(letGo).toBeGreaterThan(60);
    expect(stopped).toBeGreaterThan(2);
  }, 60_000);
});
