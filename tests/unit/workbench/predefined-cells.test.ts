import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { borrowCells } from '../../../src/lib/dataflow/borrow';
import { graphOf } from '../../../src/lib/dataflow/graph';
import type { Tables } from '../../../src/lib/dataflow/session';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { isNamed, type Cell } from '../../../src/lib/notebook/cell';
import { insertCell } from '../../../src/lib/notebook/edits';
import { Header, type Notebook } from '../../../src/lib/notebook/notebook';
import { lookupsIn } from '../../../src/lib/notebook/outline';
import { parse } from '../../../src/lib/notebook/parse';
import { predefinedIn, searchPredefined } from '../../../src/lib/workbench/predefined-cells';
import { read } from '../dataflow/notebooks';

const folder = new URL('../../../notebooks/', import.meta.url);
const shipped = readdirSync(folder).map(
  (file) => parse(readFileSync(new URL(file, folder), 'utf8')).notebook,
);
const catalogue = shipped.flatMap(predefinedIn);
const tables: Tables = { stamp: '', tables: [] };
const empty: Notebook = { header: Header.parse({ format: 1 }), cells: [] };

/** What a notebook's cells refer to and do not find, and names that stand twice. */
function faultsOf(notebook: Notebook): readonly string[] {
  const graph = graphOf(notebook, tables);
  const named = notebook.cells.filter(isNamed);
  const failed = named.flatMap(({ name }) => graph.nodes.get(name)?.failure?.kind ?? []);
  const lost = named.flatMap(lookupsIn).filter(({ cell }) => !graph.nodes.has(cell));
  return [...failed, ...lost.map(({ cell }) => `no ${cell}`)];
}

const bodies = (cells: readonly Cell[]) => cells.map((cell) => ('body' in cell ? cell.body : ''));

describe('the catalogue of predefined cells', () => {
  test('is the fences with a figure, each under its heading', () => {
    expect(catalogue.length).toBeGreaterThan(70);
    const sdq = catalogue.find(({ figure }) => figure === '5-6');
    expect(sdq).toMatchObject({ name: 'sdq', title: 'Vanskeligheder ved start og ved slut', drawn: true });
    expect(sdq?.heading).toContain('3–10 år');
  });

  test.each([
    ['SDQ før/efter efter køn', 'sdq_p_direction'],
    ['figur 5-6', 'sdq'],
    ['bilag 12', 'low_groups'],
    ['bopæl frafaldne', 'start_by_residence'],
    ['hvem har rusmiddelproblemet trivsel', 'wellbeing_by_party'],
    ['CORE-OM klinisk', 'core_om_clinical'],
    ['familien alder', 'family_direction'],
  ])('is found by "%s"', (query, name) => {
    const found = searchPredefined(query, catalogue, instruments).slice(0, 3);
    expect(found.map((cell) => cell.name)).toContain(name);
  });

  test('finds nothing for a word that no calculation knows', () => {
    expect(searchPredefined('sdq zebra', catalogue, instruments)).toEqual([]);
  });
});

describe.each(catalogue.map((cell) => [`${cell.source.header.title}: ${cell.name}`, cell] as const))(
  '%s',
  (_, { source, name }) => {
    const { cells: brought } = borrowCells(source, name, empty, tables);
    const notebook = insertCell(empty, 0, ...brought);

    test('stands in an empty notebook with all it needs, and once', () => {
      expect(brought.map((cell) => cell.name)).toContain(name);
      expect(faultsOf(notebook)).toEqual([]);
      expect(borrowCells(source, name, notebook, tables)).toEqual({ cells: [], name });
    });

    test('gives way to other cells of the same names', () => {
      const others: Cell[] = brought.map((cell) => ({
        kind: 'sql',
        name: cell.name,
        attributes: [],
        body: 'SELECT 1 AS n',
      }));
      const taken = { ...empty, cells: others };
      const { cells: again, name: called } = borrowCells(source, name, taken, tables);
      expect(called).not.toBe(name);
      expect(again.map((cell) => cell.name)).toContain(called);
      const both = insertCell(taken, others.length, ...again);
      expect(again.length).toBe(brought.length);
      expect(faultsOf(both)).toEqual([]);
      const graph = graphOf(both, tables);
      const reached = again.flatMap((cell) => [...(graph.nodes.get(cell.name)?.reads ?? [])]);
      expect(reached.filter((one) => others.some((other) => 'name' in other && other.name === one))).toEqual(
        [],
      );
    });
  },
);

test('what stands there already is used, also where something else is chosen', () => {
  const source = read(
    '```input p\ntype: select\nfrom: SELECT 1 AS x\nvalue: null\n```\n```sql a\nSELECT 1 AS n\n```\n```sql b\nFROM a WHERE x = $p\n```\n```sql c title=C figure=1\nFROM b\n```',
  );
  const into = read(
    '```input p\ntype: select\nfrom: SELECT 2 AS x\nvalue: BRUS\n```\n```sql a\nSELECT 2 AS n\n```\n```sql b\nFROM a WHERE x = $p\n```',
  );
  const [, , , c] = source.cells;
  if (!c || !isNamed(c)) throw new Error('no c');
  // `b` reads the same, but what it builds on is another `a`.
  expect(bodies(borrowCells(source, c.name, into, tables).cells)).toEqual([
    'SELECT 1 AS n',
    'FROM a_2 WHERE x = $p',
    'FROM b_2',
  ]);
});

test('a cell called like a table of this export gives way to it', () => {
  const source = read('```sql a\nSELECT 1 AS n\n```\n```sql b title=B figure=1\nFROM a\n```');
  const [, b] = source.cells;
  if (!b || !isNamed(b)) throw new Error('no b');
  const own: Tables = { stamp: '', tables: [{ name: 'a', columns: ['n'] }] };
  expect(bodies(borrowCells(source, b.name, empty, own).cells)).toEqual(['SELECT 1 AS n', 'FROM a_2']);
});
