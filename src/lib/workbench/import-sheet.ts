import type { ImportEngine } from '../engine/engine';
import type { Sheet } from '../ingest/formats/sheet';
import {
  fileProblem,
  insertListed,
  listOnce,
  shapeProblems,
  unreadProblems,
  writeProblems,
} from '../ingest/list-problems';
import { keptFor, mappingFor, type FileMapping } from '../ingest/mapping/file-mapping';
import { codesByLabel } from '../ingest/mapping/codes';
import type { Part } from '../ingest/mapping/part';
import { partsOf } from '../ingest/mapping/parts';
import { mapColumns, recognise, type Recognised } from '../ingest/mapping/recognise';
import type { Variable } from '../ingest/mapping/variables';
import type { Decisions } from '../ingest/decision';
import type { Source } from '../ingest/source';
import { keepText, planPart } from '../ingest/plan';
import type { ImportProblem, Rule } from '../ingest/problem';
import type { Shape } from '../ingest/shape';
import type { Field, ImportTable } from '../ingest/table';
import { countIn } from '../results/result';
import { quoteName } from '../sql/quote';
import { partSheet } from './widen';

export interface ImportedFile {
  readonly dataset: string;
  readonly name: string;
  /** Null when no table could be made of it. */
  readonly table: string | null;
  /** Data records in the file; `rows - kept` of them are listed as left out. */
  readonly rows: number;
  readonly kept: number;
}

/** How the columns of a sheet were understood: by our own names, by a mapping, or not at all. */
export interface SheetUse {
  readonly dataset: string;
  /** As a person finds it: `udtræk.zip/2018/who5.csv`; and the name of the file that was given. */
  readonly file: string;
  readonly source: string;
  readonly header: readonly string[];
  readonly by: 'name' | 'mapping' | 'nothing';
}

export interface ImportedSheet {
  readonly use: Omit<SheetUse, 'source'>;
  /** One for each table that the sheet filled; one that could not be used is one, too. */
  readonly files: readonly ImportedFile[];
}

/** What a sheet can fill, and how foreign columns are told what they are. */
export interface Targets {
  readonly tables: readonly ImportTable[];
  readonly variables: readonly Variable[];
  readonly mappings: readonly FileMapping[];
  /** What is done about problems, where the mapping does not say. */
  readonly decisions: Decisions;
}

/** One table of a file: recognised, typed and checked in the engine, its problems listed. */
export async function importSheet(
  engine: ImportEngine,
  targets: Targets,
  source: Source,
  sheet: Sheet,
): Promise<ImportedSheet> {
  const { dataset, file } = source;
  const { shape } = sheet;
  const { header } = shape;
  const mapping = mappingFor(header, targets.mappings);
  const use = (by: SheetUse['by']) => ({ dataset, file, header, by });
  const refuse = async (...problem: [rule: Rule, value: string | null, column?: string]) => {
    await listProblems(engine, source, [fileProblem(source, ...problem)]);
    const nothing = { dataset, name: file, table: null, rows: shape.records, kept: 0 };
    return { use: use(mapping ? 'mapping' : 'nothing'), files: [nothing] };
  };
  if (shape.usable > 0) await engine.register(source.registered, shape.body);
  if (mapping) {
    const files = await importMapped(engine, targets, source, shape, mapping);
    if (!Array.isArray(files)) return refuse('unreadable', files.message);
    if (files.length === 0) return refuse('no-parts', null);
    await listProblems(engine, source, [
      ...shapeProblems(source, shape, leftOut(mapping)),
      ...unreadProblems(source, sheet),
    ]);
    return { use: use('mapping'), files };
  }
  const recognition = recognise([sheet.name, file], header, targets.tables);
  if (!recognition.ok) {
    const { problem } = recognition;
    const columns = header.slice(0, 40).join(', ');
    return problem.kind === 'unknown-table'
      ? refuse('unknown-table', columns)
      : refuse('no-key-column', columns, problem.column);
  }
  const { table } = recognition;
  const { part, ignored } = mapColumns(header, table, (field, column) => {
    const labels = sheet.described?.[column]?.codes;
    const variable = targets.variables.find((each) => isOf(each, table, field));
    return labels && variable && codesByLabel(variable, labels);
  });
  const decisions = { ...keptFor(header, targets.mappings)?.decisions, ...targets.decisions };
  const files = await importParts(engine, source, shape, [part], decisions);
  if (!Array.isArray(files)) return refuse('unreadable', files.message);
  await listProblems(engine, source, [
    ...shapeProblems(source, shape, ignored),
    ...unreadProblems(source, sheet),
  ]);
  return { use: use('name'), files };
}

