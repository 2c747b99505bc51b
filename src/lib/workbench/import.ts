import type { ImportEngine } from '../engine/engine';
import type { Decisions } from '../ingest/decision';
import { findAcross } from '../ingest/findings';
import { countCourses, countKept, fileProblem, withoutCourses } from '../ingest/list-problems';
import { keptFor, type FileMapping } from '../ingest/mapping/file-mapping';
import { listVariables } from '../ingest/mapping/variables';
import type { Source } from '../ingest/source';
import { prepare } from '../ingest/plan';
import { isOfCourses, type ImportTable } from '../ingest/table';
import { importTablesOf } from '../ingest/tables';
import type { Instrument } from '../instruments/instrument';
import { columnOf, countIn } from '../results/result';
import { isKeyed, readCovered, type CoveredReading } from './cover-civil';
import type { CoveredFile, ExportFile } from './exports';
import { handOver, type HandedOver } from './hand-over';
import {
  importSheet,
  listProblems,
  type ImportedFile,
  type ImportedSheet,
  type SheetUse,
  type Targets,
} from './import-sheet';
import { paced } from './pace';
import { keyName } from './pseudonym';

/** One export: the files of one dataset. */
export interface RawExport {
  readonly dataset: string;
  readonly files: readonly (ExportFile | CoveredFile)[];
}

export interface ImportProgress {
  readonly file: string;
  readonly step: 'read' | 'check' | 'hand-over';
  readonly done: number;
  readonly of: number;
  /** How much of `file` is read, from 0 to 1. */
  readonly part: number;
}

export interface ImportOutcome extends HandedOver {
  /** Every table found in the files: a workbook has several, a packed file too. */
  readonly files: ImportedFile[];
  /** The same tables, and how their columns were understood. */
  readonly uses: readonly SheetUse[];
  /** By which keys the pseudonyms in the tables were made: those of two never meet. */
  readonly keys: ReadonlySet<string>;
}

export interface ImportOptions {
  /** Those that files can belong to. */
  readonly instruments: readonly Instrument[];
  /** For files with columns of their own. */
  readonly mappings?: readonly FileMapping[];
  /** What is done about rows that are strange beside others. */
  readonly decisions?: Decisions;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Problems taken into JavaScript at the most; 1,000 unless told. */
  readonly problemLimit?: number;
  /** Stops the import wherever it is; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

type Placed = Source & { readonly table: ImportTable | undefined };

/**
 * Reads exports in an engine of its own, which is closed whatever happens. Files that cannot be used are problems,
 * never exceptions; an exception is a broken engine, a file that cannot be got at, or a bug, as is a row that is neither
 * kept nor left out.
 */
export async function importExport(
  open: () => Promise<ImportEngine>,
  exports: readonly RawExport[],
  {
    instruments,
    mappings = [],
    decisions = {},
    onProgress = () => {},
    problemLimit = 1_000,
    signal,
  }: ImportOptions,
): Promise<ImportOutcome> {
  signal?.throwIfAborted();
  const tables = importTablesOf(instruments);
  const targets: Targets = { tables, variables: listVariables(tables, instruments), mappings, decisions };
  const engine = await open();
  const close = () => void engine.close();
  signal?.addEventListener('abort', close);
  try {
    await engine.run(prepare(tables));
    const files: ImportedFile[] = [];
    const uses: SheetUse[] = [];
    const keys = new Set<string>();
    const of = exports.reduce((sum, { files }) => sum + files.length, 0) + 1;
    let [done, number] = [0, 0];
    for (const { dataset, files: raw } of exports) {
      const sources: Placed[] = [];
      for (const file of raw) {
        const report = (step: ImportProgress['step'], part = 0) =>
          onProgress({ file: file.name, step, done, of, part });
        for await (const reading of readings(dataset, file, report, signal)) {
          const source: Source = { registered: `file-${number}.csv`, dataset, file: reading.file, number };
          if (reading.ok) report('check', 1);
          const imported = await importReading(engine, targets, source, reading);
          files.push(...imported.files);
          if (reading.ok) uses.push({ ...imported.use, source: file.name });
          if (isKeyed(reading)) keys.add('readings' in file ? (file.keyedBy ?? keyName) : keyName);
          for (const { table } of imported.files) {
            sources.push({ ...source, number, table: tables.find(({ name }) => name === table) });
            number++;
          }
        }
        done++;
      }
      const mapped = uses
        .filter((use) => use.dataset === dataset && use.by !== 'nothing')
        .map(({ header }) => keptFor(header, mappings)?.decisions ?? {});
      await leaveOutAcross(engine, tables, sources, Object.assign({}, ...mapped, decisions));
    }
    onProgress({ file: '', step: 'hand-over', done, of, part: 0 });
    const datasets = [...new Set(exports.map(({ dataset }) => dataset))];
    const kept = await keptRows(engine, tables);
    return {
      ...(await handOver(engine, tables, datasets, problemLimit)),
      files: files.map((file, number) => ({ ...file, kept: kept.get(number) ?? 0 })),
      uses,
      keys,
    };
  } catch (error) {
    // A closed engine fails in its own words.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', close);
    await engine.close();
  }
}

/** The tables of one file, each as soon as it is read. */
async function* readings(
  dataset: string,
  file: ExportFile | CoveredFile,
  report: (step: 'read', part?: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<CoveredReading, void, void> {
  report('read');
  // What is read is gone through again for civil registration numbers: the bar waits meanwhile, it does not go back.
  let most = 0;
  const onPart = (part: number) => report('read', (most = Math.max(most, part)));
  yield* paced(readCovered(dataset, file), { signal, onPart });
}

async function importReading(
  engine: ImportEngine,
  targets: Targets,
  source: Source,
  reading: CoveredReading,
): Promise<ImportedSheet> {
  if (reading.ok) {
    await listProblems(engine, source, reading.covered, 'civil');
    return importSheet(engine, targets, source, reading.sheet);
  }
  await listProblems(engine, source, [fileProblem(source, reading.rule, reading.value)]);
  const { dataset, file } = source;
  const use = { dataset, file, header: [], by: 'nothing' as const };
  return { use, files: [{ dataset, name: file, table: null, rows: 0, kept: 0 }] };
}

/** What is strange beside other rows of the dataset; one problem a file when the export has no courses at all. */
async function leaveOutAcross(
  engine: ImportEngine,
  tables: readonly ImportTable[],
  sources: readonly Placed[],
  decisions: Decisions,
): Promise<void> {
  const [first] = sources;
  if (!first) return;
  const { dataset } = first;
  const found = await engine.run(countCourses(dataset));
  if (countIn(found, 'courses') === 0) {
    const measuring = sources.filter(({ table }) => table && table.name !== 'courses' && isOfCourses(table));
    for (const source of measuring) await listProblems(engine, source, [withoutCourses(source)], 'courses');
    return;
  }
  const filled = tables.filter(({ name }) => sources.some(({ table }) => table?.name === name));
  const names = new Map(sources.map(({ number, file }) => [number, file]));
  await engine.run(findAcross(filled, dataset, names, decisions));
}

/** By the file's number: a later file or a decision may have left out rows that were kept at first. */
async function keptRows(
  engine: ImportEngine,
  tables: readonly ImportTable[],
): Promise<ReadonlyMap<number, number>> {
  const counted = await engine.run(countKept(tables));
  const at = (column: string, row: number) => Number(columnOf(counted, column)?.values[row]);
  return new Map(
    Array.from({ length: counted.rowCount }, (_, row) => [at('file_number', row), at('kept', row)]),
  );
}
