import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, QueryProblem } from '../../src/lib/engine/engine';
import { courses, openUngated } from './engine-tables';

let engine: Engine;
beforeAll(async () => {
  engine = await openUngated();
  await engine.load([await courses()], []);
});
afterAll(() => engine.close());

async function problemOf(sql: string): Promise<QueryProblem> {
  const outcome = await engine.query(sql);
  if (outcome.ok) throw new Error(`${sql} was answered`);
  return outcome.problem;
}

/** `»` marks the place DuckDB complains about. */
const placed: readonly string[] = [
  'SELECT »agee FROM courses',
  'SELECT id\nFROM courses\nWHERE »agee = 1',
  "SELECT 'æøå€', »agee FROM courses",
  "SELECT '😀 漢字 é', »agee FROM courses",
  '»SELEC 1',
  'SELECT id FROM courses WHERE »FROM',
  'SELECT * FROM »coursess',
  'SELECT »avgg(id) FROM courses',
  `SELECT '${'a'.repeat(200)}', »agee, '${'b'.repeat(200)}' FROM courses`,
  `WITH a AS (\nSELECT 1 AS x\n), b AS (\n  SELECT »y FROM a\n)\nSELECT * FROM b`,
  'SELECT (\n  »',
  'WITH a AS (\n  SELECT id FROM\n)\nSELECT 1'.replace('\n)\nS', '\n»)\nS'),
];

describe('errors', () => {
  test.each(placed)('%s', async (marked) => {
    const before = marked.slice(0, marked.indexOf('»')).split('\n');
    const problem = await problemOf(marked.replace('»', ''));
    expect(problem).toMatchObject({ kind: 'sql' });
    const end = marked.endsWith('»') ? marked.slice(0, -1).trimEnd().split('\n') : before;
    expect(problem).toHaveProperty('place', { line: end.length, column: (end.at(-1)?.length ?? 0) + 1 });
  });

  test.each(placed)('the same when it is only checked: %s', async (marked) => {
    const sql = marked.replace('»', '');
    const checked = await engine.query(sql, { check: true });
    expect(checked.ok ? undefined : checked.problem).toEqual(await problemOf(sql));
  });

  test('what is checked is not run, and a second statement is refused there too', async () => {
    const endless = 'SELECT count(*) AS n FROM range(1000000000000)';
    const began = performance.now();
    expect(await engine.query(endless, { check: true })).toMatchObject({ ok: true, result: { rowCount: 0 } });
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await engine.query('SELECT 1; SELECT 2', { check: true })).toMatchObject({
      ok: false,
      problem: { kind: 'refused' },
    });
    const [count] = await Promise.all([
      engine.query('SELECT count(*) AS n FROM courses', { template: 't' }),
      engine.query('SELECT count(*) AS n FROM courses', { template: 't', check: true }),
    ]);
    expect(count).toMatchObject({ ok: true, result: { rowCount: 1 } });
  });

  test('a failing conversion is placed, also behind casts of our own', async () => {
    const problem = {
      kind: 'sql',
      message: expect.stringMatching(/^Conversion Error: .*'3-10'/),
      candidates: [],
    };
    // DuckDB points at the `::`.
    expect(await problemOf("SELECT id,\n age::INTEGER FROM courses WHERE age = '3-10'")).toEqual({
      ...problem,
      place: { line: 2, column: 5 },
    });
    expect(await problemOf("SELECT [id],\n age::INTEGER FROM courses WHERE age = '3-10'")).toEqual({
      ...problem,
      place: { line: 2, column: 5 },
    });
  });

  test('what could have been meant is told', async () => {
    expect(await problemOf('SELECT agee FROM courses')).toHaveProperty('candidates.0', 'age');
    expect(await problemOf('SELECT * FROM coursess')).toMatchObject({ candidates: ['courses'] });
    expect(await problemOf('SELECT avgg(id) FROM courses')).toMatchObject({ candidates: ['avg'] });
  });

  test('the message is without the excerpt', async () => {
    const problem = await problemOf('SELECT agee FROM courses');
    expect(problem).toHaveProperty(
      'message',
      'Binder Error: Referenced column "agee" not found in FROM clause!\nCandidate bindings: "age", "started", "grouped"',
    );
  });

  test('only one SELECT is taken', async () => {
    const refused = [
      ['DROP TABLE courses', 'DROP'],
      ['/* x */ create macro avg(x) AS 42', 'CREATE'],
      ['INSERT INTO courses SELECT * FROM courses', 'INSERT'],
      ['UPDATE courses SET id = 1', 'UPDATE'],
      ['SELECT 1; SELECT 2', 'SELECT'],
      ['SELECT 1) ; DROP TABLE courses; SELECT * FROM (SELECT 1', 'SELECT'],
      ['PIVOT courses ON age', 'PIVOT'],
      ['SET threads = 1', 'SET'],
      ['PRAGMA version', 'PRAGMA'],
      ['CHECKPOINT', 'CHECKPOINT'],
      ['EXPLAIN ANALYZE SELECT 1', 'EXPLAIN'],
      ['', ''],
      ['-- nothing', ''],
    ] as const;
    for (const [sql, what] of refused) {
      const problem = await problemOf(sql);
      if (problem.kind === 'sql') expect(problem.message, sql).toMatch(/^Parser Error/);
      else expect(problem, sql).toMatchObject({ kind: 'refused', reason: 'not-one-select', what });
    }
    expect(await engine.query('SELECT count(*) FROM courses')).toMatchObject({
      ok: true,
      result: { columns: [{ values: [6] }] },
    });
  });

  test('the gate is asked first', async () => {
    const gated = await openUngated({
      gate: (sql) => ({ reason: 'function', what: sql, line: 1, column: 2 }),
    });
    expect(await gated.query('x')).toMatchObject({
      problem: { kind: 'refused', reason: 'function', what: 'x', place: { line: 1, column: 2 } },
    });
    await gated.close();
  });
});
