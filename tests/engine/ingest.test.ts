import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import type { Engine } from '../../src/lib/engine/engine';
import { definitions, instruments, viewNames } from '../../src/lib/instruments/definitions';
import { columnOf } from '../../src/lib/results/result';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport, type ImportOutcome } from '../../src/lib/workbench/import';

/**
 * One folder a case: `expected.json` and the export's files beside it. What is expected is which files became what,
 * the problems, and the rows of queries in the analysis engine after the load.
 */
interface Expected {
  readonly files: readonly [name: string, table: string | null, rows: number, kept: number][];
  readonly problems: readonly (readonly [
    file: string,
    line: number | null,
    column: string | null,
    value: string | null,
    rule: string,
    action: string,
  ])[];
  readonly queries?: Readonly<Record<string, readonly (readonly unknown[])[]>>;
}

const folder = new URL('../unit/ingest/cases/', import.meta.url);
const encode = (text: string) => new TextEncoder().encode(text);

async function rowsOf(engine: Engine, sql: string): Promise<unknown[][]> {
  const outcome = await engine.query(sql);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  const { columns, rowCount } = outcome.result;
  return Array.from({ length: rowCount }, (_, row) => columns.map((column) => column.values[row]));
}

async function analyse<T>(outcome: ImportOutcome, use: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openNodeEngine({ gate: () => null });
  try {
    await engine.load(outcome.tables, definitions(instruments));
    return await use(engine);
  } finally {
    await engine.close();
  }
}

function shown(outcome: ImportOutcome, dataset: string) {
  return {
    files: outcome.files
      .filter((file) => file.dataset === dataset)
      .map(({ name, table, rows, kept }) => [name, table, rows, kept]),
    problems: outcome.problems
      .filter((problem) => problem.dataset === dataset)
      .map(({ file, line, column, value, rule, action }) => [file, line, column, value, rule, action]),
  };
}

const cases = readdirSync(folder).map((name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected;
  const files = expected.files.map(([file]) =>
    fileOfBytes(file, readFileSync(new URL(`${name}/${file}`, folder))),
  );
  return { dataset: name, expected, files };
});

const courses = fileOfBytes('courses.csv', encode('course_id;age\nc1;7\n'));
const noExports = [
  ['empty', encode(''), 'empty-file', null],
  ['only blank lines', encode('\n \r\n'), 'empty-file', null],
  ['a PDF called csv', encode('%PDF-1.7\n%'), 'other-format', 'pdf'],
  ['half a zip file called csv', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'damaged-file', 'zip'],
  ['text with NULs', encode('course_id;wave\nc1\0;before\n'), 'other-format', 'binary'],
  [
    '10,000 columns',
    encode(Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(';')),
    'too-many-columns',
    '10000',
  ],
  ['columns of nothing we know', encode('navn;alder\nBo;7\n'), 'unknown-table', 'navn, alder'],
  ['no course_id', encode('wave;who5_1\nbefore;3\n'), 'unknown-table', 'wave, who5_1'],
] as const;

const text = 'course_id;project\nc1;Sønderbæk – Å\nc2;Ærø\n';
const windows = Uint8Array.from(text, (each) => (each === '–' ? 0x96 : each.charCodeAt(0)));

/** The same marks with point and with comma, in every delimiter that leaves the sign alone. */
const marks = fc.sample(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 99 })), {
  seed: 20261125,
  numRuns: 60,
});
const signs = [',', '.'].flatMap((sign) =>
  [';', '\t', '|', ...(sign === '.' ? [','] : [])].map((delimiter) => {
    const rows = marks.map(([whole, part], at) => ['c', String(at + 1), `${whole}${sign}${part}`]);
    const lines = [['course_id', 'session', 'fit_1'], ...rows].map((row) => row.join(delimiter));
    return { dataset: `${sign} ${delimiter}`, bytes: encode(lines.join('\n')) };
  }),
);

/** A dataset each, so that two engines do for all of them. */
describe('exports as files', () => {
  let outcome: ImportOutcome;
  let engine: Engine;
  beforeAll(async () => {
    const exports = [
      ...cases,
      ...noExports.map(([dataset, bytes]) => ({
        dataset,
        files: [fileOfBytes('foreign.csv', bytes), courses],
      })),
      { dataset: 'Windows-1252', files: [fileOfBytes('courses.csv', windows)] },
      ...signs.map(({ dataset, bytes }) => ({ dataset, files: [fileOfBytes('fit_sessions.csv', bytes)] })),
    ];
    outcome = await importExport(openNodeImportEngine, exports, { instruments });
    engine = await openNodeEngine({ gate: () => null });
    await engine.load(outcome.tables, definitions(instruments));
  });
  afterAll(() => engine.close());

  const only = (dataset: string, sql: string) => {
    const tables = [...viewNames(instruments), ...outcome.tables.map((table) => table.name)];
    const ctes = tables.map((name) => `${name} AS (FROM main.${name} WHERE dataset = '${dataset}')`);
    return rowsOf(engine, `WITH ${ctes.join(', ')} ${sql}`);
  };

  test('every problem reaches the table', async () => {
    const [[count] = []] = await rowsOf(engine, 'SELECT count(*) FROM import_problems');
    expect(count).toBe(outcome.problemCount);
    expect(outcome.problems.length).toBe(outcome.problemCount);
  });

  for (const { dataset, expected } of cases) {
    test(dataset, async () => {
      expect(shown(outcome, dataset)).toEqual({ files: expected.files, problems: expected.problems });
      for (const [sql, rows] of Object.entries(expected.queries ?? {})) {
        expect(await only(dataset, sql), sql).toEqual(rows);
      }
    });
  }

  test.each(noExports)('no export: %s', (dataset, _, rule, value) => {
    expect(shown(outcome, dataset)).toEqual({
      files: [
        ['foreign.csv', null, expect.any(Number), 0],
        ['courses.csv', 'courses', 1, 1],
      ],
      problems: [['foreign.csv', null, null, value, rule, 'file-left-out']],
    });
  });

  test.each(signs)('decimal sign and delimiter: $dataset', async ({ dataset }) => {
    const found = await only(dataset, 'SELECT session, fit_1 FROM fit_sessions ORDER BY session');
    expect(found).toEqual(marks.map(([whole, part], at) => [at + 1, Number(`${whole}.${part}`)]));
  });

  test('letters come through', async () => {
    expect(shown(outcome, 'Windows-1252').problems).toEqual([]);
    expect(await only('Windows-1252', 'SELECT course_id, project FROM courses ORDER BY course_id')).toEqual([
      ['c1', 'Sønderbæk – Å'],
      ['c2', 'Ærø'],
    ]);
  });
});

