import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../../src/lib/dataflow/definition';
import { CellName, isNamed } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import { serialize } from '../../../src/lib/notebook/serialize';

const text = `---
format: 1
---
\`\`\`input age
type: number
label: Alder
value: 11
\`\`\`

\`\`\`sql older
SELECT * FROM changes WHERE age >= $age
\`\`\`

\`\`\`sql counted title="Talt"
SELECT sex, count(*) AS n FROM older GROUP BY sex
\`\`\`

\`\`\`compare effect
data: older
by: sex
before: before
after: after
\`\`\`

\`\`\`sql large
SELECT * FROM effect
\`\`\`

\`\`\`sql beside title="Ved siden af"
SELECT count(*) AS n FROM courses
\`\`\`

\`\`\`plot drawn
data: counted
marks: [{ barX: { x: n, y: sex } }]
\`\`\`
`;
const names = ['older', 'counted', 'effect', 'large', 'beside'].map((name) => CellName.parse(name));
const definitions = (written: string) =>
  new Map(names.map((name) => [name, definitionOf(parse(written).notebook, name)]));

function changedBy(from: string, to: string): readonly string[] {
  expect(text).toContain(from);
  const before = definitions(text);
  const after = definitions(text.replace(from, to));
  return names.filter((name) => before.get(name) !== after.get(name));
}

describe('what a cell is computed from, as its notebook says it', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a menu', 'value: 11', 'value: 12', ['older', 'counted', 'effect', 'large']],
    ['the text of a cell', 'age >= $age', 'age > $age', ['older', 'counted', 'effect', 'large']],
    ['a cell nothing reads', 'FROM courses', 'FROM who5', ['beside']],
    ['what is compared', 'by: sex', 'by: age_group', ['effect', 'large']],
    ['which way is better', 'by: sex', 'by: sex\nbetter: lower', ['effect', 'large']],
    ['an interval', 'title="Talt"', 'title="Talt" interval=n', ['counted']],
    [
      'the notebook’s own norms',
      'format: 1',
      'format: 1\ninstruments: { who5: { reliability: { total: 0.85 } } }',
      names,
    ],
  ])('changes with %s, for all that reads it and for no other', (_, from, to, expected) => {
    expect(changedBy(from, to)).toEqual(expected);
  });

  test.each([
    ['a title', 'title="Talt"', 'title="Så mange"'],
    ['a chart', 'x: n, y: sex', 'y: n, x: sex'],
    ['a text', '```plot', 'En tekst.\n\n```plot'],
    ['whom it is for', 'format: 1', 'format: 1\ndisclosure: { preset: public }'],
  ])('does not change with %s', (_, from, to) => {
    expect(changedBy(from, to)).toEqual([]);
  });

  test('is no more where the cell cannot run', () => {
    expect(definitions(text.replace('$age', '$nobody')).get(CellName.parse('counted'))).toBeUndefined();
    expect(definitionOf(parse(text).notebook, CellName.parse('nobody'))).toBeUndefined();
    expect(definitionOf(parse(text).notebook, CellName.parse('age'))).toBeUndefined();
  });
});

test('is the same of a notebook that is written and read again', () => {
  for (const file of readdirSync('notebooks')) {
    const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
    const again = parse(serialize(notebook)).notebook;
    for (const { name } of notebook.cells.filter(isNamed))
      expect(definitionOf(again, name)).toBe(definitionOf(notebook, name));
  }
});
