import allowedFunctions from '../engine/allowed-functions.json';
import type { Engine, LoadedTable, Relation } from '../engine/engine';
import { refuse } from '../dataflow/gate';
import type { Tables } from '../dataflow/session';
import { definitions, macroNames, stepNames, viewNames } from '../instruments/definitions';
import type { Instrument } from '../instruments/instrument';
import { overrideChanges } from '../instruments/override';

/** What cell SQL may call: DuckDB's side-effect-free functions and our own macros. */
const allowed: ReadonlySet<string> = new Set([...allowedFunctions, ...macroNames]);

/** The gate every compiled cell passes before it reaches the engine. */
export const gate = (sql: string) => refuse(sql, allowed);

/** Loads an export, imported with these instruments, and the scoring views, and says what cells can now refer to. `stamp` must be new for each load. */
export async function loadAnalysis(
  engine: Engine,
  tables: readonly LoadedTable[],
  instruments: readonly Instrument[],
  stamp: string,
): Promise<Tables> {
  const filled = new Set(tables.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name));
  const relations = await engine.load(tables, definitions(instruments, filled));
  return tablesOf(relations, tables, instruments, stamp);
}

/** What cells can refer to where these are the engine's tables and views, in the order they are shown in. */
export function tablesOf(
  relations: readonly Relation[],
  tables: readonly LoadedTable[],
  instruments: readonly Instrument[],
  stamp: string,
): Tables {
  const order = [...tables.map(({ name }) => name), ...viewNames(instruments), ...stepNames];
  return {
    stamp,
    override: (settings) => overrideChanges(instruments, settings),
    tables: relations.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)),
  };
}
