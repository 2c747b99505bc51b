import module from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { openEngine, type EngineOptions } from './analysis-engine';
import type { Boot, Hired } from './boot';
import { startCompiling, startWaiting, type Compiling } from './browser-worker';
import { handOver } from './compile';
import type {} from './early';
import type { Engine, ImportEngine } from './engine';
import { openImport } from './import-engine';

const boot: Boot = {
  library: () => import('@duckdb/duckdb-wasm'),
  worker: () => Promise.resolve(hire()),
  // DuckDB wants an address; what it asks for there is answered with the module in hand.
  wasm: 'data:,',
};

/** Where they are, and the name of the page's policy for Trusted Types. */
const how = [{ script, module }, 'pejling'] as const;

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * The first worker fetches and compiles DuckDB and hands the module to the page for every worker after it: two workers
 * that fetch it from one address hang in Chromium, and a replacement then starts without download or compilation.
 */
function hire(): Hired {
  if (!compiled) return keepModule(takeEarly() ?? startCompiling(...how));
  const worker = startWaiting(...how);
  return { worker, compiled: compiled.then((wasm) => handOver(worker, wasm)) };
}

/** The one that the page's head has started is for the first who asks. */
function takeEarly(): Compiling | undefined {
  const early = globalThis.earlyWorker;
  globalThis.earlyWorker = undefined;
  return early;
}

/** What failed is tried again the next time. */
function keepModule(compiling: Compiling): Compiling {
  compiled = compiling.compiled;
  compiled.catch(() => (compiled = undefined));
  return compiling;
}

export function openBrowserEngine(options: EngineOptions): Promise<Engine> {
  return openEngine(boot, { memoryLimit: '1.5GB', ...options });
}

export function openBrowserImportEngine(): Promise<ImportEngine> {
  return openImport(boot);
}
