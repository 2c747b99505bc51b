import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noTables } from '../../../src/lib/dataflow/apply';
import { graphOf } from '../../../src/lib/dataflow/graph';
import { isNamed } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import { placeCells } from '../../../src/lib/ui/map/place-cells';

const placed = (text: string) => placeCells(graphOf(parse(text).notebook, noTables));
const head = '---\nformat: 1\ntitle: t\n---\n';
const sql = (name: string, body: string) => `\`\`\`sql ${name}\n${body}\n\`\`\`\n\n`;

test('a cell stands one step after the last of what it reads, inputs among it', () => {
  const text = `${head}${sql('below', 'SELECT * FROM pairs, other WHERE $p')}${sql('pairs', 'SELECT * FROM other')}${sql('other', 'SELECT 1')}\`\`\`input p\ntype: checkbox\nvalue: true\n\`\`\`\n\n\`\`\`plot drawn\ndata: below\nmarks:\n  - barX: {x: n}\n\`\`\`\n`;
  const steps = Object.fromEntries(placed(text).map(({ name, step }) => [name, step]));
  expect(steps).toEqual({ other: 0, p: 0, pairs: 1, below: 2, drawn: 3 });
  expect(
    placed(text)
      .find(({ name }) => name === 'below')
      ?.reads.toSorted(),
  ).toEqual(['other', 'p', 'pairs']);
});

test('no two cells have one place', () => {
  const text = `${head}${['a', 'b', 'c'].map((name) => sql(name, 'SELECT 1')).join('')}${sql('d', 'SELECT * FROM a')}`;
  const places = placed(text).map(({ step, row }) => `${step} ${row}`);
  expect(new Set(places).size).toBe(4);
});

test('what reads in a circle is left out, and what reads it too', () => {
  const text = `${head}${sql('a', 'SELECT * FROM b')}${sql('b', 'SELECT * FROM a')}${sql('c', 'SELECT * FROM b')}${sql('d', 'SELECT 1')}`;
  expect(placed(text).map(({ name }) => name)).toEqual(['d']);
});

test('every named cell of our notebooks has a place', () => {
  for (const file of readdirSync('notebooks')) {
    const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
    const places = placeCells(graphOf(notebook, noTables));
    expect(places.length, file).toBe(notebook.cells.filter(isNamed).length);
  }
});
