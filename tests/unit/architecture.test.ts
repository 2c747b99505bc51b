import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The map and the fence: which folder of src/lib may import which. README.md draws the same table. */
const mayImport: Record<string, readonly string[]> = {
  sql: [],
  yaml: [],
  results: [],
  i18n: [],
  codebook: [],
  statistics: [],
  notebook: ['yaml'],
  instruments: ['sql', 'yaml'],
  ingest: ['codebook', 'instruments', 'sql', 'results', 'yaml'],
  dataflow: ['notebook', 'statistics', 'sql', 'results', 'yaml'],
  engine: ['results', 'sql'],
  disclosure: ['results', 'statistics'],
  groups: ['dataflow', 'disclosure', 'notebook', 'results', 'sql'],
  explore: ['yaml', 'i18n', 'codebook', 'instruments', 'notebook', 'sql'],
  chart: ['yaml', 'results', 'i18n', 'instruments', 'notebook'],
  plot: ['notebook', 'disclosure', 'results', 'i18n'],
  report: ['notebook', 'plot', 'disclosure', 'results', 'i18n'],
  workbench: [
    'sql', 'yaml', 'results', 'i18n', 'codebook', 'statistics', 'notebook', 'instruments', 'ingest', 'dataflow',
    'engine', 'disclosure', 'plot', 'report',
  ],
  ui: [
    'sql', 'yaml', 'results', 'i18n', 'codebook', 'statistics', 'notebook', 'instruments', 'ingest', 'dataflow',
    'disclosure', 'groups', 'explore', 'chart', 'plot', 'report', 'workbench',
  ],
}; // prettier-ignore

const lib = resolve('src/lib');
const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|svelte)$/.test(file),
);

const statement = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  const text = readFileSync(join(lib, file), 'utf8');
  return [...text.matchAll(statement)].map((match) => match[1] ?? '');
}

function folderOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('$lib/')) return specifier.split('/')[1];
  if (!specifier.startsWith('.')) return undefined;
  return relative(lib, resolve(dirname(join(lib, file)), specifier)).split('/')[0];
}

describe('the folders of src/lib', () => {
  test('are those of the table, each with something in it', () => {
    const found = [...new Set(sources.map((file) => file.split('/')[0]))].toSorted();
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining(found));
  });

  test('import only what the table allows', () => {
    const forbidden = sources.flatMap((file) => {
      const home = file.split('/')[0] ?? '';
      const allowed = [home, ...(mayImport[home] ?? [])];
      return importsOf(file)
        .map((specifier) => ({ specifier, folder: folderOf(file, specifier) }))
        .filter(({ folder }) => folder !== undefined && !allowed.includes(folder))
        .map(({ specifier }) => `${file} imports ${specifier}`);
    });
    expect(forbidden).toEqual([]);
  });

  test('only engine/ knows DuckDB, and only it and the import driver know Arrow', () => {
    const knowing = sources.filter((file) =>
      importsOf(file).some((specifier) => specifier.startsWith('@duckdb/') || specifier === 'apache-arrow'),
    );
    expect(knowing.filter((file) => !file.startsWith('engine/'))).toEqual([]);
  });

  test('no folder or file is a drawer for everything', () => {
    expect(
      sources.filter((file) => /(^|\/)(utils?|helpers?|managers?|common|misc|types)(\.|\/)/.test(file)),
    ).toEqual([]);
  });

  test('the clock and chance stay outside the pure folders', () => {
    const pure = [
      'sql',
      'results',
      'instruments',
      'codebook',
      'ingest',
      'statistics',
      'notebook',
      'dataflow',
      'disclosure',
      'groups',
    ];
    const impure = sources.filter(
      (file) =>
        pure.includes(file.split('/')[0] ?? '') &&
        /\b(Date\.now|Math\.random|new Date\(\)|localStorage|indexedDB|fetch\()/.test(
          readFileSync(join(lib, file), 'utf8'),
        ),
    );
    expect(impure).toEqual([]);
  });
});
