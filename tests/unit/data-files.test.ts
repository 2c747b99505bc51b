import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../src/cli/data-files.mjs';
import { codebook } from '../../src/lib/codebook/codebook';
import { Codebook } from '../../src/lib/codebook/schema';
import { instruments } from '../../src/lib/instruments/catalogue';
import { Instrument } from '../../src/lib/instruments/instrument';

const folder = 'src/lib/instruments';
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

async function transform(text: string, id: string): Promise<unknown> {
  const { transform } = dataFiles();
  if (typeof transform !== 'function') throw new Error('the plugin has another form');
  return Reflect.apply(transform, undefined, [text, id]);
}

describe('our own YAML files', () => {
  test('are imported as what their schemas make of them', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    const byName = new Map(instruments.map((instrument) => [instrument.name, instrument]));
    expect(byName.size).toBe(files.length);
    for (const file of files) {
      const instrument = Instrument.parse(read(join(folder, file)));
      expect(byName.get(instrument.name)).toEqual(instrument);
    }
    expect(codebook).toEqual(Codebook.parse(read('src/lib/codebook/codebook.yaml')).variables);
  });

  test('stop the build when they are wrong', async () => {
    await expect(transform('name: who5\n', `/x/${folder}/who5.yaml`)).rejects.toThrow(/items/);
    await expect(transform('variables: [{}]\n', '/x/src/lib/codebook/codebook.yaml')).rejects.toThrow(
      /variables/,
    );
  });
});
