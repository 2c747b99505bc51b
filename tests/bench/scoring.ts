import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { definitions, instruments, scalesViewName } from '../../src/lib/instruments/definitions';
import type { Instrument } from '../../src/lib/instruments/instrument';
import { arrowOf, formCount, madeTables, makeNatively } from './forms';
import { inTurn, ratioOf, time } from './measure';
import type { BenchPage } from './page';
import type { Engines } from './page/engines';
import { ms, spread, times, type Line, type Section } from './results';

const runs = 7;
/** A short form, one with rounding and half-answered scales, and the longest. */
const measured: readonly string[] = ['who5', 'sdq_p', 'core_om'];
const target = 2.5;

declare global {
  interface Window {
    engines: Engines;
  }
}

/** Scoring a million forms and taking their means by age, in the browser and natively, in turn. */
export async function measureScoring(page: Page, served: BenchPage): Promise<Section> {
  const lines: Line[] = [];
  for (const instrument of instruments.filter(({ name }) => measured.includes(name)))
    lines.push(...(await measureInstrument(instrument, page, served)));
  return {
    title: 'Scoring',
    how:
      'A million forms made by the same SQL in both engines; `who5_scales`, `sdq_p_scales` and `core_om_scales` (every scale is scored, every mean taken) joined to `courses` and grouped by ' +
      'age group; the browser’s engine in Chromium against native DuckDB on one thread (`SET threads = 1`), in turn. Loading is Arrow in memory to tables, views and ' +
      'the computed scores.',
    lines,
  };
}

async function measureInstrument(instrument: Instrument, page: Page, served: BenchPage): Promise<Line[]> {
  const tables = madeTables(instrument.table);
  const loaded = await arrowOf(tables);
  for (const { name, arrow } of loaded) await writeFile(join(served.folder, `${name}.arrow`), arrow[0] ?? '');
  const asked = loaded.map(({ arrow, ...table }) => ({
    ...table,
    address: arrow.length > 0 ? `${served.origin}/${table.name}.arrow` : '',
  }));
  const statements = definitions(instruments, new Set([instrument.table]));
  const whole = await load(page, asked, statements);
  const views = statements.filter((sql) => !/CREATE TABLE|CREATE VIEW/.test(sql));
  const loading = await load(page, asked, views);
  if (typeof loading === 'string') throw new Error(`${instrument.table}: ${loading}`);

  const native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await native.run('SET threads = 1');
  await makeNatively(native, tables);
  for (const sql of views) await native.run(sql);

  const sql = queryOf(instrument);
  await compare(page, native, sql);
  const [ours, theirs] = await inTurn(
    runs,
    () => answer(page, sql),
    () => time(() => native.runAndReadAll(sql)),
  );
  const ratio = ratioOf(ours, theirs);
  native.closeSync();
  const forms = `${formCount.toLocaleString('en')} ${instrument.name} forms`;
  return [
    {
      what: `Scoring and grouped means of ${forms}, against native`,
      measured: `${times(ratio.median)} (best ${times(ratio.least)})`,
      target: `${target}×`,
      met: ratio.median <= target,
    },
    { what: '– in the browser', measured: spread(ours), target: '', met: undefined },
    { what: '– native, one thread', measured: spread(theirs), target: '', met: undefined },
    {
      what: `– loading them, scores and changes computed`,
      measured: typeof whole === 'string' ? `failed: ${whole}` : ms(whole),
      target: '',
      met: undefined,
    },
  ];
}

function queryOf(instrument: Instrument): string {
  const means = instrument.scales.map(({ name }) => `avg(${name}) AS ${name}`);
  return `SELECT age_group, count(*) AS n, ${means.join(', ')}
FROM ${scalesViewName(instrument)} JOIN courses USING (dataset, course_id)
GROUP BY age_group ORDER BY age_group`;
}

type Asked = Parameters<Engines['load']>[0];

async function load(page: Page, tables: Asked, sql: readonly string[]): Promise<number | string> {
  return page.evaluate(([tables, sql]) => window.engines.load(tables, sql), [tables, sql] as const);
}

async function answer(page: Page, sql: string): Promise<number> {
  return page.evaluate(async (sql) => (await window.engines.query(sql)).milliseconds ?? NaN, sql);
}

/** Both must say the same before it means anything how fast they say it. */
async function compare(page: Page, native: DuckDBConnection, sql: string): Promise<void> {
  const outcome = await page.evaluate((sql) => window.engines.query(sql), sql);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  const ours = outcome.result.columns.map(({ values }) => values.map(comparable));
  const theirs = (await native.runAndReadAll(sql)).getColumns().map((values) => values.map(comparable));
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`different answers:\n${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`);
}

function comparable(value: unknown): unknown {
  return Number.isNaN(Number(value)) ? value : Number(Number(value).toPrecision(9));
}
