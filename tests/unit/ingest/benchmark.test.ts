import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readExports } from '../../../src/cli/read-export';
import { floor } from '../../../src/lib/disclosure/cleared';
import { fewestChildren } from '../../../src/lib/ingest/benchmark';
import { readBenchmark } from '../../../src/lib/ingest/benchmark-file';
import { takeBenchmarks } from '../../../src/lib/workbench/own-instruments';

const yaml = `format: 1
benchmark:
  - { pool: 'Puljen "2018"', instrument: who5, scale: total, n: 651, before: 49.1 }
  - { instrument: who5, scale: total, grouping: sex, code: girl, n: 402, before: null, change: -2 }
`;
const rows = `"pool";"instrument";"scale";"n";"before";"grouping";"code";"change"
"Puljen ""2018""";"who5";"total";"651";"49.1";;;
;"who5";"total";"402";;"sex";"girl";"-2"
`;

test('no row is about fewer children than may leave the app', () => expect(fewestChildren).toBe(floor));

describe('a benchmark of YAML', () => {
  test('is rows as a file has them', () => expect(readBenchmark(yaml)).toBe(rows));

  test.each([
    ['an instrument', 'name: network\ntable: network\n'],
    ['a newer one', yaml.replace('format: 1', 'format: 2')],
    ['no rows', 'format: 1\nbenchmark: []\n'],
    ['rows of lists', 'format: 1\nbenchmark: [{ n: [1] }]\n'],
    ['no YAML', 'format: 1\nbenchmark: ['],
  ])('is none: %s', (_, text) => expect(readBenchmark(text)).toBeUndefined());

  test('is taken from among instruments on the page', () => {
    const own = { name: 'network.yaml', text: 'name: network\n' };
    const { benchmarks, others } = takeBenchmarks([{ name: 'puljen.yaml', text: yaml }, own]);
    expect(benchmarks.map(({ file }) => file.name)).toEqual(['puljen.yaml']);
    expect(others).toEqual([own]);
  });

  test('is data beside data on the command line, where an instrument is not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pejling-'));
    writeFileSync(join(folder, 'who5.sav'), '');
    writeFileSync(join(folder, 'puljen.yaml'), yaml);
    writeFileSync(join(folder, 'network.yaml'), 'name: network\n');
    const [found] = await readExports([folder]);
    expect(found?.files.map(({ name }) => name)).toEqual(['puljen.yaml', 'who5.sav']);
    expect(new TextDecoder().decode(await found?.files[0]?.read())).toBe(rows);
  });
});