describe('several exports', () => {
  test('append, keep their own keys, and share the codes found in the data', async () => {
    const one = 'course_id;project;age\nc1;Ålborg;1\nc2;Zebra;170\n';
    const two = 'course_id;project;age\nc1;Ærø;20\nc3;BRUS;12\nc4;Zebra;5\n';
    const exports = [
      { dataset: 'pool', files: [fileOfBytes('courses.csv', encode(one))] },
      { dataset: 'own', files: [fileOfBytes('courses.csv', encode(two))] },
    ];
    const outcome = await importExport(openNodeImportEngine, exports, { instruments });
    await analyse(outcome, async (engine) => {
      const answered = await engine.query('SELECT project FROM courses ORDER BY project, dataset');
      if (!answered.ok) throw new Error('refused');
      expect(columnOf(answered.result, 'project')?.codes).toEqual(['BRUS', 'Zebra', 'Ærø', 'Ålborg']);
      expect(await rowsOf(engine, 'SELECT dataset, count(*) FROM courses GROUP BY ALL ORDER BY ALL')).toEqual(
        [
          ['pool', 2],
          ['own', 3],
        ],
      );
      expect(
        await rowsOf(engine, 'SELECT DISTINCT age_group FROM courses ORDER BY age_group NULLS LAST'),
      ).toEqual([['0-2'], ['3-10'], ['11-16'], ['17-24'], [null]]);
      expect(
        await rowsOf(engine, 'SELECT dataset, line, "column", value, rule FROM import_problems'),
      ).toEqual([['pool', 3, 'age', '170', 'out-of-range']]);
    });
  });

  test('nothing at all gives every table, empty', async () => {
    const outcome = await importExport(openNodeImportEngine, [], { instruments });
    expect(outcome.tables.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['courses', 0],
      ...instruments.map(({ table }) => [table, 0]),
      ['reported_scores', 0],
      ['benchmark', 0],
      ['import_problems', 0],
    ]);
    await analyse(outcome, async (engine) => {
      expect(await rowsOf(engine, `SELECT count(*) FROM scores WHERE instrument = 'who5'`)).toEqual([[0]]);
      expect(await rowsOf(engine, 'SELECT count(*) FROM changes WHERE chosen(project, NULL)')).toEqual([[0]]);
    });
  });
});

test('what is done about a finding is decided', async () => {
  const exports = cases.filter(({ dataset }) => dataset === 'findings');
  const decisions = {
    'test-person': 'kept',
    'after-end': 'row-left-out',
    'waves-reversed': 'row-left-out',
  } as const;
  const outcome = await importExport(openNodeImportEngine, exports, { instruments, decisions });
  expect(outcome.files.map(({ table, rows, kept }) => [table, rows, kept])).toEqual([
    ['courses', 7, 7],
    ['who5', 12, 10],
  ]);
  const done = outcome.problems.map(({ line, rule, action }) => [line, rule, action]);
  expect(done).toEqual(
    expect.arrayContaining([
      [4, 'test-person', 'kept'],
      [3, 'after-end', 'row-left-out'],
      [5, 'waves-reversed', 'row-left-out'],
      [6, 'test-person', 'kept'],
    ]),
  );
  const left = await analyse(outcome, (engine) =>
    rowsOf(engine, `SELECT course_id, wave FROM who5 WHERE course_id IN ('c1', 'c2') ORDER BY ALL`),
  );
  expect(left).toEqual([
    ['c1', 'before'],
    ['c1', 'followup'],
    ['c2', 'before'],
  ]);
});

test('the engine is closed also when it breaks', async () => {
  let closed = 0;
  const broken = async () => ({
    register: async () => {},
    run: () => Promise.reject(new Error('dead')),
    extract: () => Promise.reject(new Error('dead')),
    close: async () => void closed++,
  });
  await expect(importExport(broken, [], { instruments })).rejects.toThrow('dead');
  expect(closed).toBe(1);
});
