import wasmAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import scriptAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { openEngine, type EngineOptions } from './analysis-engine';
import { start, type Boot, type Running } from './boot';
import type { Engine, ImportEngine } from './engine';
import { after } from './halt';
import { openImport } from './import-engine';

/**
 * The page fetches and compiles DuckDB once and hands the module to every worker: two workers that fetch it from one
 * address hang in Chromium, and a replacement then starts without download or compilation.
 */
const boot: Boot = {
  library: () => import('@duckdb/duckdb-wasm'),
  worker: async () => startWorker(await workerScript()),
  module: () => compiled(),
  // DuckDB wants an address; what it asks for there is answered with the module in hand.
  wasm: 'data:,',
};

/** Runs in the worker before DuckDB: takes the module, and leaves nothing there to reach the network or chatter with. */
const prelude = `
for (const word of ['log', 'warn', 'error', 'debug']) console[word] = () => {};
const handedOver = new Promise((resolve) => {
  addEventListener('message', (event) => {
    if (!event.data?.wasm) return;
    event.stopImmediatePropagation();
    resolve(event.data.wasm);
  });
});
WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await handedOver;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};
self.fetch = async () => new Response();
self.XMLHttpRequest = self.WebSocket = self.EventSource = self.WebTransport = self.importScripts = undefined;
`;

const headersWithinMs = 20_000;

/** Fetches once more, past the cache, when no answer comes: another tab may hold the cache's entry. */
async function fetchPatiently(address: string): Promise<Response> {
  const silence = after(headersWithinMs, 'silent');
  const first = await Promise.race([fetch(address), silence.promise]);
  silence.forget();
  const response = first === 'silent' ? await fetch(address, { cache: 'no-store' }) : first;
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}`);
  return response;
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

const compiled = once(() => WebAssembly.compileStreaming(fetchPatiently(wasmAddress)));

const workerScript = once(async () => {
  const source = await (await fetchPatiently(scriptAddress)).text();
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
