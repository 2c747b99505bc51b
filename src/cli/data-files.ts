import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { Codebook } from '../lib/codebook/schema';
import { Instrument } from '../lib/instruments/instrument';

/**
 * Our own YAML files are read and checked once, when the site is built or a command starts, and imported as what their
 * schema makes of them: a visitor waits for none of it, and a wrong file stops the build with the field that is wrong.
 */
export function dataFiles(): Plugin {
  return {
    name: 'pejling-data-files',
    transform(text, id) {
      if (!id.endsWith('.yaml')) return null;
      const data: unknown = parse(text);
      const checked = schemaOf(id)?.parse(data) ?? data;
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(checked))});`, map: null };
    },
  };
}

function schemaOf(path: string) {
  if (basename(dirname(path)) === 'instruments') return Instrument;
  return basename(path) === 'codebook.yaml' ? Codebook : undefined;
}
