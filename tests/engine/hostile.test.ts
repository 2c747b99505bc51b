import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuse } from '../../src/lib/dataflow/gate';
import allowed from '../../src/lib/engine/allowed-functions.json';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import { courses, definitions, rows } from './engine-tables';

/** What a notebook from elsewhere may try, on the engine as the product opens it. */
let engine: Engine;
let before: unknown;
beforeAll(async () => {
  const functions = new Set([...allowed, 'double_of']);
  engine = await openNodeEngine({ gate: (sql) => refuse(sql, functions), softLimitMs: 1000 });
  await engine.load([await courses()], definitions);
  before = await results();
});
afterAll(() => engine.close());

function results(): Promise<unknown> {
  return rows(
    engine,
    `SELECT age, count(*), avg(score), double_of(sum(id)), (SELECT list(id ORDER BY id) FROM started)
     FROM courses GROUP BY age ORDER BY age`,
  );
}

/** Never answered: refused by the gate, by `prepare` or by DuckDB. */
const refused: readonly string[] = [
  // Statements that change what other cells see.
  'DROP TABLE courses',
  'CREATE MACRO avg(x) AS 42',
  'CREATE TEMP TABLE courses AS SELECT 1 AS id',
  'CREATE OR REPLACE VIEW started AS SELECT 1',
  "INSERT INTO courses VALUES (9, '17+', NULL, 1, true)",
  'UPDATE courses SET score = 100',
  'DELETE FROM courses',
  'ALTER TABLE courses DROP score',
  'TRUNCATE courses',
  'SELECT 1; DROP TABLE courses',
  'SELECT 1) ; DROP TABLE courses; SELECT * FROM (SELECT 1',
  'SELECT 1), (SELECT 2',
  'SELECT 1) UNION ALL (SELECT 2',
  'WITH a AS (SELECT 1) DELETE FROM courses',
  'WITH a AS (INSERT INTO courses SELECT * FROM courses RETURNING *) SELECT * FROM a',
  'SELECT * FROM (DELETE FROM courses RETURNING *)',
  'BEGIN TRANSACTION',
  'PREPARE p AS SELECT 1',
  // Settings and the inside of the engine.
  'SET threads = 1',
  'RESET lock_configuration',
  'PRAGMA database_list',
  'CALL enable_logging()',
  "SELECT * FROM enable_logging(storage = 'file')",
  'SELECT * FROM "enable_logging"()',
  "SELECT write_log('x')",
  'CHECKPOINT',
  'SELECT * FROM force_checkpoint()',
  "SELECT current_setting('memory_limit')",
  'SELECT setseed(0.5)',
  'SELECT random()',
  'SELECT uuid()',
  'SELECT now()',
  'SELECT current_date',
  "SELECT getvariable('x')",
  "SELECT nextval('s')",
  // SQL and tables by text, past the references.
  "SELECT * FROM query('SELECT 1')",
  "SELECT * FROM query_table('courses')",
  'SELECT * FROM duckdb_tables()',
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM pg_catalog.pg_class',
  'SELECT * FROM sqlite_master',
  // Outwards.
  "SELECT * FROM read_csv('http://127.0.0.1:1/?leak')",
  "SELECT * FROM 'http://127.0.0.1:1/x.parquet'",
  'SELECT * FROM "http://127.0.0.1:1/x.csv"',
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM glob('/*')",
  "SELECT * FROM sniff_csv('/etc/passwd')",
  "ATTACH 'http://127.0.0.1:1/x.db'",
  "COPY courses TO 'x.csv'",
  "EXPORT DATABASE 'x'",
  'INSTALL httpfs',
  'LOAD httpfs',
  "IMPORT DATABASE 'x'",
  "SELECT getenv('HOME')",
];

describe('hostile cells', () => {
  test.each(refused)('%s', async (sql) => {
    const outcome = await engine.query(sql);
    if (outcome.ok) throw new Error(`answered: ${JSON.stringify(outcome.result)}`);
    expect(['refused', 'sql']).toContain(outcome.problem.kind);
    expect(await results()).toEqual(before);
  });

  test.each([
    "SELECT repeat('x', 4200000000)",
    'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT count(*) FROM r',
    'SELECT count(*) FROM range(1000000) a, range(1000000) b',
    `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
    `SELECT ${Array.from({ length: 20_000 }, () => 'id').join(' + ')} FROM courses`,
  ])('%.60s', async (sql) => {
    const outcome = await engine.query(sql);
    expect(outcome.ok).toBe(false);
    expect(await results()).toEqual(before);
  });

  test('what a cell computes does not reach the next one', async () => {
    await engine.query('WITH courses AS (SELECT 1 AS id) SELECT * FROM courses');
    await engine.query('SELECT 42 AS avg, 7 AS courses');
    expect(await results()).toEqual(before);
  });
});
