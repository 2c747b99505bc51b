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
    let rows = 0;
    for (const arrow of table.arrow) rows += await append(running, connection, table, arrow);
    if (rows !== table.rowCount) throw new Error(`${table.name}: ${rows} rows of ${table.rowCount} arrived`);
  }
  await run(definitions);
}

/** How many rows DuckDB says it has put in. */
async function append(
  running: Running,
  connection: number,
  table: LoadedTable,
  arrow: Uint8Array,
): Promise<number> {
  const { database } = running;
  // DuckDB takes the buffer away with it; ours is needed again when the engine has to be replaced.
  const copy = arrow.slice();
  await database.insertArrowFromIPCStream(connection, copy, { name: staging, create: true });
  const columns = castsOf(table.columns, arrow);
  const sql = `INSERT INTO ${quoteName(table.name)} SELECT ${columns} FROM ${staging}`;
  const inserted = decode(await database.runQuery(connection, sql));
  await database.runQuery(connection, `DROP TABLE ${staging}`);
  return Number(inserted.batches[0]?.getChildAt(0)?.get(0));
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

/** Every table and view with its columns, in their order. */
export async function listRelations(running: Running): Promise<Relation[]> {
  const { database } = running;
  const connection = await database.connectInternal();
  const sql = `SELECT table_name AS name, column_name AS column FROM duckdb_columns()
WHERE NOT internal ORDER BY table_name, column_index`;
  const { batches } = decode(await database.runQuery(connection, sql));
  await database.disconnect(connection);
  const relations = new Map<string, string[]>();
  for (const batch of batches) {
    const [names, columns] = [batch.getChild('name'), batch.getChild('column')];
    for (let row = 0; row < batch.numRows; row++) {
      const name = String(names?.get(row));
      const known = relations.get(name) ?? [];
      relations.set(name, [...known, String(columns?.get(row))]);
    }
  }
  return [...relations].map(([name, columns]) => ({ name, columns }));
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
