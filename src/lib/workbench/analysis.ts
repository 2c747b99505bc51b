import allowedFunctions from '../engine/allowed-functions.json';
import type { Engine, LoadedTable } from '../engine/engine';
import { refuse } from '../dataflow/gate';
import type { Tables } from '../dataflow/session';
import { definitions, instruments, macroNames, stepNames, viewNames } from '../instruments/definitions';
import { overrideChanges } from '../instruments/override';

/** What cell SQL may call: DuckDB's side-effect-free functions and our own macros. */
const allowed: ReadonlySet<string> = new Set([...allowedFunctions, ...macroNames]);

/** The gate every compiled cell passes before it reaches the engine. */
export const gate = (sql: string) => refuse(sql, allowed);

/** Loads an export and the scoring views, and says what cells can now refer to. `stamp` must be new for each load. */
export async function loadAnalysis(
  engine: Engine,
  tables: readonly LoadedTable[],
  stamp: string,
): Promise<Tables> {
  await engine.load(tables, definitions(instruments));
  const views = await describe(engine, [...viewNames, ...stepNames]);
  return {
    stamp,
    override: (settings) => overrideChanges(instruments, settings),
    tables: [
      ...tables.map((table) => ({ name: table.name, columns: table.columns.map((column) => column.name) })),
      ...views,
    ],
  };
}

/** All in one query: each one asked takes the engine longer than its answer. */
async function describe(
  engine: Engine,
  names: readonly string[],
): Promise<{ name: string; columns: string[] }[]> {
  const selects = names.map(
    (name) => `SELECT '${name}' AS view, column_name AS name FROM (DESCRIBE ${name})`,
  );
  const outcome = await engine.query(selects.join('\nUNION ALL\n'));
  if (!outcome.ok) throw new Error(`the views cannot be read: ${JSON.stringify(outcome.problem)}`);
  const [views, columns] = outcome.result.columns;
  return names.map((name) => ({
    name,
    columns: (columns?.values ?? []).filter((_, row) => views?.values[row] === name).map(String),
  }));
}
