import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, type Running } from '../../src/lib/engine/boot';
import { nodeBoot } from '../../src/lib/engine/node';
import { runAtOnce } from '../../src/lib/engine/run-at-once';
import { runQuery } from '../../src/lib/engine/run-query';

let running: Running;
let connection: number;
beforeAll(async () => {
  running = await start(nodeBoot);
  connection = await running.database.connectInternal();
});
afterAll(() => running.end());

const manyRows = 1_000_000;
const atOnce = (sql: string, rowLimit = manyRows) => runAtOnce(running, connection, sql, rowLimit);

async function inSteps(sql: string) {
  const run = await runQuery(running, sql, { rowLimit: manyRows, quick: false }, { asked: false });
  if (run.kind !== 'answered') throw new Error(JSON.stringify(run));
  return run.result;
}

const ages = "ENUM ('3-10', '11-16', '17-24')";

describe('an answer in one step', () => {
  test.each([
    'SELECT 1 AS n, 1.5 AS x, 2.5::DOUBLE AS y, true AS b, NULL AS nothing',
    "SELECT 'Ærø' AS t, DATE '2024-02-29' AS d, TIMESTAMP '2020-01-02 03:04:05' AS at",
    `SELECT unnest(['17-24', '3-10', NULL])::${ages} AS age_group, count(*) OVER () AS n`,
    'WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM b ORDER BY y',
    'SELECT i FROM range(5000) r(i) ORDER BY i DESC',
    'SELECT 1 AS n WHERE false',
    'SELECT 1 AS a, 2 AS a',
  ])('%s: as in steps', async (sql) => {
    expect(await atOnce(sql)).toEqual({ kind: 'answered', result: await inSteps(sql) });
  });

  test.each([
    ['a type Arrow does not carry', 'SELECT [1, 2] AS l'],
    ['codes, and no row that brings them', `SELECT '3-10'::${ages} AS age_group WHERE false`],
    ['many rows', 'SELECT i FROM range(20000) r(i)'],
    ['an error, which has its place in the text', 'SELECT nope'],
    ['a command', 'CREATE TABLE t AS SELECT 1'],
    ['two statements', 'SELECT 1; SELECT 2'],
    ['brackets that end too soon', 'SELECT 1) UNION ALL (SELECT 2'],
  ])('%s: is asked for in steps', async (what, sql) => {
    if (what.startsWith('brackets')) return expect((await atOnce(sql))?.kind).not.toBe('dead');
    expect(await atOnce(sql)).toBeUndefined();
  });

  test('no more rows than are wanted', async () => {
    expect(await atOnce('SELECT i FROM range(11) r(i)', 10)).toBeUndefined();
    expect(await atOnce('SELECT i FROM range(10) r(i)', 10)).toMatchObject({ result: { rowCount: 10 } });
  });

  test('a command in it has made nothing', async () => {
    expect(await inSteps("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = 't'")).toMatchObject({
      columns: [{ values: [0] }],
    });
  });
});
