import { describe, expect, it } from 'vitest';
import { compile, placeInCell } from '../../../src/lib/dataflow/compile';
import { changedBetween, fingerprintOf } from '../../../src/lib/dataflow/fingerprint';
import { graphOf, shadowsOf } from '../../../src/lib/dataflow/graph';
import { literalOf } from '../../../src/lib/dataflow/literal';
import { Input } from '../../../src/lib/notebook/input';
import type { Notebook } from '../../../src/lib/notebook/notebook';
import { asName, notebookOf, read, tables } from './notebooks';

const graph = (notebook: Notebook) => graphOf(notebook, tables);
const failures = (notebook: Notebook) =>
  [...graph(notebook).nodes.values()].flatMap(({ name, failure }) =>
    failure ? [`${name}: ${failure.kind} ${failure.message}`] : [],
  );

describe('compile', () => {
  it('puts what a cell reads before it, each on lines of its own', () => {
    const notebook = notebookOf(
      ['c', 'FROM a JOIN b USING (n)'],
      ['b', 'SELECT n\nFROM a -- end'],
      ['a', 'FROM courses;'],
      ['z', 'FROM c'],
    );
    expect(compile(graph(notebook), asName('c'))?.sql).toBe(
      'WITH a AS (\nFROM courses \n), b AS (\nSELECT n\nFROM a -- end\n), c AS (\nFROM a JOIN b USING (n)\n)\nSELECT * FROM c',
    );
  });

  it('is the same text wherever the cells stand', () => {
    const cells = [
      ['a', 'FROM courses'],
      ['b', 'FROM courses'],
      ['c', 'FROM b, a'],
    ] as const;
    const [one, other] = [notebookOf(...cells), notebookOf(...cells.toReversed())].map(
      (notebook) => compile(graph(notebook), asName('c'))?.sql,
    );
    expect(one).toBe(other);
  });

  it('quotes a name that is a keyword', () => {
    const notebook = notebookOf(['order', 'FROM courses'], ['left', 'FROM "order"']);
    expect(compile(graph(notebook), asName('left'))?.sql).toContain(
      'WITH "order" AS (\nFROM courses\n), "left" AS (',
    );
  });

  it('keeps a cell called like a table away from cells that read the table', () => {
    const notebook = notebookOf(['courses', 'SELECT 1'], ['a', 'FROM courses']);
    expect(failures(notebook)).toEqual(['courses: name-is-table courses']);
    expect(compile(graph(notebook), asName('a'))?.sql).toBe('WITH a AS (\nFROM courses\n)\nSELECT * FROM a');
  });

  it('is nothing for a cell that is wrong, and for those that read it', () => {
    const notebook = notebookOf(['a', 'SELECT (1'], ['b', 'FROM a'], ['c', '-- later']);
    expect(['a', 'b', 'c'].map((name) => compile(graph(notebook), asName(name)))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what is wrong before anything runs', () => {
  const unbalanced = [
    'SELECT 1)',
    'SELECT 1), evil AS (SELECT 2',
    "SELECT 'a",
    'SELECT "a',
    'SELECT 1 /* /* */',
    'SELECT 1 \0',
  ];
  it.each(unbalanced)('%j is unbalanced', (body) => {
    expect(failures(notebookOf(['a', body]))[0]).toContain('a: unbalanced');
  });

  it.each([
    ['a second statement', ['a', 'SELECT 1; SELECT 2'], 'a: refused ;'],
    ['an unknown input', ['a', 'SELECT $x'], 'a: unknown-input x'],
    ['a cell as an input', ['a', 'SELECT $a'], 'a: unknown-input a'],
  ] as const)('%s', (_, cell, expected) => expect(failures(notebookOf(cell))).toEqual([expected]));

  it('an unknown input has a place and candidates', () => {
    const notebook = read(
      '```input project\ntype: text\nvalue: a\n```\n```sql a\nSELECT 1,\n  $projekt\n```\n',
    );
    expect(graph(notebook).nodes.get(asName('a'))?.failure).toMatchObject({
      line: 2,
      column: 3,
      candidates: ['project'],
    });
  });

  it('a name twice is wrong on both', () => {
    expect(failures(notebookOf(['a', 'SELECT 1'], ['a', 'SELECT 2'], ['b', 'FROM a']))).toEqual([
      'a: duplicate-name a',
    ]);
  });

  it('cycles are wrong on their members only', () => {
    const notebook = notebookOf(
      ['a', 'FROM b'],
      ['b', 'FROM c'],
      ['c', 'FROM a'],
      ['own', 'FROM own'],
      ['after', 'FROM a'],
      ['free', 'SELECT 1'],
    );
    expect(failures(notebook)).toEqual([
      'a: cycle a, b, c',
      'b: cycle a, b, c',
      'c: cycle a, b, c',
      'own: cycle own',
    ]);
  });

  it('a column called like a cell orders nothing, makes no cycle, and is told', () => {
    const notebook = notebookOf(['a', 'SELECT b FROM courses'], ['b', 'SELECT a, b FROM a']);
    expect(failures(notebook)).toEqual([]);
    expect(graph(notebook).order).toEqual(['a', 'b']);
    expect(shadowsOf(graph(notebook)).map(({ cell, name }) => [cell, name])).toEqual([
      ['a', 'b'],
      ['b', 'b'],
    ]);
  });

  it('a chart draws a cell that exists', () => {
    const chart = (data: string) => `\`\`\`plot p\ndata: ${data}\nmarks: [{ ruleX: [1] }]\n\`\`\`\n`;
    expect(failures(read('```sql a\nSELECT 1\n```\n' + chart('a')))).toEqual([]);
    expect(failures(read('```sql a\nSELECT 1\n```\n' + chart('b')))).toEqual(['p: unknown-cell b']);
  });
});

describe('literalOf', () => {
  it.each([
    [{ type: 'select', value: "BR'US" }, "'BR''US'"],
    [{ type: 'select', value: null }, 'NULL::VARCHAR'],
    [{ type: 'select', all: 'Alle', value: 'BRUS' }, "['BRUS']"],
    [{ type: 'select', all: 'Alle', value: null }, 'NULL::VARCHAR[]'],
    [{ type: 'multi-select', value: ['a', 'b'] }, "['a', 'b']"],
    [{ type: 'multi-select', value: [] }, 'NULL::VARCHAR[]'],
    [{ type: 'number', value: 12.5 }, '12.5'],
    [{ type: 'number', value: -5 }, '(-5)'],
    [{ type: 'range', min: 0, max: 20, value: [3, 10] }, "({'low': 3, 'high': 10})"],
    [{ type: 'date', value: '2024-02-29' }, "DATE '2024-02-29'"],
    [{ type: 'checkbox', value: true }, 'TRUE'],
    [{ type: 'text', value: "it's\nso" }, "E'it''s\\nso'"],
  ])('%j', (input, literal) => expect(literalOf(Input.parse(input))).toBe(literal));
});

describe('placeInCell', () => {
  const notebook = read(
    '```input p\ntype: text\nvalue: "a long value"\n```\n```sql a\nSELECT 1\nFROM courses\n```\n```sql b\nSELECT $p, $p, nope\nFROM a;\n```\n',
  );
  const compiled = compile(graph(notebook), asName('b'));

  it('finds every token of every body again, through the literals', () => {
    if (!compiled) throw new Error('no text');
    const lines = compiled.sql.split('\n');
    const nope = lines.findIndex((line) => line.includes('nope'));
    const find = (line: number, column: number) => placeInCell(compiled, { line, column });
    expect(find(nope + 1, (lines[nope] ?? '').indexOf('nope') + 1)).toEqual({
      cell: 'b',
      line: 1,
      column: 16,
    });
    expect(find(nope + 1, 8)).toEqual({ cell: 'b', line: 1, column: 8 });
    expect(find(nope + 1, 12)).toEqual({ cell: 'b', line: 1, column: 8 });
    expect(find(nope + 1, 24)).toEqual({ cell: 'b', line: 1, column: 12 });
    expect(find(3, 6)).toEqual({ cell: 'a', line: 2, column: 6 });
    expect(find(4, 1)).toEqual({ cell: 'a', line: 2, column: 13 });
    expect(find(7, 1)).toEqual({ cell: 'b', line: 2, column: 8 });
    expect(find(8, 1)).toBeUndefined();
  });
});

describe('fingerprints', () => {
  const at = (a: string, value: string, stamp = 's') => {
    const notebook = read(
      `\`\`\`input p\ntype: text\nvalue: ${value}\n\`\`\`\n\`\`\`sql a\n${a}\n\`\`\`\n\`\`\`sql b\nFROM a WHERE x = $p\n\`\`\`\n`,
    );
    const compiled = compile(graph(notebook), asName('b'));
    if (!compiled) throw new Error('no text');
    return fingerprintOf(compiled, stamp);
  };
  it('say what changed', () => {
    expect(at('FROM courses', 'v')).toBe(at('FROM courses', 'v'));
    expect(changedBetween(at('FROM courses', 'v'), at('FROM courses', 'w'))).toEqual(['p']);
    expect(changedBetween(at('FROM courses', 'v'), at('SELECT 1', 'w'))).toEqual(['a', 'p']);
    expect(changedBetween(at('FROM courses', 'v'), at('FROM courses', 'v', 't'))).toEqual([]);
    expect(at('FROM courses', 'v')).not.toBe(at('FROM courses', 'v', 't'));
  });
});
