import { describe, expect, test } from 'vitest';
import { start, apply } from '../../../src/lib/dataflow/apply';
import { populationOf } from '../../../src/lib/dataflow/population';
import type { InputValue } from '../../../src/lib/notebook/input';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';

const tables = { stamp: '1', tables: [{ name: 'courses', columns: ['project', 'sex', 'age', 'unit'] }] };

function whom(sql: string, { others = '', project = null as InputValue, age = [0, 24] as InputValue } = {}) {
  const text = `---
format: 1
---
\`\`\`input project
type: select
label: Projekt
all: Alle
from: SELECT DISTINCT project FROM courses
value: null
\`\`\`
\`\`\`input age
type: range
label: Alder
min: 0
max: 24
value: [0, 24]
\`\`\`
${others}
\`\`\`sql t
${sql}
\`\`\`
`;
  let session = start(parse(text).notebook, tables);
  for (const [name, value] of Object.entries({ project, age }))
    session = apply(session, { type: 'input-set', name: CellName.parse(name), value, at: 0 }).session;
  const population = populationOf(session, CellName.parse('t'));
  if (!population) throw new Error('no population');
  return {
    source: population.source,
    asked: population.asked,
    among: Object.fromEntries(population.among),
    chosen: Object.fromEntries(population.chosen),
  };
}

