import { createHash } from 'node:crypto';
import { build } from 'vite';

const name = 'pejling:early-script';

/**
 * Builds the script that starts DuckDB from the notebook page's head, and gives its address as the module
 * `pejling:early-script`. It holds all it needs: SvelteKit would give it modules in common with the page, which come
 * after the forty that the page asks for at once.
 *
 * @returns {import('vite').Plugin}
 */
export function earlyScript() {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      return `export const address = ${JSON.stringify((await script()).address)};`;
    },
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      const { address, code } = await script();
      this.emitFile({ type: 'asset', fileName: address, source: code });
    },
  };
}

/** @type {Promise<{ address: string, code: string }> | undefined} */
let made;

/** Once for the pages and for the files beside them. */
function script() {
  made ??= bundle().then((code) => {
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
    return { address: `_app/immutable/early.${hash}.js`, code };
  });
  return made;
}

async function bundle() {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: 'src/lib/engine/early.ts', name: 'pejlingEarly', formats: ['iife'] },
    },
  });
  const [first] = [built].flat();
  const [chunk] = first && 'output' in first ? first.output : [];
  if (!chunk) throw new Error('the early script was not built');
  return chunk.code;
}
