import { openBrowserEngine, openBrowserImportEngine } from '../../../src/lib/engine/browser';
import type { Engine, LoadedTable, QueryOutcome } from '../../../src/lib/engine/engine';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { fileOfBytes } from '../../../src/lib/workbench/exports';
import { loadAnalysis } from '../../../src/lib/workbench/analysis';
import { importExport } from '../../../src/lib/workbench/import';

/** What the benchmark asks of the product's engines, in a page. Times are milliseconds. */
export interface Engines {
  /** A fresh engine with these tables, whose Arrow is fetched from the address in its place; why not when it failed. */
  load(
    tables: readonly (Omit<LoadedTable, 'arrow'> & { readonly address: string })[],
    definitions: readonly string[],
  ): Promise<number | string>;
  query(sql: string): Promise<QueryOutcome>;
  /** `milliseconds` until the tables are handed over, `scored` until scores and changes are there. */
  importFile(name: string, address: string): Promise<{ milliseconds: number; scored: number; rows: number }>;
}

let engine: Engine | undefined;

async function fetchBytes(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

const engines: Engines = {
  async load(tables, definitions) {
    await engine?.close();
    engine = await openBrowserEngine({ gate: () => null, softLimitMs: 120_000, memoryLimit: '3GB' });
    const loaded = await Promise.all(
      tables.map(async ({ address, ...table }) => ({
        ...table,
        arrow: address === '' ? [] : [await fetchBytes(address)],
      })),
    );
    const from = performance.now();
    try {
      await engine.load(loaded, definitions);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return performance.now() - from;
  },
  query(sql) {
    if (!engine) throw new Error('nothing is loaded');
    return engine.query(sql);
  },
  async importFile(name, address) {
    const bytes = await fetchBytes(address);
    // The page boots it before a file is dropped.
    const analysis = await openBrowserEngine({ gate: () => null });
    const from = performance.now();
    const exports = [{ dataset: 'pool', files: [fileOfBytes(name, bytes)] }];
    const outcome = await importExport(openBrowserImportEngine, exports, { instruments });
    const milliseconds = performance.now() - from;
    await loadAnalysis(analysis, outcome.tables, instruments, '1');
    const scored = performance.now() - from;
    await analysis.close();
    return { milliseconds, scored, rows: outcome.files[0]?.kept ?? 0 };
  },
};
Object.assign(window, { engines });
