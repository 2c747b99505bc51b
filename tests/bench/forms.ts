import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnSpec, LoadedTable } from '../../src/lib/engine/engine';
import { openNodeImportEngine } from '../../src/lib/engine/node';
import { instruments } from '../../src/lib/instruments/catalogue';
import type { ImportTable } from '../../src/lib/ingest/table';
import { importTablesOf } from '../../src/lib/ingest/tables';
import { quoteName, quoteText } from '../../src/lib/sql/quote';
import { specOf } from '../../src/lib/workbench/hand-over';

export const formCount = 1_000_000;
const courseCount = formCount / 2;

/** One table as SQL that gives the same rows in every DuckDB, and its columns in the analysis engine. */
export interface MadeTable {
  readonly name: string;
  readonly sql: string;
  readonly columns: readonly ColumnSpec[];
}

/** A million forms of one questionnaire, two a course, one answer in fifty missing; and their courses. */
export function madeTables(table: string): readonly MadeTable[] {
  return importTablesOf(instruments).map((one) => {
    const columns = columnsOf(one);
    const rows = one.name === 'courses' ? courseCount : one.name === table ? formCount : 0;
    const values = columns.map((column) => `${valueOf(column, one)} AS ${quoteName(column.name)}`);
    return { name: one.name, columns, sql: `SELECT ${values.join(', ')} FROM range(${rows}) r(i)` };
  });
}

function columnsOf(table: ImportTable): ColumnSpec[] {
  const dataset: ColumnSpec = { name: 'dataset', type: 'ENUM', enumeration: 'dataset', codes: ['pool'] };
  const codes = new Map(
    table.fields.flatMap((field) =>
      field.type === 'open-code' ? [[field.enumeration, ['BRUS', 'TUBA']] as const] : [],
    ),
  );
  return [dataset, ...table.fields.map((field) => specOf(field, codes))];
}

const items = new Map(instruments.flatMap((instrument) => instrument.items.map((item) => [item.name, item])));

/** Spread by a multiplication, so that no engine's own random numbers are needed. */
function valueOf(column: ColumnSpec, table: ImportTable): string {
  const course = table.name === 'courses' ? 'i' : 'i // 2';
  if (column.name === 'dataset') return `'pool'`;
  if (column.name === 'course_id' || column.name === 'child_id') return `'course-' || (${course})`;
  if (column.name === 'wave') return `CASE WHEN i % 2 = 0 THEN 'before' ELSE 'after' END`;
  const item = items.get(column.name);
  if (item) {
    const salt = [...column.name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7) % 9_973;
    const spread = `((i * 7919 + ${salt}) % 10007)`;
    return `CASE WHEN ${spread} % 50 = 49 THEN NULL ELSE (${spread} % ${item.max - item.min + 1} + ${item.min})::INTEGER END`;
  }
  if (column.type === 'ENUM') {
    const cases = column.codes.map((code, at) => `WHEN ${at} THEN ${quoteText(code)}`);
    return `CASE (i * 31) % ${column.codes.length} ${cases.join(' ')} END`;
  }
  return `NULL::${column.type}`;
}

/** The tables as they come out of an import, their Arrow made once in Node. */
export async function arrowOf(tables: readonly MadeTable[]): Promise<LoadedTable[]> {
  const loaded: LoadedTable[] = [];
  for (const { name, sql, columns } of tables) {
    const engine = await openNodeImportEngine();
    const { arrow, rowCount } = await engine.extract(sql);
    await engine.close();
    loaded.push({ name, columns, arrow: rowCount > 0 ? [arrow] : [], rowCount });
  }
  return loaded;
}

/** The same tables, types and all, in native DuckDB. */
export async function makeNatively(native: DuckDBConnection, tables: readonly MadeTable[]): Promise<void> {
  const types = new Map<string, readonly string[]>();
  for (const column of tables.flatMap((table) => table.columns))
    if (column.type === 'ENUM') types.set(column.enumeration, column.codes);
  for (const [name, codes] of types)
    await native.run(`CREATE TYPE ${quoteName(name)} AS ENUM (${codes.map(quoteText).join(', ')})`);
  for (const { name, sql, columns } of tables) {
    const specs = columns.map(
      (column) =>
        `${quoteName(column.name)} ${column.type === 'ENUM' ? quoteName(column.enumeration) : column.type}`,
    );
    await native.run(`CREATE TABLE ${quoteName(name)} (${specs.join(', ')})`);
    await native.run(`INSERT INTO ${quoteName(name)} ${sql}`);
  }
}
