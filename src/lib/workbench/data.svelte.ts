import { answerAhead, type Answering } from '../engine/answer-ahead';
import type { Engine, ImportEngine } from '../engine/engine';
import type { Tables } from '../dataflow/session';
import { inForce, type OwnInstrument } from '../instruments/own';
import { loadAnalysis, tablesOf } from './analysis';
import type { Decisions } from '../ingest/decision';
import type { FileMapping } from '../ingest/mapping/file-mapping';
import type { ExportFiles } from './exports';
import type { ImportOutcome, RawExport } from './import';
import type { SheetUse } from './import-sheet';
import type { Ahead, Prepared } from './prepared';
import { noData, tableOverviews, type DataOverview } from './overview';
import type { RefusedFile } from './refused';

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

/** What was chosen: exports, and instruments of the user's that they are read and scored by beside ours. */
export interface Holding {
  readonly exports: readonly ExportFiles[];
  readonly own: readonly OwnInstrument[];
  /** What the columns of files with names of their own are. */
  readonly mappings: readonly FileMapping[];
  /** What is done about rows that are strange beside others, where it is not the usual. */
  readonly decisions: Decisions;
}

export const nothingHeld: Holding = { exports: [], own: [], mappings: [], decisions: {} };

/** What can be asked, and of which tables. */
export interface Ready {
  readonly engine: Answering;
  readonly tables: Tables;
}

/** The loaded data: files in, tables in the analysis engine out, and what is told about them on the way. */
export class Data {
  phase = $state.raw<Phase>({ kind: 'empty' });
  overview = $state.raw<DataOverview>(noData);
  /** Of the files that came last, those that gave nothing, and why. */
  refused = $state.raw<readonly RefusedFile[]>([]);
  /** The user's instruments that the loaded data is scored by. */
  own = $state.raw<readonly OwnInstrument[]>([]);
  instruments = $derived(inForce(this.own));
  /** Every table of the files that came last, and how its columns were understood. */
  uses = $state.raw<readonly SheetUse[]>([]);
  decisions = $state.raw<Decisions>({});
  /** What is loaded or on its way: what is dropped next joins it. */
  held: Holding = nothingHeld;

