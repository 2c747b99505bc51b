import type { ColumnSpec, ImportEngine, LoadedTable } from '../engine/engine';
import { decode } from '../ingest/decode';
import {
  countCourses,
  fileProblem,
  insertListed,
  problemsQuery,
  shapeProblems,
  withoutCourse,
  withoutCourses,
  writeProblems,
} from '../ingest/list-problems';
import { mapColumns, recognise } from '../ingest/mapping';
import { gathering, planTable, prepare, type Source } from '../ingest/plan';
import { actions, rules, type Action, type ImportProblem, type Rule } from '../ingest/problem';
import { readShape, type Shape } from '../ingest/shape';
import type { Field, ImportTable } from '../ingest/table';
import { importTablesOf } from '../ingest/tables';
import type { Instrument } from '../instruments/instrument';
import { columnOf, type Result } from '../results/result';
import { quoteName, quoteText } from '../sql/quote';

/** One export: the files of one dataset. */
export interface RawExport {
  readonly dataset: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface ImportProgress {
  readonly file: string;
  readonly step: 'read' | 'check' | 'hand-over';
  readonly done: number;
  readonly of: number;
}

export interface ImportedFile {
  readonly dataset: string;
  readonly name: string;
  /** Null when no table could be made of it. */
  readonly table: string | null;
  /** Data records in the file; `rows - kept` of them are listed as left out. */
  readonly rows: number;
  readonly kept: number;
}

export interface ImportOutcome {
  /** Every table of the codebook and of the instruments in force, and `import_problems`; empty where the exports had none. */
  readonly tables: LoadedTable[];
  /** The first of the problems, at most `problemLimit`; all of them are in `import_problems`. */
  readonly problems: ImportProblem[];
  readonly problemCount: number;
  readonly files: ImportedFile[];
}

export interface ImportOptions {
  /** Those that files can belong to. */
  readonly instruments: readonly Instrument[];
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Problems taken into JavaScript at the most. */
  readonly problemLimit?: number;
}

const manyProblems = 1_000;

/**
 * Reads exports in an engine of its own, which is closed whatever happens. Files that cannot be used are problems,
 * never exceptions; an exception is a broken engine or a bug, as is a row that is neither kept nor left out.
 */
export async function importExport(
  open: () => Promise<ImportEngine>,
  exports: readonly RawExport[],
  { instruments, onProgress = () => {}, problemLimit = manyProblems }: ImportOptions,
): Promise<ImportOutcome> {
  const tables = importTablesOf(instruments);
  const engine = await open();
  try {
    await engine.run(prepare(tables));
    const files: ImportedFile[] = [];
    const of = exports.reduce((sum, { files }) => sum + files.length, 0) + 1;
    let number = 0;
    for (const { dataset, files: raw } of exports) {
      const sources: Imported[] = [];
      for (const { name, bytes } of raw) {
        const source: Source = { registered: `file-${number}.csv`, dataset, file: name, number };
        const report = (step: ImportProgress['step']) =>
          onProgress({ file: name, step, done: files.length, of });
        const file = await importFile(engine, tables, source, bytes, report);
        files.push(file);
        sources.push({ ...source, table: tables.find(({ name }) => name === file.table) });
        number++;
      }
      await listWithoutCourse(engine, sources);
    }
    onProgress({ file: '', step: 'hand-over', done: of - 1, of });
    const datasets = [...new Set(exports.map(({ dataset }) => dataset))];
    return await handOver(engine, tables, datasets, files, problemLimit);
  } finally {
    await engine.close();
  }
}

async function importFile(
  engine: ImportEngine,
  tables: readonly ImportTable[],
  source: Source,
  bytes: Uint8Array,
  report: (step: ImportProgress['step']) => void,
): Promise<ImportedFile> {
  const { dataset, file: name } = source;
  const refuse = async (rows: number, ...problem: [rule: Rule, value: string | null, column?: string]) => {
    await list(engine, source, [fileProblem(source, ...problem)]);
    return { dataset, name, table: null, rows, kept: 0 };
  };
  report('read');
  const decoding = decode(bytes);
  if (!decoding.ok) {
    const { problem } = decoding;
    return problem.kind === 'empty' ? refuse(0, 'empty-file', null) : refuse(0, 'not-text', problem.seems);
  }
  const reading = readShape(decoding.text);
  if (!reading.ok) return refuse(0, 'too-many-columns', String(reading.problem.columns));
  const { shape } = reading;
  const recognition = recognise(name, shape.header, tables);
  if (!recognition.ok) {
    const { problem } = recognition;
    return problem.kind === 'unknown-table'
      ? refuse(shape.records, 'unknown-table', shape.header.slice(0, 40).join(', '))
      : refuse(shape.records, 'no-key-column', shape.header.slice(0, 40).join(', '), problem.column);
  }
  report('check');
  const { table } = recognition;
  const mapping = mapColumns(shape.header, table);
  const kept = await keepRows(engine, source, shape, table);
  if (typeof kept !== 'number') return refuse(shape.records, 'unreadable', kept.message);
  await list(engine, source, shapeProblems(source, shape, mapping));
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

async function list(
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

type Imported = Source & { readonly table: ImportTable | undefined };

/** Measurements without their course; one problem a file when the export has no courses at all. */
async function listWithoutCourse(engine: ImportEngine, sources: readonly Imported[]): Promise<void> {
  const [first] = sources;
  if (!first) return;
  const { dataset } = first;
  const found = await engine.run(countCourses(dataset));
  const measuring = sources.filter(({ table }) => table && table.name !== 'courses');
  if (count(found, 'courses') === 0) {
    for (const source of measuring) await list(engine, source, [withoutCourses(source)], 'courses');
    return;
  }
  const names = new Map(measuring.map(({ number, file }) => [number, file]));
  for (const table of new Set(measuring.map((source) => source.table))) {
    if (table) await engine.run(withoutCourse(table, dataset, names));
  }
}

async function handOver(
  engine: ImportEngine,
  imported: readonly ImportTable[],
  datasets: readonly string[],
  files: ImportedFile[],
  problemLimit: number,
): Promise<ImportOutcome> {
  const codes = await openCodes(engine, imported);
  const tables: LoadedTable[] = [];
  for (const table of imported) {
    const columns = [datasetColumn(datasets), ...table.fields.map((field) => specOf(field, codes))];
    const names = columns.map((column) => quoteName(column.name)).join(', ');
    const parts: { arrow: Uint8Array; rowCount: number }[] = [];
    for (const dataset of datasets) {
      const sql = `SELECT ${names} FROM ${gathering(table.name)} WHERE dataset = ${quoteText(dataset)}`;
      const part = await engine.extract(sql);
      if (part.rowCount > 0) parts.push(part);
    }
    tables.push(tableOfParts(table.name, columns, parts));
  }
  const all = await engine.extract(problemsQuery());
  tables.push(tableOfParts('import_problems', problemColumns(datasets), all.rowCount > 0 ? [all] : []));
  const problems = readProblems(await engine.run(problemsQuery(Math.min(problemLimit, all.rowCount))));
  return { tables, problems, problemCount: all.rowCount, files };
}

function tableOfParts(
  name: string,
  columns: readonly ColumnSpec[],
  parts: readonly { readonly arrow: Uint8Array; readonly rowCount: number }[],
): LoadedTable {
  const rowCount = parts.reduce((sum, part) => sum + part.rowCount, 0);
  return { name, columns, arrow: parts.map((part) => part.arrow), rowCount };
}

const datasetColumn = (datasets: readonly string[]): ColumnSpec => ({
  name: 'dataset',
  type: 'ENUM',
  enumeration: 'dataset',
  codes: datasets,
});

function problemColumns(datasets: readonly string[]): ColumnSpec[] {
  return [
    datasetColumn(datasets),
    { name: 'file', type: 'VARCHAR' },
    { name: 'line', type: 'INTEGER' },
    { name: 'column', type: 'VARCHAR' },
    { name: 'value', type: 'VARCHAR' },
    { name: 'rule', type: 'ENUM', enumeration: 'import_rule', codes: rules },
    { name: 'action', type: 'ENUM', enumeration: 'import_action', codes: actions },
  ];
}

/** Codes that only the data knows (projects, units), over all datasets and tables, as Danes sort them. */
async function openCodes(
  engine: ImportEngine,
  tables: readonly ImportTable[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const queries = new Map<string, string[]>();
  for (const table of tables) {
    for (const field of table.fields) {
      if (field.type !== 'open-code') continue;
      const query = `SELECT ${quoteName(field.name)} AS code FROM ${gathering(table.name)}`;
      queries.set(field.enumeration, [...(queries.get(field.enumeration) ?? []), query]);
    }
  }
  const collator = new Intl.Collator('da', { numeric: true });
  const codes = new Map<string, readonly string[]>();
  for (const [enumeration, selects] of queries) {
    const result = await engine.run(
      `SELECT DISTINCT code FROM (${selects.join(' UNION ALL ')}) WHERE code IS NOT NULL`,
    );
    const found = (columnOf(result, 'code')?.values ?? []).map(String);
    codes.set(
      enumeration,
      found.toSorted((a, b) => collator.compare(a, b) || (a < b ? -1 : 1)),
    );
  }
  return codes;
}

function specOf(field: Field, codes: ReadonlyMap<string, readonly string[]>): ColumnSpec {
  const { name } = field;
  switch (field.type) {
    case 'code':
      return { name, type: 'ENUM', enumeration: field.enumeration, codes: field.codes };
    case 'open-code':
      return {
        name,
        type: 'ENUM',
        enumeration: field.enumeration,
        codes: codes.get(field.enumeration) ?? [],
      };
    case 'integer':
      return { name, type: 'INTEGER' };
    case 'number':
      return { name, type: 'DOUBLE' };
    case 'date':
      return { name, type: 'DATE' };
    case 'boolean':
      return { name, type: 'BOOLEAN' };
    case 'text':
      return { name, type: 'VARCHAR' };
  }
}

function count(result: Result, name: string): number {
  return Number(columnOf(result, name)?.values[0]);
}

function readProblems(result: Result): ImportProblem[] {
  const at = (name: string, row: number) => columnOf(result, name)?.values[row] ?? null;
  const text = (name: string, row: number) => {
    const value = at(name, row);
    return value === null ? null : String(value);
  };
  return Array.from({ length: result.rowCount }, (_, row) => {
    const line = at('line', row);
    return {
      dataset: text('dataset', row) ?? '',
      file: text('file', row) ?? '',
      line: line === null ? null : Number(line),
      column: text('column', row),
      value: text('value', row),
      rule: text('rule', row) as Rule,
      action: text('action', row) as Action,
    };
  });
}
