import { DuckDBInstance } from '@duckdb/node-api';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { quoteText } from '../../src/lib/sql/quote';
import { writeSav, writeXlsx, type ExportRow, type ExportTable } from './export-files';
import { formCount, madeTables, makeNatively } from './forms';
import { nativeImport } from './import';
import { timingOf, type Timing } from './measure';
import { watchMemory } from './memory';
import type { BenchPage } from './page';
import { spread, times, type Line, type Section } from './results';

const runs = 3;
const workbookRows = 100_000;

interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly megabytes: number;
  readonly imported: Timing;
  readonly scored: Timing;
  readonly memory: number | undefined;
}

/** The same forms as files of every kind, dropped and scored in the page. */
export async function measureFormats(page: Page, served: BenchPage): Promise<Section> {
  const maker = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await makeNatively(maker, madeTables('who5'));
  const path = (name: string) => quoteText(join(served.folder, name));
  const rows = 'SELECT * EXCLUDE (dataset) FROM who5';
  await maker.run(`COPY (${rows}) TO ${path('who5.csv')} (DELIMITER ';')`);
  await maker.run(`COPY (${rows}) TO ${path('who5.parquet')} (FORMAT parquet, COMPRESSION zstd)`);
  const read = await maker.runAndReadAll(rows);
  const table = tableOf(read.columnNames(), read.getRowsJS());
  maker.closeSync();
  await writeFile(join(served.folder, 'who5.sav'), writeSav(table));
  const some = { ...table, rows: table.rows.slice(0, workbookRows) };
  await writeFile(join(served.folder, 'who5.xlsx'), writeXlsx(some));

  const measured: Measured[] = [];
  for (const name of ['who5.csv', 'who5.parquet', 'who5.sav', 'who5.xlsx'])
    measured.push(await measureFile(page, served, name, name.endsWith('xlsx') ? workbookRows : formCount));
  const { natively } = await nativeImport(served);
  const native: number[] = [];
  for (let run = 0; run < runs; run += 1) native.push(await natively());
  const theirs = timingOf(native).median / formCount;
  return {
    title: 'Files of every kind',
    how:
      'The bytes of a file in the page until `scores` and `changes` are there, with the analysis engine booted before, as the app boots it; who5 forms, an .xlsx of a tenth as many. ' +
      'The import alone is compared row for row with native DuckDB on one thread that imports the same rows as CSV by the same SQL: of the other kinds native DuckDB reads only Parquet, ' +
      'and types nothing there. Memory is the most that the page’s process had (VmHWM).',
    lines: measured.flatMap((file) => linesOf(file, theirs)),
  };
}

function tableOf(names: readonly string[], rows: readonly (readonly unknown[])[]): ExportTable {
  const plain = rows.map((row): ExportRow =>
    row.map((value) => (typeof value === 'number' || typeof value === 'string' ? value : null)),
  );
  const isText = (column: number) => plain.some((row) => typeof row[column] === 'string');
  return {
    columns: names.map((name, column) => ({ name, width: isText(column) ? 16 : 0 })),
    rows: plain,
  };
}

async function measureFile(page: Page, served: BenchPage, name: string, rows: number): Promise<Measured> {
  const [imported, scored]: [number[], number[]] = [[], []];
  const memory = watchMemory();
  for (let run = 0; run < runs; run += 1) {
    const found = await page.evaluate(([file, address]) => window.engines.importFile(file, address), [
      name,
      `${served.origin}/${name}`,
    ] as const);
    if (found.rows !== rows) throw new Error(`${name}: ${found.rows} rows were kept`);
    imported.push(found.milliseconds);
    scored.push(found.scored);
  }
  const { length } = await readFile(join(served.folder, name));
  return {
    name,
    rows,
    megabytes: length / 1e6,
    imported: timingOf(imported),
    scored: timingOf(scored),
    memory: memory(),
  };
}

/** `native`: milliseconds that a row takes natively. */
function linesOf({ name, rows, megabytes, imported, scored, memory }: Measured, native: number): Line[] {
  const line = (what: string, measured: string): Line => ({ what, measured, target: '', met: undefined });
  const speed = `${(megabytes / (scored.median / 1000)).toFixed(1)} MB/s`;
  const kind = name.slice(name.lastIndexOf('.'));
  return [
    line(
      `${rows.toLocaleString('en')} rows of ${kind} (${megabytes.toFixed(1)} MB), dropped to scored`,
      spread(scored),
    ),
    line(
      `– ${kind}: speed; memory at the most`,
      `${speed}; ${memory === undefined ? '–' : `${(memory / 2 ** 30).toFixed(2)} GB`}`,
    ),
    line(`– ${kind}: a row imported, against native`, times(imported.median / rows / native)),
  ];
}
