/** Milliseconds without an answer: another tab may hold the cache's entry. */
const patienceMs = 20_000;

/** Fetches once more, past the cache, when no answer comes. It goes into the worker as text, so it uses nothing from here. */
async function fetchPatiently(address: string, patience: number): Promise<Response> {
  const silence = new Promise<undefined>((fall) => setTimeout(fall, patience));
  const first = await Promise.race([fetch(address), silence]);
  const response = first ?? (await fetch(address, { cache: 'no-store' }));
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}`);
  return response;
}

/**
 * The text of a worker that is DuckDB's own `script`, with what has to run before it. DuckDB asks for its module under
 * an address; it is given the one that is compiled here from the address `module`, or handed over by the page, and
 * finds nothing else there to reach the network or chatter with. Both addresses are absolute. The worker asks for its
 * script itself, so that it need not wait for the page's thread.
 */
export const workerText = (script: string, module?: string) => `
for (const word of ['log', 'warn', 'error', 'debug']) console[word] = () => {};
const load = self.importScripts.bind(self);
{
  const fetch = self.fetch.bind(self);
  const fetchPatiently = ${fetchPatiently};
  const compile = async (address) => {
    const wasm = await WebAssembly.compileStreaming(fetchPatiently(address, ${patienceMs}));
    postMessage({ wasm });
    return wasm;
  };
  const handedOver = new Promise((resolve) => {
    addEventListener('message', (event) => {
      if (!event.data?.wasm) return;
      event.stopImmediatePropagation();
      resolve(event.data.wasm);
    });
  });
  const module = ${module ? `compile(${JSON.stringify(module)})` : 'handedOver'};
  // The page is told and ends the worker; DuckDB itself is left waiting, for it would throw where nobody listens.
  const orNever = module.catch((error) => {
    postMessage({ notCompiled: String(error) });
    return new Promise(() => {});
  });
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const known = await orNever;
    return { module: known, instance: await WebAssembly.instantiate(known, imports) };
  };
}
self.fetch = async () => new Response();
self.XMLHttpRequest = self.WebSocket = self.EventSource = self.WebTransport = self.importScripts = undefined;
{
  const { trustedTypes } = self;
  const policy = trustedTypes?.createPolicy('pejling', { createScriptURL: (address) => address });
  const address = ${JSON.stringify(script)};
  load(policy?.createScriptURL(address) ?? address);
}
`;

type Said = { readonly wasm?: WebAssembly.Module; readonly notCompiled?: string } | undefined;

/** What a worker compiles for itself, off the page's own thread, for those after it. */
export function compiledBy(worker: Worker): Promise<WebAssembly.Module> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Said>) => {
      const { wasm, notCompiled } = event.data ?? {};
      if (!wasm && notCompiled === undefined) return;
      // DuckDB's own listener knows nothing of it.
      event.stopImmediatePropagation();
      if (wasm) resolve(wasm);
      else reject(new Error(notCompiled));
    });
    worker.addEventListener('error', () => reject(new Error('the worker broke while it compiled DuckDB')));
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      terminate();
      reject(new Error('the worker was ended while it compiled DuckDB'));
    };
  });
}

export function handOver(worker: Worker, wasm: WebAssembly.Module): void {
  worker.postMessage({ wasm });
}
