import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import scriptAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { openEngine, type EngineOptions } from './analysis-engine';
import { start, type Boot, type Hired, type Running } from './boot';
import { compileIn, fetchScript, handOver, prelude } from './compile';
import type { Engine, ImportEngine } from './engine';
import { openImport } from './import-engine';

/**
 * The first worker fetches and compiles DuckDB and hands the module to the page for every worker after it: two workers
 * that fetch it from one address hang in Chromium, and a replacement then starts without download or compilation.
 */
const boot: Boot = {
  library: () => import('@duckdb/duckdb-wasm'),
  worker: async () => hire(startWorker(await workerScript())),
  // DuckDB wants an address; what it asks for there is answered with the module in hand.
  wasm: 'data:,',
};

let module: Promise<WebAssembly.Module> | undefined;

function hire(worker: Worker): Hired {
  const known = module;
  const compiled = known
    ? known.then((wasm) => handOver(worker, wasm))
    : (module = compileIn(worker, new URL(wasmAddress, location.href).href));
  // What failed is tried again the next time.
  compiled.catch(() => (module = undefined));
  return { worker, compiled };
}

/** Keeps what worked; what failed is tried again the next time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}

const workerScript = once(async () => {
  const source = await fetchScript(scriptAddress);
  return new Blob([prelude, source.replace(/\/\/# sourceMappingURL=.*\s*$/, '')], {
    type: 'text/javascript',
  });
});

/** A worker started from its own source inherits the page's content security policy; one started from an address does not. */
function startWorker(source: Blob): Worker {
  const address = URL.createObjectURL(source);
  const started = new Worker(trusted(address));
  // Not at once: some browsers fetch the source a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return started;
}

interface Policy {
  readonly createScriptURL: (address: string) => string;
}
let policy: Policy | undefined;

/** Every address here is a blob made above; Trusted Types make the browser ask for someone who says so. */
function trusted(address: string): string {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
    .trustedTypes;
  if (!types) return address;
  policy ??= types.createPolicy('pejling', { createScriptURL: (url) => url });
  return policy.createScriptURL(address);
}

let early: Promise<Running> | undefined;

/** Starts DuckDB for the first engine that will be opened, while the page's own code is still on its way. */
export function startEarly(): void {
  early = start(boot);
  early.catch(() => {});
}

export function openBrowserEngine(options: EngineOptions): Promise<Engine> {
  const first = early;
  early = undefined;
  return openEngine(boot, { memoryLimit: '1.5GB', early: first, ...options });
}

export function openBrowserImportEngine(): Promise<ImportEngine> {
  return openImport(boot);
}
