import { describe, expect, test } from 'vitest';
import { start } from '../../../src/lib/dataflow/apply';
import { populationOf } from '../../../src/lib/dataflow/population';
import { clear } from '../../../src/lib/disclosure/clear';
import { tellTable } from '../../../src/lib/disclosure/ledger';
import { findConflicts } from '../../../src/lib/disclosure/subtract';
import type { Merge } from '../../../src/lib/groups/merge';
import { reckon } from '../../../src/lib/groups/reckon';
import { writeMerge } from '../../../src/lib/groups/write-sql';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import type { Result } from '../../../src/lib/results/result';
import { ages, resultOf, tableOf } from './table';

const tables = { stamp: '1', tables: [{ name: 'courses', columns: ['project', 'sex', 'age_group'] }] };
const old =
  "SELECT age_group, count(*) AS n FROM courses WHERE project = 'a' GROUP BY age_group ORDER BY age_group";

function populationIn(cells: Readonly<Record<string, string>>, name: string) {
  const text = Object.entries(cells).map(([cell, sql]) => `\`\`\`sql ${cell}\n${sql}\n\`\`\`\n`);
  const session = start(parse(`---\nformat: 1\n---\n${text.join('\n')}`).notebook, tables);
  const population = populationOf(session, CellName.parse(name));
  if (!population) throw new Error('no population');
  return population;
}

function told(table: string, result: Result, cells: Readonly<Record<string, string>>, name: string) {
  const clearing = clear(result, { kind: 'minimum', minimum: 5 });
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return tellTable(table, clearing.cleared, populationIn(cells, name));
}

describe('the old table and the merged one', () => {
  const gave = (counts: readonly number[]) =>
    resultOf(
      ['age_group', 'n'],
      counts.map((n, at) => [ages[at + 1] ?? null, n]),
    );
  const small = [30, 2, 12];
  const table = tableOf(old, gave(small));
  if (!table) throw new Error('no table');
  const merge = (codes: readonly string[], name = "11+'; --"): Merge => ({
    out: new Set(),
    groups: new Map([['age_group', [{ name, codes }]]]),
  });
  const sqlOf = (merged: Merge) => writeMerge(table, merged, 't');
  const conflicts = (merged: Merge, counts = small) => {
    const result = gave(counts);
    const now = tableOf(old, result) ?? table;
    const cells = { t: old, t_merged: sqlOf(merged) };
    const release = {
      notebook: 'n',
      at: '2026-01-01',
      data: 'd',
      tables: [told('old', result, cells, 't'), told('new', reckon(now, merged), cells, 't_merged')],
    };
    return findConflicts(release, [], 5).map(({ kind, one, other }) => [kind, one.table, other.table]);
  };

  test('what both tell of the same children is subtracted', () => {
    // 17-24 is told as 12, 11-16 with 17-24 as 14.
    expect(conflicts(merge(['11-16', '17-24']))).toEqual([['rest', 'new', 'old']]);
  });

  test('so is all of them, from which all but the small group is told', () => {
    expect(conflicts(merge(ages.slice(1)))).toEqual([['rest', 'new', 'old']]);
  });

  test('where no group is small nothing is found', () => {
    expect(conflicts(merge(['11-16', '17-24']), [30, 8, 12])).toEqual([]);
  });

  test('a merged group is its codes, whatever it is called', () => {
    const population = populationIn({ t: old, t_merged: sqlOf(merge(['11-16', '17-24'])) }, 't_merged');
    expect(population.source).toBe(populationIn({ t: old }, 't').source);
    expect(population.among).toEqual(new Map([['project', ['a']]]));
    const names = population.groups?.get('age_group');
    expect(names?.get("11+'; --")).toEqual(['11-16', '17-24']);
    expect(names?.get('age_group 3-10')).toEqual(['3-10']);
  });

  test('a sum of all groups is all of their children', () => {
    const all = 'SELECT sum(n) AS n, round(sum(n * n) / sum(n)) AS size FROM t';
    const whole = populationIn({ t: old }, 't');
    expect(populationIn({ t: old, all }, 'all')).toMatchObject({ source: whole.source, asked: whole.asked });
    const unfolded = 'SELECT unnest([1, 2]) AS place, count(*) AS n FROM courses GROUP BY place';
    const { source } = populationIn({ u: unfolded, all: 'SELECT sum(n) AS n FROM u' }, 'all');
    expect(source).not.toBe(populationIn({ u: unfolded }, 'u').source);
  });

  test('what is merged again is what it was made of', () => {
    const again =
      "SELECT CASE WHEN age_group IN ('11+''; --', 'age_group 3-10') THEN 'x' ELSE age_group END AS age_group, sum(n) AS n FROM t_merged GROUP BY ALL";
    const cells = { t: old, t_merged: sqlOf(merge(['11-16', '17-24'])), again };
    expect(populationIn(cells, 'again').groups?.get('age_group')?.get('x')).toEqual([
      '11-16',
      '17-24',
      '3-10',
    ]);
  });
});

describe('a query that does more is of a source of its own', () => {
  test.each([
    ['counts rows', 'SELECT age_group, count(*) AS n FROM t GROUP BY ALL'],
    ['asks for more', "SELECT age_group, sum(n) AS n FROM t WHERE age_group = '3-10' GROUP BY ALL"],
    ['reads those without an answer alone', 'SELECT sum(n) AS n FROM t WHERE age_group IS NULL GROUP BY ALL'],
    ['takes some', 'SELECT age_group, sum(n) AS n FROM t GROUP BY ALL LIMIT 2'],
    ['joins', 'SELECT t.age_group, sum(n) AS n FROM t JOIN courses USING (age_group) GROUP BY ALL'],
    ['names by something else', 'SELECT upper(age_group::VARCHAR) AS age_group, sum(n) AS n FROM t GROUP BY ALL'],
    ['cases of a range', "SELECT CASE WHEN age_group > 'a' THEN 'b' ELSE age_group END AS age_group, sum(n) AS n FROM t GROUP BY ALL"],
  ])('%s', (_, sql) => {
    const population = populationIn({ t: old, u: sql }, 'u');
    expect(population.source).not.toBe(populationIn({ t: old }, 't').source);
    expect(population.groups).toBeUndefined();
  }); // prettier-ignore
});

describe('of rows that are unfolded', () => {
  const banded = "WITH a AS (SELECT *, unnest(['all', age_group::VARCHAR]) AS ages FROM courses)";
  const t = `${banded} SELECT ages, sex, count(*) AS n, n / 2 AS half FROM a GROUP BY ages, sex`;
  test.each([
    ['what a child has one of is put together', 'SELECT ages, sum(n) AS n FROM t GROUP BY ALL', true],
    ['what it has several of is not left out', 'SELECT sex, sum(n) AS n FROM t GROUP BY ALL', false],
    [
      'nor put together',
      "SELECT CASE WHEN ages IN ('all', '3-10') THEN 'x' ELSE ages END AS ages, sex, sum(n) AS n FROM t GROUP BY ALL",
      false,
    ],
  ])('%s', (_, sql, isOfTheSame) => {
    const source = populationIn({ t }, 't').source;
    expect(populationIn({ t, u: sql }, 'u').source === source).toBe(isOfTheSame);
  });
});
