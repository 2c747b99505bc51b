import type { ImportEngine } from '../engine/engine';
import type { Sheet } from '../ingest/formats/sheet';
import {
  fileProblem,
  insertListed,
  shapeProblems,
  unnamedProblems,
  writeProblems,
} from '../ingest/list-problems';
import { mapColumns, recognise } from '../ingest/mapping';
import { planTable, type Source } from '../ingest/plan';
import type { ImportProblem, Rule } from '../ingest/problem';
import type { Shape } from '../ingest/shape';
import type { ImportTable } from '../ingest/table';
import { columnOf, type Result } from '../results/result';

export interface ImportedFile {
  readonly dataset: string;
  readonly name: string;
  /** Null when no table could be made of it. */
  readonly table: string | null;
  /** Data records in the file; `rows - kept` of them are listed as left out. */
  readonly rows: number;
  readonly kept: number;
}

/** One table of a file: recognised, typed and checked in the engine, its problems listed. */
export async function importSheet(
  engine: ImportEngine,
  tables: readonly ImportTable[],
  source: Source,
  sheet: Sheet,
): Promise<ImportedFile> {
  const { dataset, file: name } = source;
  const { shape } = sheet;
  const refuse = async (...problem: [rule: Rule, value: string | null, column?: string]) => {
    await listProblems(engine, source, [fileProblem(source, ...problem)]);
    return { dataset, name, table: null, rows: shape.records, kept: 0 };
  };
  const recognition = recognise([sheet.name, name], shape.header, tables);
  if (!recognition.ok) {
    const { problem } = recognition;
    const columns = shape.header.slice(0, 40).join(', ');
    return problem.kind === 'unknown-table'
      ? refuse('unknown-table', columns)
      : refuse('no-key-column', columns, problem.column);
  }
  const { table } = recognition;
  const mapping = mapColumns(shape.header, table);
  const kept = await keepRows(engine, source, shape, table);
  if (typeof kept !== 'number') return refuse('unreadable', kept.message);
  await listProblems(engine, source, [
    ...shapeProblems(source, shape, mapping),
    ...unnamedProblems(source, sheet),
  ]);
  return { dataset, name, table: table.name, rows: shape.records, kept };
}

/** Rows kept, or why DuckDB could not read what we could. */
async function keepRows(
  engine: ImportEngine,
  source: Source,
  shape: Shape,
  table: ImportTable,
): Promise<number | { readonly message: string }> {
  if (shape.usable === 0) return 0;
  const plan = planTable(shape, mapColumns(shape.header, table), table, source);
  await engine.register(source.registered, shape.body);
  try {
    await engine.run(plan.read);
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  const checked = await engine.run(plan.check);
  const read = count(checked, 'rows');
  if (read !== shape.usable) return { message: `${read} / ${shape.usable}` };
  const moved = await engine.run(plan.keep);
  const kept = count(moved, 'kept');
  if (kept + count(moved, 'left_out') !== shape.usable) {
    throw new Error(
      `${source.file}: ${shape.usable} rows became ${kept} kept and ${count(moved, 'left_out')} left out`,
    );
  }
  if (count(checked, 'unusable') > 0) await engine.run(plan.problems);
  return kept;
}

/** `about` tells apart what is listed of one file at different times. */
export async function listProblems(
  engine: ImportEngine,
  source: Source,
  problems: readonly ImportProblem[],
  about = 'file',
): Promise<void> {
  if (problems.length === 0) return;
  const registered = `problems-${about}-${source.number}.csv`;
  await engine.register(registered, writeProblems(source.number, problems));
  await engine.run(insertListed(registered));
}

export function count(result: Result, name: string): number {
  return Number(columnOf(result, name)?.values[0]);
}
