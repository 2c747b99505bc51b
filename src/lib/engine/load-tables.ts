import { quoteName, quoteText } from '../sql/quote';
import type { Running } from './boot';
import type { ColumnSpec, LoadedTable } from './engine';
import { decode } from './fetch-rows';

const staging = 'pejling_staging';

/** Makes the ENUM types, the tables and then the definitions. Throws on codes that disagree and on lost rows. */
export async function loadTables(
  running: Running,
  connection: number,
  tables: readonly LoadedTable[],
  definitions: readonly string[],
): Promise<void> {
  const run = (sql: string) => running.database.runQuery(connection, sql);
  const types = [...enumerationsOf(tables)].map(
    ([name, codes]) => `CREATE TYPE ${quoteName(name)} AS ENUM (${codes.map(quoteText).join(', ')})`,
  );
  if (types.length > 0) await run(types.join(';\n'));
  for (const table of tables) await loadTable(running, connection, table);
  if (definitions.length > 0) await run(definitions.join(';\n'));
}

async function loadTable(running: Running, connection: number, table: LoadedTable): Promise<void> {
  const { database } = running;
  const run = (sql: string) => database.runQuery(connection, sql);
  const columns = table.columns.map((column) => `${quoteName(column.name)} ${typeOf(column)}`);
  await run(`CREATE TABLE ${quoteName(table.name)} (${columns.join(', ')})`);
  for (const arrow of table.arrow) {
    // DuckDB takes the buffer away with it; ours is needed again when the engine has to be replaced.
    await database.insertArrowFromIPCStream(connection, arrow.slice(), { name: staging, create: true });
    await run(`INSERT INTO ${quoteName(table.name)} SELECT ${castsOf(table.columns, arrow)} FROM ${staging}`);
    await run(`DROP TABLE ${staging}`);
  }
  const counted = decode(await run(`SELECT count(*)::INTEGER FROM ${quoteName(table.name)}`));
  const rows = Number(counted.batches[0]?.getChildAt(0)?.get(0));
  if (rows !== table.rowCount) throw new Error(`${table.name}: ${rows} rows of ${table.rowCount} arrived`);
}

/** A dataset without a column has it empty: exports differ in what they bring. */
function castsOf(columns: readonly ColumnSpec[], arrow: Uint8Array): string {
  const present = new Set(decode(arrow).schema.fields.map((field) => field.name));
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
