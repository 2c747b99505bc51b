import { createRequire } from 'node:module';
import type { Worker as Thread } from 'node:worker_threads';
import { openEngine, type EngineOptions } from './analysis-engine';
import type { Boot } from './boot';
import type { Engine, ImportEngine } from './engine';
import { openImport } from './import-engine';

const require = createRequire(import.meta.url);

export const nodeBoot: Boot = {
  library: () => import('@duckdb/duckdb-wasm'),
  worker: async () => {
    const WebWorker = require('web-worker') as new (path: string) => Worker;
    const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs');
    return { worker: silenced(new WebWorker(path)) };
  },
  wasm: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
};

/** DuckDB's worker prints every error it also reports; the reports are what is read. */
function silenced(worker: Worker): Worker {
  const thread: unknown = Reflect.get(worker, Symbol.for('worker'));
  const { stdout, stderr } = thread as Thread;
  for (const [from, to] of [
    [stdout, process.stdout],
    [stderr, process.stderr],
  ] as const) {
    from.unpipe(to);
    from.resume();
  }
  return worker;
}

export function openNodeEngine(options: EngineOptions): Promise<Engine> {
  return openEngine(nodeBoot, { memoryLimit: '3GB', ...options });
}

export function openNodeImportEngine(): Promise<ImportEngine> {
  return openImport(nodeBoot);
}