  #engines: Engines;
  #engine: Promise<Engine> | undefined;
  #loads = 0;
  #loading = new AbortController();
  #loaded: Holding = this.held;

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
   * Imports `holding` in the place of what was loaded. Undefined when there is nothing to import, when it could not be
   * done (`phase` says why), when no new file gave a table (`refused` says why, after those `refused` already), or when
   * a later load has taken its place.
   */
  async load(holding: Holding, refused: readonly RefusedFile[] = []): Promise<Ready | undefined> {
    const { exports, own } = holding;
    this.#loads += 1;
    const load = this.#loads;
    const isLatest = () => load === this.#loads;
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const tell = (phase: Phase) => {
      if (isLatest()) this.phase = phase;
    };
    this.held = holding;
    this.refused = refused;
    if (exports.length === 0) {
      this.#settle(holding);
      tell({ kind: 'empty' });
      return undefined;
    }
    tell({ kind: 'loading', step: 'engine', done: 0, of: 1 });
    try {
      const booting = this.warm();
      const { imported, ahead }: Prepared = (await preparedOf(holding)) ?? {
        imported: await this.#import(holding, tell, signal),
      };
      if (!ahead) await booting;
      if (!isLatest()) return undefined;
      this.refused = [...refused, ...refusedIn(imported)];
      this.uses = imported.uses;
      // An instrument that goes may leave nothing of what was there; then that is what there is.
      if (exports !== this.#loaded.exports && imported.files.every(({ table }) => table === null))
        return this.#keepLoaded(holding);
      if (!ahead) tell({ kind: 'loading', step: 'score', done: 0, of: 1 });
      // Also when a later load has begun: if that is stopped, these are the tables there are.
      const scoring = booting.then((engine) => scored(engine, imported, own, load));
      const ready = ahead ? scoredAhead(scoring, imported, ahead, load) : await scoring;
      if (ahead) scoring.catch((error: unknown) => isLatest() && this.#break(error));
      this.#settle(holding);
      this.overview = overviewOf(exports, imported, ready.tables);
      tell({ kind: 'ready' });
      return ready;
    } catch (error) {
      if (isLatest()) this.#break(error);
      return undefined;
    }
  }

  #break(error: unknown): void {
    const broken = error instanceof Broken ? error : new Broken('other', error);
    // Files that wait for an engine are not forgotten; a file that cannot be read is.
    if (broken.what !== 'engine') this.held = this.#loaded;
    this.phase = { kind: 'broken', what: broken.what, message: broken.message };
  }

  async #import(
    { exports, own, mappings, decisions }: Holding,
    tell: (phase: Phase) => void,
    signal: AbortSignal,
  ): Promise<ImportOutcome> {
    const { importExport } = await import('./import');
    return importExport(() => this.#openImport(), exports.map(readably), {
      instruments: inForce(own),
      mappings,
      decisions,
      onProgress: ({ step, ...progress }) =>
        tell({ kind: 'loading', step: step === 'read' ? 'read' : 'import', ...progress }),
      signal,
    });
  }

  /** The engine ends, and nothing that was loaded is held any more. */
  close(): void {
    this.#loads += 1;
    this.#loading.abort();
    this.#engine?.then((engine) => engine.close()).catch(() => {});
    this.#engine = undefined;
    this.held = nothingHeld;
    this.#settle(nothingHeld);
    this.overview = noData;
    this.uses = [];
    this.refused = [];
    this.phase = { kind: 'empty' };
  }

  /** What is being read is left; what was loaded before stays. Once the engine is filled anew there is no way back. */
  stop(): void {
    if (this.phase.kind !== 'loading' || this.phase.step === 'score') return;
    this.#loads += 1;
    this.#loading.abort();
    this.held = this.#loaded;
    this.refused = [];
    this.phase = { kind: this.#loaded.exports.length > 0 ? 'ready' : 'empty' };
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

  /** What was loaded stays, scored by the instruments that came with files of no use. */
  #keepLoaded(holding: Holding): ReturnType<Data['load']> {
    const { exports } = this.#loaded;
    if (holding.own !== this.#loaded.own) return this.load({ ...holding, exports }, this.refused);
    this.held = this.#loaded;
    this.phase = { kind: exports.length > 0 ? 'ready' : 'empty' };
    return Promise.resolve(undefined);
  }

  #settle(holding: Holding): void {
    this.#loaded = holding;
    this.own = holding.own;
    this.decisions = holding.decisions;
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

async function scored(
  engine: Engine,
  { tables }: ImportOutcome,
  own: readonly OwnInstrument[],
  load: number,
): Promise<Ready> {
  return { engine, tables: await loadAnalysis(engine, tables, inForce(own), String(load)) };
}

/** What our notebooks ask is answered while the engine still starts. */
function scoredAhead(
  scoring: Promise<Ready>,
  { tables }: ImportOutcome,
  { relations, answers }: Ahead,
  load: number,
): Ready {
  const filling = scoring.then((ready) => ready.engine);
  return {
    engine: answerAhead(filling, answers),
    tables: tablesOf(relations, tables, inForce([]), String(load)),
  };
}

/**
 * One export that was imported ahead; several are imported together, for they share their codes. It was imported with
 * our instruments only.
 */
async function preparedOf({ exports, own }: Holding): Promise<Prepared | undefined> {
  const [only, ...others] = exports;
  return others.length === 0 && own.length === 0 ? only?.prepared?.() : undefined;
}

function refusedIn({ problems }: ImportOutcome): RefusedFile[] {
  return problems
    .filter(({ action }) => action === 'file-left-out')
    .map((problem) => ({ kind: 'data', file: problem.file, problem }));
}

/** A file that cannot be got at any more fails by its name. */
export function readably({ dataset, files }: ExportFiles): RawExport {
  return {
    dataset,
    files: files.map((file) => {
      if ('readings' in file) return file;
      const read = async () =>
        file.read().catch((error: unknown) => {
          throw new Broken('file', error, file.name);
        });
      return { ...file, read };
    }),
  };
}

function overviewOf(exports: readonly ExportFiles[], imported: ImportOutcome, tables: Tables): DataOverview {
  const rows = imported.tables.find((table) => table.name === 'courses')?.rowCount ?? 0;
  return {
    datasets: exports.map(({ dataset, synthetic, files }) => ({
      name: dataset,
      synthetic,
      rows,
      files: files.map(({ name }) => name),
    })),
    tables: tableOverviews(imported.tables, tables),
    problems: imported.problems,
    problemCount: imported.problemCount,
    keysApart: imported.keys.size > 1,
  };
}