function isOf({ kind, table, field }: Variable, { name }: ImportTable, { name: fieldName }: Field): boolean {
  return field.name === fieldName && (table === name || (kind === 'form' && name !== 'courses'));
}

/** The text is kept meanwhile: reading it once for each part takes longer than all the rest. */
async function importMapped(
  engine: ImportEngine,
  targets: Targets,
  source: Source,
  shape: Shape,
  mapping: FileMapping,
): ReturnType<typeof importParts> {
  const decisions = { ...mapping.decisions, ...targets.decisions };
  if (shape.usable === 0) {
    return importParts(engine, source, shape, partsOf(mapping, targets.variables, targets.tables), decisions);
  }
  const text = `text_${source.registered}`;
  try {
    await engine.run(keepText(shape, source.registered, text));
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  const sheet = await partSheet(engine, shape, { ...source, text }, mapping, targets);
  const files = await importParts(engine, sheet.source, sheet.shape, sheet.parts, decisions);
  await engine.run(`DROP TABLE ${quoteName(text)}`);
  return files;
}

/** The sheet's body is registered already. Each part is numbered after the one before, from the source's own number; or why DuckDB could not read what we could. */
export async function importParts(
  engine: ImportEngine,
  source: Source,
  shape: Shape,
  parts: readonly Part[],
  decisions: Decisions,
): Promise<ImportedFile[] | { readonly message: string }> {
  const { dataset, file: name } = source;
  const files: ImportedFile[] = [];
  for (const [index, part] of parts.entries()) {
    const kept = await keepRows(engine, { ...source, number: source.number + index }, shape, part, decisions);
    if (typeof kept !== 'number') return kept;
    files.push({ dataset, name, table: part.table.name, rows: shape.records, kept });
  }
  if (parts.length > 1) await engine.run(listOnce('missing-key'));
  return files;
}

/** Rows kept, or why DuckDB could not read what we could. */
async function keepRows(
  engine: ImportEngine,
  source: Source,
  shape: Shape,
  part: Part,
  decisions: Decisions,
): Promise<number | { readonly message: string }> {
  if (shape.usable === 0) return 0;
  const plan = planPart(shape, part, source, decisions);
  try {
    await engine.run(plan.read);
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  const checked = await engine.run(plan.check);
  const read = countIn(checked, 'rows');
  if (read !== shape.usable) return { message: `${read} / ${shape.usable}` };
  const moved = await engine.run(plan.keep);
  const [kept, left, entries] = [
    countIn(moved, 'kept'),
    countIn(moved, 'left_out'),
    countIn(moved, 'entries'),
  ];
  const lost = part.collapsed ? 0 : read - countIn(moved, 'blank') - countIn(checked, 'rejected') - entries;
  if (kept + left !== entries || lost !== 0) {
    throw new Error(
      `${source.file}: ${read} rows became ${entries} entries, ${kept} kept and ${left} left out`,
    );
  }
  if (countIn(checked, 'unusable') > 0) await engine.run(plan.problems);
  return kept;
}

/** Columns that the mapping leaves: a person said so. */
function leftOut({ columns }: FileMapping): Recognised['ignored'] {
  return columns
    .filter(({ variable }) => variable === undefined)
    .map(({ column }) => ({ name: column, rule: 'unmapped-column' }));
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
