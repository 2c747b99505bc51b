import type { Engine, ImportEngine } from '../engine/engine';
import type { Tables } from '../dataflow/session';
import { loadAnalysis } from './analysis';
import type { ImportProblem } from '../ingest/problem';
import type { ExportFile, ExportFiles } from './exports';
import type { ImportOutcome, RawExport } from './import';
import { noData, tableOverviews, type DataOverview } from './overview';

export type Phase =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'loading';
      readonly step: 'engine' | 'read' | 'import' | 'score';
      readonly done: number;
      readonly of: number;
      readonly file?: string;
      /** How much of `file` is read, from 0 to 1. */
      readonly part?: number;
    }
  | { readonly kind: 'ready' }
  /** `engine`: DuckDB did not start. `file`: one could not be read. `message` is the browser's own. */
  | {
      readonly kind: 'broken';
      readonly what: 'engine' | 'file' | 'other';
      readonly message: string;
    };

export interface Engines {
  readonly openEngine: () => Promise<Engine>;
  readonly openImportEngine: () => Promise<ImportEngine>;
}

/** The loaded data: files in, tables in the analysis engine out, and what is told about them on the way. */
export class Data {
  phase = $state.raw<Phase>({ kind: 'empty' });
  overview = $state.raw<DataOverview>(noData);
  /** Files of the last import that gave no table, and why. */
  refused = $state.raw<readonly ImportProblem[]>([]);
  /** What is loaded or on its way: what is dropped next joins it. */
  exports: readonly ExportFiles[] = [];

  #engines: Engines;
  #engine: Promise<Engine> | undefined;
  #loads = 0;
  #loading = new AbortController();
  #loaded: readonly ExportFiles[] = [];

  constructor(engines: Engines) {
    this.#engines = engines;
  }

  /** Boots the analysis engine ahead of need: it takes longer than anything else on the way to the first chart. */
  warm(): Promise<Engine> {
    this.#engine ??= this.#boot();
    return this.#engine;
  }

  /** What failed is tried again the next time. */
  #boot(): Promise<Engine> {
    const booting = this.#engines.openEngine().catch((error: unknown) => {
      this.#engine = undefined;
      throw new Broken('engine', error);
    });
    booting.catch(() => {});
    return booting;
  }

  /**
   * Imports `exports` in the place of what was loaded. Undefined when it could not be done (`phase` says why), when
   * no file of them gave a table (`refused` says why), or when a later load has taken its place.
   */
  async load(exports: readonly ExportFiles[]): Promise<{ engine: Engine; tables: Tables } | undefined> {
    this.#loads += 1;
    const load = this.#loads;
    const isLatest = () => load === this.#loads;
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const tell = (phase: Phase) => {
      if (isLatest()) this.phase = phase;
    };
    this.exports = exports;
    this.refused = [];
    tell({ kind: 'loading', step: 'engine', done: 0, of: 1 });
    try {
      const booting = this.warm();
      const imported = (await preparedOf(exports)) ?? (await this.#import(exports, tell, signal));
      const engine = await booting;
      if (!isLatest()) return undefined;
      this.refused = imported.problems.filter(({ action }) => action === 'file-left-out');
      if (imported.files.every(({ table }) => table === null)) {
        this.#giveUp();
        return undefined;
      }
      tell({ kind: 'loading', step: 'score', done: 0, of: 1 });
      const tables = await loadAnalysis(engine, imported.tables, String(load));
      this.#loaded = exports;
      this.overview = overviewOf(exports, imported, tables);
      tell({ kind: 'ready' });
      return { engine, tables };
    } catch (error) {
      if (!isLatest()) return undefined;
      const broken = error instanceof Broken ? error : new Broken('other', error);
      // Files that wait for an engine are not forgotten; a file that cannot be read is.
      if (broken.what !== 'engine') this.exports = this.#loaded;
      tell({ kind: 'broken', what: broken.what, message: broken.message });
      return undefined;
    }
  }

  async #import(
    exports: readonly ExportFiles[],
    tell: (phase: Phase) => void,
    signal: AbortSignal,
  ): Promise<ImportOutcome> {
    const { importExport } = await import('./import');
    return importExport(() => this.#openImport(), exports.map(readably), {
      onProgress: ({ step, ...progress }) =>
        tell({ kind: 'loading', step: step === 'read' ? 'read' : 'import', ...progress }),
      signal,
    });
  }

  /** What was to be loaded never came. */
  fail(error: unknown): void {
    this.phase = { kind: 'broken', what: 'file', message: new Broken('file', error).message };
  }

  #openImport(): Promise<ImportEngine> {
    return this.#engines.openImportEngine().catch((error: unknown) => {
      throw new Broken('engine', error);
    });
  }

  /** What was loaded stays. */
  #giveUp(): void {
    this.exports = this.#loaded;
    this.phase = { kind: this.#loaded.length > 0 ? 'ready' : 'empty' };
  }
}

/** What stopped a load, for a person; the message is the browser's or DuckDB's own. */
class Broken extends Error {
  readonly what: 'engine' | 'file' | 'other';

  constructor(what: Broken['what'], cause: unknown, file = '') {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(file ? `${file}: ${said}` : said, { cause });
    this.what = what;
  }
}

/** One export that was imported ahead; several are imported together, for they share their codes. */
async function preparedOf(exports: readonly ExportFiles[]): Promise<ImportOutcome | undefined> {
  const [only, ...others] = exports;
  return others.length === 0 ? only?.prepared?.() : undefined;
}

/** A file that cannot be got at any more fails by its name. */
function readably({ dataset, files }: ExportFiles): RawExport {
  const read = async (file: ExportFile) =>
    file.read().catch((error: unknown) => {
      throw new Broken('file', error, file.name);
    });
  return { dataset, files: files.map((file) => ({ ...file, read: () => read(file) })) };
}

function overviewOf(exports: readonly ExportFiles[], imported: ImportOutcome, tables: Tables): DataOverview {
  const rows = imported.tables.find((table) => table.name === 'courses')?.rowCount ?? 0;
  return {
    datasets: exports.map(({ dataset, synthetic }) => ({ name: dataset, synthetic, rows })),
    tables: tableOverviews(imported.tables, tables),
    problems: imported.problems,
    problemCount: imported.problemCount,
  };
}
