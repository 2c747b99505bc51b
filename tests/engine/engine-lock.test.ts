import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, type Running } from '../../src/lib/engine/boot';
import { lock } from '../../src/lib/engine/lock';
import { nodeBoot } from '../../src/lib/engine/node';
import { courses } from './engine-tables';

/** Past the gate and past `prepare`: what the lock itself withstands, with statements run as they are. */
let running: Running;
let connection: number;
beforeAll(async () => {
  running = await start(nodeBoot);
  connection = await running.database.connectInternal();
  await running.database.registerFileText('early.csv', 'a,b\n1,2\n');
  await lock(running, connection, '1GB');
});
afterAll(() => running.end());

const run = (sql: string) => running.database.runQuery(connection, sql);

describe('lock', () => {
  test.each([
    'SET enable_external_access = true',
    'SET GLOBAL enable_external_access = true',
    'RESET enable_external_access',
    'SET lock_configuration = false',
    'RESET lock_configuration',
    'SET autoinstall_known_extensions = true',
    'SET autoload_known_extensions = true',
    'SET allow_community_extensions = true',
    "SET memory_limit = '100GB'",
    "SET extension_directory = '/tmp'",
    "SET custom_extension_repository = 'http://127.0.0.1:1'",
    "SET temp_directory = '/tmp'",
    'PRAGMA enable_external_access = true',
  ])('%s is refused', async (sql) => {
    await expect(run(sql)).rejects.toThrow(/configuration has been locked|Cannot .*configuration/i);
  });

  test.each([
    "SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')",
    "SELECT * FROM 'https://127.0.0.1:1/x.csv'",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('early.csv')",
    "SELECT * FROM 'early.csv'",
    "SELECT * FROM read_parquet('x.parquet')",
    "SELECT * FROM sniff_csv('early.csv')",
    "SELECT * FROM glob('*')",
    "ATTACH '/tmp/pejling.db' AS other",
    "ATTACH 'http://127.0.0.1:1/x.db' AS other",
    "COPY (SELECT 1) TO 'out.csv'",
    "COPY (SELECT 1) TO '/tmp/out.csv'",
    "EXPORT DATABASE '/tmp/pejling'",
    "IMPORT DATABASE '/tmp/pejling'",
    'LOAD json',
    "LOAD '/tmp/x.duckdb_extension'",
    "SELECT '{}'::JSON",
    'SELECT current_date',
  ])('%s is refused', async (sql) => {
    await expect(run(sql)).rejects.toThrow();
  });

  test('INSTALL, which the WASM build only writes down, brings nothing', async () => {
    await run('INSTALL json');
    await run('INSTALL spatial FROM community');
    for (const name of ['json', 'spatial']) await expect(run(`LOAD ${name}`)).rejects.toThrow(/disabled/);
  });

  test('a file registered afterwards cannot be read either', async () => {
    await running.database.registerFileText('late.csv', 'a,b\n1,2\n');
    await expect(run("SELECT * FROM read_csv('late.csv')")).rejects.toThrow(/disabled/);
  });

  test('tables still come in as Arrow', async () => {
    const [arrow] = (await courses()).arrow;
    await running.database.insertArrowFromIPCStream(connection, arrow ?? new Uint8Array(), {
      name: 'arrived',
    });
    await expect(run('SELECT id FROM arrived')).resolves.toBeInstanceOf(Uint8Array);
  });
});
