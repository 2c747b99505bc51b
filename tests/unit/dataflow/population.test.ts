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
    'WITH old AS (SELECT * FROM courses) SELECT count(*) AS n FROM courses WHERE age > 3',
  ])('another source: %s', (sql) => {
    expect(whom(sql).source).not.toBe(whom('SELECT count(*) AS n FROM courses WHERE age > 3').source);
  });

  test('what it reads is part of it', () => {
    const sql = 'SELECT count(*) AS n FROM old';
    const [one, two] = ['age > 3', 'age > 4'].map((what) =>
      whom(sql, { others: `\`\`\`sql old\nSELECT * FROM courses WHERE ${what}\n\`\`\`` }),
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
