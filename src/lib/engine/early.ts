import { startCompiling, type Compiling } from './browser-worker';

// A script of its own in the notebook page's head (`cli/early-script.mjs`): DuckDB takes longer to start than the page's
// code to arrive, so it does not wait for it. It shares no module with the page, which would have to be fetched first.

declare global {
  /** The first worker, until the page asks for it. */
  var earlyWorker: Compiling | undefined;
}

const { script, module } = document.currentScript?.dataset ?? {};
if (script && module) {
  globalThis.earlyWorker = startCompiling({ script, module }, 'pejling-early');
  // Who asks for it hears of it.
  globalThis.earlyWorker.compiled.catch(() => {});
}
