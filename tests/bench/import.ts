import { DuckDBInstance } from '@duckdb/node-api';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { mapColumns } from '../../src/lib/ingest/mapping/recognise';
import { planPart, prepare } from '../../src/lib/ingest/plan';
import { readShape } from '../../src/lib/ingest/shape';
import { importTablesOf } from '../../src/lib/ingest/tables';
import { finish } from '../../src/lib/ingest/work';
import { instruments } from '../../src/lib/instruments/catalogue';
import { quoteText } from '../../src/lib/sql/quote';
import { formCount, madeTables, makeNatively } from './forms';
import { inTurn, ratioOf, time } from './measure';
import type { BenchPage } from './page';
import { spread, times, type Section } from './results';

const runs = 3;

/** A million rows as `who5.csv`, and their import by native DuckDB on one thread with the import's own SQL, in milliseconds. */
export async function nativeImport(
  served: BenchPage,
): Promise<{ readonly bytes: Uint8Array; readonly natively: () => Promise<number> }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const native = await instance.connect();
  await makeNatively(native, madeTables('who5'));
  const path = join(served.folder, 'who5.csv');
  await native.run(`COPY (SELECT * EXCLUDE (dataset) FROM who5) TO ${quoteText(path)} (DELIMITER ';')`);
  native.closeSync();
  const bytes = await readFile(path);
  const importTables = importTablesOf(instruments);
  const table = importTables.find(({ name }) => name === 'who5');
  const reading = finish(readShape(bytes));
  if (!table || !reading.ok) throw new Error('who5 is not what it was');
  const body = join(served.folder, 'who5.body');
  await writeFile(body, reading.shape.body);
  const source = { registered: body, dataset: 'pool', file: 'who5.csv', number: 0 };
  const plan = planPart(reading.shape, mapColumns(reading.shape.header, table).part, source);
  const natively = () =>
    time(async () => {
      const own = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
      for (const sql of [prepare(importTables), plan.read, plan.check, plan.keep]) await own.run(sql);
      own.closeSync();
    });
  return { bytes, natively };
}

/** A million rows of `who5.csv` into typed tables, in the page and natively by the same SQL. */
export async function measureImport(page: Page, served: BenchPage): Promise<Section> {
  const { bytes, natively } = await nativeImport(served);
  const inPage = async () => {
    const { milliseconds, rows } = await page.evaluate(
      (address) => window.engines.importFile('who5.csv', address),
      `${served.origin}/who5.csv`,
    );
    if (rows !== formCount) throw new Error(`${rows} rows were kept`);
    return milliseconds;
  };
  const [ours, theirs] = await inTurn(runs, inPage, natively);
  const ratio = ratioOf(ours, theirs);
  const megabytes = bytes.length / 1e6;
  const speed = (milliseconds: number) => `${(megabytes / (milliseconds / 1000)).toFixed(1)} MB/s`;
  return {
    title: 'Import',
    how:
      '`importExport` on the bytes of a CSV file in the page: the engine is booted, every row checked, typed, and handed over as Arrow; against native DuckDB on one thread ' +
      'running the import’s own SQL (`read_csv` and the same typing and checks) on the same rows, in turn.',
    lines: [
      {
        what: `Import of ${formCount.toLocaleString('en')} rows of who5 (${megabytes.toFixed(0)} MB)`,
        measured: `${speed(ours.median)} (best ${speed(ours.least)})`,
        target: '',
        met: undefined,
      },
      {
        what: '– against native',
        measured: `${times(ratio.median)} (best ${times(ratio.least)})`,
        target: '',
        met: undefined,
      },
      { what: '– in the browser', measured: spread(ours), target: '', met: undefined },
      { what: '– native, one thread', measured: spread(theirs), target: '', met: undefined },
    ],
  };
}
