import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportEngine } from '../../src/lib/engine/engine';
import { openNodeImportEngine } from '../../src/lib/engine/node';
import { choices, type Decisions } from '../../src/lib/ingest/decision';
import { FileMapping, withDecisions } from '../../src/lib/ingest/mapping/file-mapping';
import { instruments } from '../../src/lib/instruments/catalogue';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport, type ImportOutcome } from '../../src/lib/workbench/import';

/** One export whose problems are decided in different ways. */
const files = {
  'courses 1.csv': 'course_id;age;sex\nc1;7;girl\nc2;170;boy\nc3;9;cat\nc1;8;boy\n',
  'courses 2.csv': 'course_id;age;sex\nc1;11;girl\nc4;5;girl\n',
  'courses 3.csv': 'course_id;age;sex\nc1;12;boy\nc4;six;boy\nc5;4.5;boy\nc6;170;cat\n',
};

let engine: ImportEngine;
let imports = 0;
beforeAll(async () => {
  engine = await openNodeImportEngine();
});
afterAll(() => engine.close());

/** Each import in a schema of its own: an engine of its own takes ten times as long to start. */
async function openApart(): Promise<ImportEngine> {
  const schema = `import_${(imports += 1)}`;
  await engine.run(`CREATE SCHEMA ${schema}; USE ${schema}`);
  // A name is registered once only.
  const own = (name: string) => `${schema}-${name}`;
  return {
    ...engine,
    register: (name, text) => engine.register(own(name), text),
    run: (sql) =>
      engine.run(sql.replace(/'((?:file|problems)-[^']*)'/g, (_, name: string) => `'${own(name)}'`)),
    close: () => Promise.resolve(),
  };
}

async function importWith(
  decisions: Decisions,
  texts: Record<string, string> = files,
  mappings: FileMapping[] = [],
) {
  const raw = Object.entries(texts).map(([name, text]) => fileOfBytes(name, new TextEncoder().encode(text)));
  return importExport(openApart, [{ dataset: 'export', files: raw }], {
    instruments,
    decisions,
    mappings,
  });
}

/** The rows as they are handed over, in order; codes are their words there. */
function rowsOf({ tables }: ImportOutcome, table: string, columns: readonly string[]): unknown[][] {
  const arrow = tables.find(({ name }) => name === table)?.arrow ?? [];
  const rows = arrow.flatMap((bytes) => {
    const read = tableFromIPC(bytes);
    const values = columns.map((column) => read.getChild(column));
    return Array.from({ length: read.numRows }, (_, row) => values.map((each) => each?.get(row) ?? null));
  });
  return rows.toSorted((one, other) => String(one[0]).localeCompare(String(other[0])));
}
const coursesOf = (outcome: ImportOutcome) => rowsOf(outcome, 'courses', ['course_id', 'age', 'sex']);

const told = ({ problems }: ImportOutcome) =>
  problems.map(({ file, line, rule, action }) => `${file.slice(8, 9)}:${line} ${rule} ${action}`);

test('what was decided of files with our own columns holds for the next ones with the same', async () => {
  const header = ['course_id', 'age', 'sex'];
  const kept = withDecisions(header, undefined, { 'out-of-range': 'row-left-out' });
  const again = withDecisions(header, kept, { 'doubled-row': 'every-row-left-out' });
  expect(FileMapping.parse(again)).toEqual(again);
  const outcome = await importWith({}, files, [again]);
  expect(outcome.uses.map(({ by }) => by)).toEqual(['name', 'name', 'name']);
  expect(coursesOf(outcome).map(([course]) => course)).toEqual(['c3', 'c5']);
  const other = await importWith({}, { 'courses 1.csv': 'course_id;sex;age\nc2;boy;170\n' }, [again]);
  expect(other.files.map(({ kept }) => kept)).toEqual([1]);
});

describe('a course that stands in several rows', () => {
  test('keeps its first row, unless told otherwise', async () => {
    const outcome = await importWith({});
    expect(coursesOf(outcome)).toEqual([
      ['c1', 7, 'girl'],
      ['c2', null, 'boy'],
      ['c3', 9, null],
      ['c4', 5, 'girl'],
      ['c5', null, 'boy'],
      ['c6', null, null],
    ]);
    expect(outcome.files.map(({ rows, kept }) => [rows, kept])).toEqual([
      [4, 3],
      [2, 1],
      [4, 2],
    ]);
  });

  test('keeps its last', async () => {
    const outcome = await importWith({ 'doubled-row': 'earlier-row-left-out' });
    expect(coursesOf(outcome)).toEqual([
      ['c1', 12, 'boy'],
      ['c2', null, 'boy'],
      ['c3', 9, null],
      ['c4', null, 'boy'],
      ['c5', null, 'boy'],
      ['c6', null, null],
    ]);
    expect(told(outcome).filter((line) => line.includes('doubled'))).toEqual([
      '1:2 doubled-row earlier-row-left-out',
      '1:5 doubled-row earlier-row-left-out',
      '2:2 doubled-row earlier-row-left-out',
      '2:3 doubled-row earlier-row-left-out',
    ]);
    expect(outcome.files.map(({ kept }) => kept)).toEqual([2, 0, 4]);
  });

  test('goes altogether, also when a third file has it again', async () => {
    const outcome = await importWith({ 'doubled-row': 'every-row-left-out' });
    expect(coursesOf(outcome).map(([course]) => course)).toEqual(['c2', 'c3', 'c5', 'c6']);
    expect(told(outcome).filter((line) => line.includes('doubled'))).toEqual([
      '1:2 doubled-row every-row-left-out',
      '1:5 doubled-row every-row-left-out',
      '2:2 doubled-row every-row-left-out',
      '2:3 doubled-row every-row-left-out',
      '3:2 doubled-row every-row-left-out',
      '3:3 doubled-row every-row-left-out',
    ]);
    expect(outcome.files.map(({ kept }) => kept)).toEqual([2, 0, 2]);
  });
});

