import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import type { FileMapping } from '../../src/lib/ingest/mapping/file-mapping';
import { guessColumns, type Why } from '../../src/lib/ingest/mapping/guess';
import { definitions, instruments } from '../../src/lib/instruments/definitions';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport } from '../../src/lib/workbench/import';
import { inspectExports } from '../../src/lib/workbench/inspect';
import { rows } from './engine-tables';

/**
 * One folder a case: a foreign file and `expected.yaml`: what each column is guessed to be, what the import makes of the
 * file with those guesses, and the rows of queries.
 */
interface Expected {
  readonly guesses: Readonly<Record<string, string>>;
  readonly files: readonly (readonly unknown[])[];
  readonly problems: readonly (readonly unknown[])[];
  readonly queries?: Readonly<Record<string, readonly (readonly unknown[])[]>>;
}

const folder = new URL('../unit/ingest/mappings/', import.meta.url);
const cases = readdirSync(folder).map((name) => {
  const at = new URL(`${name}/`, folder);
  const file = readdirSync(at).find((each) => each !== 'expected.yaml') ?? '';
  const expected = parse(readFileSync(new URL('expected.yaml', at), 'utf8')) as Expected;
  return { name, expected, file: fileOfBytes(file, readFileSync(new URL(file, at))) };
});

function shownWhy(why: Why): string {
  const { kind, ...rest } = why;
  return [kind, ...Object.values(rest).map(String)].join(' ');
}

test.each(cases)('a foreign file: $name', async ({ expected, file }) => {
  const exports = [{ dataset: 'd', files: [file] }];
  const inspection = await inspectExports(openNodeImportEngine, exports, instruments, () => true);
  const [sheet] = inspection.sheets;
  if (!sheet) throw new Error('no sheet');
  const guesses = guessColumns(sheet.profiles, sheet.rows, inspection.variables);
  const shown = guesses.map(({ use, sureness, why }) => {
    const codes = Object.entries(use.codes ?? {}).map(([value, code]) => `${value}=${code ?? '∅'}`);
    const target = [use.variable ?? '–', use.wave, codes.join(' ')].filter(Boolean).join(' ');
    return [use.column, `${target} | ${sureness}: ${shownWhy(why)}`];
  });
  expect(Object.fromEntries(shown)).toEqual(expected.guesses);

  const mapping: FileMapping = { format: 1, columns: guesses.map(({ use }) => use) };
  const preview = await inspection.preview(sheet, mapping);
  inspection.close();
  const imported = await importExport(openNodeImportEngine, exports, { instruments, mappings: [mapping] });
  expect(imported.files.map(({ table, rows, kept }) => [table, rows, kept])).toEqual(expected.files);
  const problems = imported.problems.filter(
    ({ rule }) => rule !== 'unmapped-column' && rule !== 'no-courses',
  );
  expect(
    problems.map(({ line, column, value, rule, action }) => [line, column, value, rule, action]),
  ).toEqual(expected.problems);
  // What the preview promised is what was kept.
  expect(preview.parts.map(({ part, kept }) => [part.table.name, kept])).toEqual(
    imported.files.map(({ table, kept }) => [table, kept]),
  );
  const engine = await openNodeEngine({ gate: () => null });
  try {
    const filled = new Set(imported.tables.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name));
    await engine.load(imported.tables, definitions(instruments, filled));
    for (const [sql, found] of Object.entries(expected.queries ?? {}))
      expect(await rows(engine, sql), sql).toEqual(found);
  } finally {
    await engine.close();
  }
});
