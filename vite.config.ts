import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { dataFiles } from './src/cli/data-files.mjs';
import { earlyScript } from './src/cli/early-script.mjs';

/** @stdlib asks with `eval` whether there are generators; the page's policy forbids it, and reports the attempt. There are. */
const generators: Plugin = {
  name: 'generators',
  enforce: 'pre',
  resolveId: (id) => (id === '@stdlib/assert-has-generator-support' ? '\0generators' : undefined),
  load: (id) => (id === '\0generators' ? 'module.exports = () => true;' : undefined),
};

/** Of markdown-it only what our prose needs: links are not guessed in text, and few names of characters are written. */
const lean: Plugin = {
  name: 'lean',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!importer?.includes('/markdown-it/')) return undefined;
    if (id === 'linkify-it') return '\0linkify';
    return id === 'entities' ? `${import.meta.dirname}/src/lib/notebook/named-characters.ts` : undefined;
  },
  load: (id) => (id === '\0linkify' ? 'export class LinkifyIt {}' : undefined),
};

const shared =
  /src\/lib\/((results|disclosure)\/(?!ledger|subtract|audit|copy)|ui\/(table\/|CodeLines|Unfold|cells\/(ChartFigure|Refusal|CopyTable)))/;

export default defineConfig({
  plugins: [dataFiles(), generators, lean, earlyScript(), sveltekit()],
  build: {
    target: 'es2022',
    // What the notebook page and its sheets share: each in a chunk of its own weighs more than what is in it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'cells', test: shared }] } } },
  },
  ssr: {
    noExternal: ['markdown-it'],
    external: ['@duckdb/duckdb-wasm', 'web-worker', 'linkedom', 'apache-arrow'],
  },
  test: {
    // Of its own accord Vitest leaves a core free.
    maxWorkers: 2,
    server: { deps: { inline: ['markdown-it'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/english.ts'],
          environment: 'node',
          // Values in, values out: nothing a file could leave behind for the next.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          // Together with the unit tests, so that no core waits for the last of them.
          sequence: { groupOrder: 0 },
          include: ['tests/engine/**/*.test.ts'],
          setupFiles: ['tests/english.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Alone on the machine: a browser and two engines beside other tests would time out.
          sequence: { groupOrder: 1 },
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/browser/site.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
