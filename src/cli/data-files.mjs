import { basename, dirname } from 'node:path';
import { runnerImport } from 'vite';
import { parse } from 'yaml';

// Plain JavaScript, as what Vite's own configuration reads before it can read TypeScript.

/**
 * Our own YAML files are read and checked once, when the site is built or a command starts, and imported as what their
 * schema makes of them: a visitor waits for none of it, and a wrong file stops the build with the field that is wrong.
 *
 * @returns {import('vite').Plugin}
 */
export function dataFiles() {
  return {
    name: 'pejling-data-files',
    async transform(text, id) {
      if (!id.endsWith('.yaml')) return null;
      /** @type {unknown} */
      const data = parse(text);
      const schema = await schemaOf(id);
      const checked = schema ? schema.parse(data) : data;
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(checked))});`, map: null };
    },
  };
}

/** @type {Map<string, Promise<import('zod').ZodType>>} */
const schemas = new Map();

/** @param {string} path */
async function schemaOf(path) {
  if (basename(dirname(path)) === 'instruments') return load('instruments/instrument.ts', 'Instrument');
  if (basename(path) === 'vocabulary.yaml') return load('ingest/mapping/vocabulary-schema.ts', 'Vocabulary');
  if (basename(path) === 'codebook.yaml') return load('codebook/schema.ts', 'Codebook');
  return undefined;
}

/**
 * @param {string} file
 * @param {string} name
 */
function load(file, name) {
  const path = new URL(`../lib/${file}`, import.meta.url).pathname;
  const known = schemas.get(path) ?? runnerImport(path).then(({ module }) => module[name]);
  schemas.set(path, known);
  return known;
}
