import type { Engine, ImportEngine, LoadedTable } from '../engine/engine';
import type { Tables } from '../dataflow/session';
import { loadAnalysis } from './analysis';
import type { ExportFiles } from './exports';
import { importExport } from './import';
import { noData, tableOverviews, type DataOverview } from './overview';

export type Phase =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'loading';
      readonly step: 'engine' | 'read' | 'import' | 'score';
      readonly done: number;
      readonly of: number;
      readonly file?: string;
    }
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly message: string };

export interface Engines {
  readonly openEngine: () => Promise<Engine>;
  readonly openImportEngine: () => Promise<ImportEngine>;
}

/** The loaded data: files in, tables in the analysis engine out, and what is told about them on the way. */
export class Data {
  phase = $state.raw<Phase>({ kind: 'empty' });
  overview = $state.raw<DataOverview>(noData);
  exports: readonly ExportFiles[] = [];

  #engines: Engines;
  #engine: Promise<Engine> | undefined;
  #loads = 0;

  constructor(engines: Engines) {
    this.#engines = engines;
  }

  /** Boots the analysis engine ahead of need: it takes longer than anything else on the way to the first chart. */
  warm(): Promise<Engine> {
    this.#engine ??= this.#engines.openEngine();
    return this.#engine;
  }

  /** Imports `exports` in the place of what was loaded. Undefined when it could not be done: `phase` says why. */
  async load(exports: readonly ExportFiles[]): Promise<{ engine: Engine; tables: Tables } | undefined> {
    this.#loads += 1;
    const load = this.#loads;
    this.phase = { kind: 'loading', step: 'engine', done: 0, of: 1 };
    try {
      const booting = this.warm();
      const read = await this.#read(exports);
      const imported = await importExport(this.#engines.openImportEngine, read, (progress) => {
        this.phase = {
          kind: 'loading',
          step: 'import',
          done: progress.done,
          of: progress.of,
          file: progress.file,
        };
      });
      const engine = await booting;
      if (load !== this.#loads) return undefined;
      this.phase = { kind: 'loading', step: 'score', done: 0, of: 1 };
      const tables = await loadAnalysis(engine, imported.tables, String(load));
      this.exports = exports;
      this.overview = {
        datasets: exports.map(({ dataset, synthetic }) => ({
          name: dataset,
          synthetic,
          rows: rowsOf(imported.tables),
        })),
        tables: tableOverviews(imported.tables, tables),
        problems: imported.problems,
      };
      this.phase = { kind: 'ready' };
      return { engine, tables };
    } catch (error) {
      this.phase = { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
      return undefined;
    }
  }

  async #read(exports: readonly ExportFiles[]) {
    return Promise.all(
      exports.map(async ({ dataset, files }) => ({
        dataset,
        files: await Promise.all(
          files.map(async (file) => {
            const bytes = await file.read();
            this.phase = { kind: 'loading', step: 'read', done: 1, of: 1, file: file.name };
            return { name: file.name, bytes };
          }),
        ),
      })),
    );
  }
}

function rowsOf(tables: readonly LoadedTable[]): number {
  return tables.find((table) => table.name === 'courses')?.rowCount ?? 0;
}
