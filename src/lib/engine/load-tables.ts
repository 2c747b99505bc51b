import { RecordBatchReader } from 'apache-arrow';
import { quoteName, quoteText } from '../sql/quote';
import type { Running } from './boot';
import type { ColumnSpec, LoadedTable, Relation } from './engine';
import { decode } from './fetch-rows';

const staging = 'pejling_staging';

/** Makes the ENUM types, the tables and then the definitions. Throws on codes that disagree and on lost rows. */
export async function loadTables(
  running: Running,
  connection: number,
  tables: readonly LoadedTable[],
  definitions: readonly string[],
): Promise<void> {
  // A trip to the worker takes longer than most of what is asked for there.
  const run = async (statements: readonly string[]) => {
    if (statements.length > 0) await running.database.runQuery(connection, statements.join(';\n'));
  };
  await run([...typesOf(tables), ...tables.map(emptyTable)]);
  for (const table of tables) {
    for (const arrow of table.arrow) {
      // DuckDB takes the buffer away with it; ours is needed again when the engine has to be replaced.
      const copy = arrow.slice();
      await running.database.insertArrowFromIPCStream(connection, copy, { name: staging, create: true });
      const columns = castsOf(table.columns, arrow);
      await run([
        `INSERT INTO ${quoteName(table.name)} SELECT ${columns} FROM ${staging}`,
        `DROP TABLE ${staging}`,
      ]);
    }
  }
  await countRows(running, connection, tables);
  await run(definitions);
}

function typesOf(tables: readonly LoadedTable[]): string[] {
  return [...enumerationsOf(tables)].map(
    ([name, codes]) => `CREATE TYPE ${quoteName(name)} AS ENUM (${codes.map(quoteText).join(', ')})`,
  );
}

function emptyTable({ name, columns }: LoadedTable): string {
  const typed = columns.map((column) => `${quoteName(column.name)} ${typeOf(column)}`);
  return `CREATE TABLE ${quoteName(name)} (${typed.join(', ')})`;
}

async function countRows(
  running: Running,
  connection: number,
  tables: readonly LoadedTable[],
): Promise<void> {
  if (tables.length === 0) return;
  const counts = tables.map(({ name }) => `(SELECT count(*)::INTEGER FROM ${quoteName(name)})`);
  const counted = decode(await running.database.runQuery(connection, `SELECT ${counts.join(', ')}`));
  for (const [index, table] of tables.entries()) {
    const rows = Number(counted.batches[0]?.getChildAt(index)?.get(0));
    if (rows !== table.rowCount) throw new Error(`${table.name}: ${rows} rows of ${table.rowCount} arrived`);
  }
}

/** Every table and view with its columns, in their order. */
export async function listRelations(running: Running): Promise<Relation[]> {
  const { database } = running;
  const connection = await database.connectInternal();
  const sql = `SELECT table_name AS name, list(column_name ORDER BY column_index) AS columns
FROM duckdb_columns() WHERE NOT internal GROUP BY table_name ORDER BY table_name`;
  const { batches } = decode(await database.runQuery(connection, sql));
  await database.disconnect(connection);
  return batches.flatMap((batch) => {
    const [names, columns] = [batch.getChild('name'), batch.getChild('columns')];
    return Array.from({ length: batch.numRows }, (_, row) => ({
      name: String(names?.get(row)),
      columns: [...(columns?.get(row) as Iterable<unknown>)].map(String),
    }));
  });
}

/** A dataset without a column has it empty: exports differ in what they bring. */
function castsOf(columns: readonly ColumnSpec[], arrow: Uint8Array): string {
  const { schema } = RecordBatchReader.from(arrow).open();
  const present = new Set(schema.fields.map((field) => field.name));
  return columns
    .map(
      (column) => `CAST(${present.has(column.name) ? quoteName(column.name) : 'NULL'} AS ${typeOf(column)})`,
    )
    .join(', ');
}

function enumerationsOf(tables: readonly LoadedTable[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const column of tables.flatMap((table) => table.columns)) {
    if (column.type !== 'ENUM' || column.codes.length === 0) continue;
    const known = found.get(column.enumeration);
    if (known && known.join('\0') !== column.codes.join('\0'))
      throw new Error(`enumeration ${column.enumeration} has two sets of codes`);
    found.set(column.enumeration, column.codes);
  }
  return found;
}

/** DuckDB has no ENUM without codes; such a column can only be empty text. */
function typeOf(column: ColumnSpec): string {
  if (column.type !== 'ENUM') return column.type;
  return column.codes.length === 0 ? 'VARCHAR' : quoteName(column.enumeration);
}