test.each<[Decisions['doubled-row'], unknown[][]]>([
  ['row-left-out', [['c1', 7, 'girl']]],
  ['earlier-row-left-out', [['c1', 11, 'girl']]],
  ['every-row-left-out', []],
])('three rows in two files: %s', async (doubled, left) => {
  const two = {
    'courses 1.csv': 'course_id;age;sex\nc1;7;girl\nc1;8;girl\n',
    'courses 2.csv': 'course_id;age;sex\nc1;11;girl\n',
  };
  expect(coursesOf(await importWith({ 'doubled-row': doubled }, two))).toEqual(left);
  const [one] = Object.entries(two);
  const alone = coursesOf(await importWith({ 'doubled-row': doubled }, Object.fromEntries([one ?? []])));
  expect(alone.map(([, age]) => age)).toEqual(left.map(([, age]) => (age === 11 ? 8 : age)));
});

describe('a value that cannot be used', () => {
  test('takes its row with it where that is decided, and leaves the others', async () => {
    const outcome = await importWith({ 'out-of-range': 'row-left-out', 'not-whole': 'row-left-out' });
    expect(coursesOf(outcome)).toEqual([
      ['c1', 7, 'girl'],
      ['c3', 9, null],
      ['c4', 5, 'girl'],
    ]);
    expect(told(outcome)).toEqual([
      '1:3 out-of-range row-left-out',
      '1:4 unknown-code value-left-out',
      '1:5 doubled-row row-left-out',
      '2:2 doubled-row row-left-out',
      '3:2 doubled-row row-left-out',
      '3:3 doubled-row row-left-out',
      '3:4 not-whole row-left-out',
      '3:5 out-of-range row-left-out',
    ]);
    expect(outcome.files.map(({ kept }) => kept)).toEqual([2, 1, 0]);
  });

  test('is no first row: the next one of the course stays', async () => {
    const doubled = { 'courses.csv': 'course_id;age\nc1;170\nc1;9\n' };
    expect(coursesOf(await importWith({ 'out-of-range': 'row-left-out' }, doubled))).toEqual([
      ['c1', 9, null],
    ]);
  });

  test('is never used, whatever is decided', async () => {
    const wrong =
      'course_id;wave;who5_1;who5_2;who5_3;who5_4;who5_5\nc1;before;9;1;1;1;1\nc1;after;x;1;1;1;1\n';
    for (const choice of choices['out-of-range']) {
      const outcome = await importWith(
        { 'out-of-range': choice, 'not-a-number': choice },
        { 'courses.csv': 'course_id\nc1\n', 'who5.csv': wrong },
      );
      const left = choice === 'row-left-out' ? [] : [null, null];
      expect(rowsOf(outcome, 'who5', ['who5_1']).flat()).toEqual(left);
    }
  });
});

describe('decisions are kept with the mapping', () => {
  const foreign = { 'udtræk.csv': 'Nr;Alder\nF1;170\nF2;9\nF2;10\n' };
  const mapping = {
    format: 1,
    columns: [
      { column: 'Nr', variable: 'courses.course_id' },
      { column: 'Alder', variable: 'courses.age' },
    ],
    decisions: { 'out-of-range': 'row-left-out' },
  };

  test('and one made now goes before', async () => {
    const kept = FileMapping.parse(mapping);
    expect(coursesOf(await importWith({}, foreign, [kept]))).toEqual([['F2', 9, null]]);
    const now: Decisions = { 'out-of-range': 'value-left-out' };
    expect(coursesOf(await importWith(now, foreign, [kept])).map(([course]) => course)).toEqual(['F1', 'F2']);
  });

  test('of each file its own, in one export', async () => {
    const shapes = ['A', 'B', 'C'];
    const texts = Object.fromEntries(shapes.map((shape) => [`${shape}.csv`, `Nr ${shape};Alder\nF1;9\n`]));
    // Two that leave every row out, around one that keeps what it has.
    const twice = { ...texts, 'A2.csv': 'Nr A;Alder\nF1;10\n' };
    const decided = ['every-row-left-out', 'row-left-out', 'every-row-left-out'] as const;
    const mappings = shapes.map((shape, at) =>
      FileMapping.parse({
        ...mapping,
        columns: [
          { column: `Nr ${shape}`, variable: 'courses.course_id' },
          { column: 'Alder', variable: 'courses.age' },
        ],
        decisions: { 'doubled-row': decided[at] },
      }),
    );
    const order = ['A.csv', 'A2.csv', 'B.csv', 'C.csv'];
    const inOrder = Object.fromEntries(order.map((name) => [name, twice[name as keyof typeof twice] ?? '']));
    const outcome = await importWith({}, inOrder, mappings);
    expect(coursesOf(outcome)).toEqual([]);
    expect(outcome.files.map(({ kept }) => kept)).toEqual([0, 0, 0, 0]);
  });

  test('those that are none are refused', () => {
    const refused = (decisions: unknown) => FileMapping.safeParse({ ...mapping, decisions }).success;
    expect(refused({ 'out-of-range': 'kept' })).toBe(false);
    expect(refused({ 'empty-file': 'kept' })).toBe(false);
    expect(refused({ 'doubled-row': 'earlier-row-left-out' })).toBe(true);
  });
});