describe('whom a result is about', () => {
  test.each([
    ["SELECT count(*) AS n FROM courses WHERE sex = 'girl'", { sex: ['girl'] }],
    [
      "SELECT count(*) AS n FROM courses AS c WHERE c.sex::VARCHAR = 'girl' AND c.unit IN ('b', 'a')",
      { sex: ['girl'], unit: ['a', 'b'] },
    ],
    ["SELECT count(*) AS n FROM courses WHERE unit IN ('a', 'b') AND unit = 'a'", { unit: ['a'] }],
    ["SELECT count(*) AS n FROM courses WHERE unit = 'it''s' GROUP BY ALL ORDER BY 1", { unit: ["it's"] }],
    ['SELECT count(*) AS n FROM courses', {}],
    ['SELECT count(*) AS n FROM courses WHERE chosen(project, $project)', {}],
  ])('%s', (sql, among) => expect(whom(sql).among).toEqual(among));

  test('what is chosen is a condition on the column it is chosen for', () => {
    const here = 'SELECT count(*) AS n FROM courses WHERE chosen(project, $project)';
    expect(whom(here, { project: 'BRUS' }).among).toEqual({ project: ['BRUS'] });
    expect(whom(here, { project: 'BRUS' }).source).toBe(whom(here).source);
    const deeper =
      'WITH own AS (SELECT * FROM courses WHERE chosen(courses.project, $project)) SELECT count(*) AS n FROM own';
    expect(whom(deeper, { project: 'BRUS' }).among).toEqual({ project: ['BRUS'] });
    expect(whom(deeper, { project: 'BRUS' }).source).toBe(whom(deeper).source);
  });

  test('a choice that can hold another one is kept apart', () => {
    const sql = "SELECT count(*) AS n FROM courses WHERE age BETWEEN $age.low AND $age.high AND sex = 'boy'";
    expect(whom(sql, { age: [3, 10] })).toMatchObject({ among: { sex: ['boy'] }, chosen: { age: '[3,10]' } });
  });

  test('the same source however it is counted, divided and written', () => {
    const one = whom("select count(*) n from courses where project = 'a' and age > 3");
    const other = whom(
      "SELECT sex, -- each\n  avg(age) AS age, count(*) AS n\nFROM courses WHERE age > 3 AND project = 'b' GROUP BY sex",
    );
    expect(other.source).toBe(one.source);
  });

  test('every other condition is one more', () => {
    const sql =
      "SELECT count(*) AS n FROM courses WHERE sex IS NOT NULL AND age BETWEEN 3 AND 10 AND unit = 'a'";
    expect(whom(sql)).toMatchObject({
      asked: ['age between 3 and 10', 'sex is not null'],
      among: { unit: ['a'] },
    });
    expect(whom(sql).source).toBe(whom('SELECT count(*) AS n FROM courses').source);
  });

  test.each([
    'SELECT count(*) AS n FROM courses JOIN changes USING (course_id) WHERE age > 3',
    'SELECT count(*) AS n FROM courses WHERE age > 3 UNION ALL SELECT 1 AS n FROM courses',
    'SELECT count(*) AS n FROM (SELECT DISTINCT * FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT DISTINCT age // 2 AS half FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT * FROM courses LIMIT 9) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT count(*) AS all FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT max(age) AS oldest FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT sex, count(*) AS n FROM courses GROUP BY sex) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT *, unnest([1, 2]) AS one FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT age * 2 AS age FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT * REPLACE (age * 2 AS age) FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT unit AS sex, age FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM courses TABLESAMPLE 50% WHERE age > 3',
    'WITH courses AS (SELECT 1 AS age) SELECT count(*) AS n FROM courses WHERE age > 3',
  ])('another source: %s', (sql) => {
    expect(whom(sql).source).not.toBe(whom('SELECT count(*) AS n FROM courses WHERE age > 3').source);
  });

  test.each([
    'SELECT count(*) AS n FROM courses c WHERE c.age > 3',
    'SELECT count(*) AS n FROM Courses AS "x" WHERE x.age > 3',
    'WITH old AS (SELECT * FROM courses) SELECT count(*) AS n FROM courses WHERE age > 3',
    'WITH old AS (SELECT * FROM courses WHERE age > 3) SELECT count(*) AS n FROM old',
    'WITH courses AS (SELECT * FROM courses WHERE age > 3) SELECT count(*) AS n FROM courses',
    'SELECT count(*) AS n FROM (SELECT sex, c.age, age // 2 AS half, rank() OVER (ORDER BY age) AS r FROM courses AS c) AS d WHERE d.age > 3',
    'SELECT count(*) AS n FROM (SELECT *, count(*) OVER (PARTITION BY sex) AS alike FROM courses) WHERE age > 3',
    'SELECT count(*) AS n FROM (SELECT * EXCLUDE (unit) FROM (FROM courses WHERE age > 3) ORDER BY age)',
  ])('the same children: %s', (sql) => {
    const one = whom('SELECT count(*) AS n FROM courses WHERE age > 3');
    expect(whom(sql)).toMatchObject({ source: one.source, asked: one.asked });
  });

  test('what a cell is called makes no difference, nor whether one reads it or what it chooses among', () => {
    const [mine, yours] = ['mine', 'yours'].map((name) =>
      whom(`SELECT count(*) AS n FROM ${name} WHERE sex = 'boy'`, {
        others: `\`\`\`sql ${name}\nSELECT *, age > 9 AS old FROM courses WHERE unit = 'a' AND age > 3\n\`\`\``,
      }),
    );
    expect(mine).toEqual(yours);
    expect(mine).toMatchObject({
      source: 'courses',
      asked: ['age > 3'],
      among: { sex: ['boy'], unit: ['a'] },
    });
    const [ours, theirs] = ['ours', 'theirs'].map((name) =>
      whom(`SELECT count(*) AS n FROM ${name} JOIN courses USING (unit)`, {
        others: `\`\`\`sql ${name}\nSELECT unit, count(*) AS n FROM courses GROUP BY unit\n\`\`\``,
      }),
    );
    expect(ours).toEqual(theirs);
  });

  const grouped = `\`\`\`sql grouped
SELECT sex, unit, count(*) AS n, count(age) AS known FROM courses WHERE age > 3 GROUP BY sex, unit
\`\`\``;
  test('what another counted and is handed on is about whom it was about', () => {
    const own = whom('SELECT count(*) AS n FROM courses WHERE age > 3');
    for (const sql of [
      "SELECT * FROM grouped WHERE sex = 'boy'",
      "SELECT g.n, upper(unit) AS u FROM grouped g WHERE g.sex = 'boy' ORDER BY n",
    ])
      expect(whom(sql, { others: grouped })).toMatchObject({ ...own, among: { sex: ['boy'] } });
  });

  test.each([
    'SELECT sex, known AS n FROM grouped',
    'SELECT sex, least(n, known) AS n FROM grouped',
    'SELECT sex, unnest([n, known]) AS n FROM grouped',
    'SELECT * REPLACE (known AS n) FROM grouped',
    'SELECT a.sex, b.n FROM grouped AS a JOIN grouped AS b USING (sex)',
  ])('a count that is made of others is of a source of its own: %s', (sql) => {
    const { source, asked } = whom(sql, { others: grouped });
    expect(source).toContain('select');
    expect(asked).toEqual([]);
  });

  test('what it reads is part of it', () => {
    const sql = 'SELECT count(*) AS n FROM old';
    const [one, two] = ['age > 3', 'age > 4'].map((what) =>
      whom(sql, { others: `\`\`\`sql old\nSELECT DISTINCT unit FROM courses WHERE ${what}\n\`\`\`` }),
    );
    expect(one?.source).not.toBe(two?.source);
  });

  test('not (NOT, <>, OR) are no simple conditions', () => {
    expect(
      whom(
        "SELECT count(*) AS n FROM courses WHERE NOT sex = 'girl' AND unit <> 'a' AND (unit = 'b' OR age = 3)",
      ).among,
    ).toEqual({});
  });
});
