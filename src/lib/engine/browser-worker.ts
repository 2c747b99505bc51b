import { compiledBy, workerText } from './compile';

/** A worker on its way to DuckDB: `compiled` is what the ones after it are given. */
export interface Compiling {
  readonly worker: Worker;
  readonly compiled: Promise<WebAssembly.Module>;
}

/** Where DuckDB's own script and its module are. */
export interface Addresses {
  readonly script: string;
  readonly module: string;
}

export function startCompiling({ script, module }: Addresses, policy: string): Compiling {
  const worker = startWorker(workerText(absolute(script), absolute(module)), policy);
  return { worker, compiled: compiledBy(worker) };
}

/** A worker that waits for the module to be handed over. */
export function startWaiting({ script }: Addresses, policy: string): Worker {
  return startWorker(workerText(absolute(script)), policy);
}

const absolute = (address: string) => new URL(address, location.href).href;

/** A worker started from its own source inherits the page's content security policy; one started from an address does not. */
function startWorker(text: string, policy: string): Worker {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const started = new Worker(trusted(address, policy));
  // Not at once: some browsers fetch the source a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return started;
}

interface Policy {
  readonly createScriptURL: (address: string) => string;
}
const policies = new Map<string, Policy>();

/** Every address here is a blob made above; Trusted Types make the browser ask for someone who says so. */
function trusted(address: string, name: string): string {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
    .trustedTypes;
  if (!types) return address;
  const policy = policies.get(name) ?? types.createPolicy(name, { createScriptURL: (url) => url });
  policies.set(name, policy);
  return policy.createScriptURL(address);
}
