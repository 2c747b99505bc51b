import allowedFunctions from '../engine/allowed-functions.json';
import type { Engine, LoadedTable } from '../engine/engine';
import { refuse } from '../dataflow/gate';
import type { Tables } from '../dataflow/session';
import { definitions, instruments, macroNames, stepNames, viewNames } from '../instruments/definitions';

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
  const views = await Promise.all([...viewNames, ...stepNames].map((name) => describe(engine, name)));
  return {
    stamp,
    tables: [
      ...tables.map((table) => ({ name: table.name, columns: table.columns.map((column) => column.name) })),
      ...views,
    ],
  };
}

async function describe(engine: Engine, name: string): Promise<{ name: string; columns: string[] }> {
  const outcome = await engine.query(`SELECT * FROM ${name} LIMIT 0`);
  if (!outcome.ok) throw new Error(`the view ${name} cannot be read: ${JSON.stringify(outcome.problem)}`);
  return { name, columns: outcome.result.columns.map((column) => column.name) };
}
