import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import type { FileMapping } from '../../src/lib/ingest/mapping/file-mapping';
import { guessColumns, type Guess, type Why } from '../../src/lib/ingest/mapping/guess';
import { applyMatch, startMatching, type MatchEvent } from '../../src/lib/ingest/mapping/matching';
import type { ColumnProfile } from '../../src/lib/ingest/mapping/profile';
import { listVariables } from '../../src/lib/ingest/mapping/variables';
import { importTablesOf } from '../../src/lib/ingest/tables';
import { definitions, instruments, viewNames } from '../../src/lib/instruments/definitions';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport, type ImportOutcome } from '../../src/lib/workbench/import';
import { inspectExports, type Inspection, type Preview } from '../../src/lib/workbench/inspect';
import { rows } from './engine-tables';

/**
 * One folder a case: a foreign file and `expected.yaml`: what each column is guessed to be, what the import makes of the
 * file with those guesses, and the rows of queries.
 */
interface Expected {
  readonly guesses: Readonly<Record<string, string>>;
  /** What a person says of the answers of the first column in words; for each questionnaire, where it holds several. */
  readonly said?: Said;
  /** Answers in words, by questionnaire, where the file has a row for each answer. */
  readonly words?: readonly (readonly unknown[])[];
  readonly files: readonly (readonly unknown[])[];
  readonly problems: readonly (readonly unknown[])[];
  readonly queries?: Readonly<Record<string, readonly (readonly unknown[])[]>>;
}

type Words = Readonly<Record<string, string | null>>;
type Said = Readonly<Record<string, string | null | Words>>;
const isCode = (meant: string | null | Words): meant is string | null =>
  meant === null || typeof meant === 'string';

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

function answered(profiles: readonly ColumnProfile[], guesses: readonly Guess[], said: Said): FileMapping {
  const column = guesses.findIndex(({ why }) => why.kind === 'in-words');
  const events = Object.entries(said).flatMap(([word, meant]): MatchEvent[] =>
    isCode(meant)
      ? [{ type: 'code-chosen', column, value: word, code: meant }]
      : Object.entries(meant).map(([answer, code]) => ({
          type: 'word-chosen',
          column,
          table: word,
          answer,
          code,
        })),
  );
  const columns = events.reduce(
    (columns, event) => applyMatch(columns, event, variables),
    startMatching(profiles, guesses),
  );
  return { format: 1, columns: columns.map(({ use }) => use) };
}
const variables = listVariables(importTablesOf(instruments), instruments);

/** A dataset each, so that three engines do for all of them. */
describe('foreign files', () => {
  const exports = cases.map(({ name, file }) => ({ dataset: name, files: [file] }));
  let inspection: Inspection;
  let imported: ImportOutcome;
  let engine: Engine;
  const guessed = new Map<string, { readonly guesses: readonly Guess[]; readonly preview: Preview }>();
  beforeAll(async () => {
    inspection = await inspectExports(openNodeImportEngine, exports, instruments, () => true);
    const mappings: FileMapping[] = [];
    for (const sheet of inspection.sheets) {
      const guesses = guessColumns(sheet.profiles, sheet.rows, inspection.variables);
      const said = cases.find(({ name }) => name === sheet.dataset)?.expected.said ?? {};
      const mapping = answered(sheet.profiles, guesses, said);
      mappings.push(mapping);
      guessed.set(sheet.dataset, { guesses, preview: await inspection.preview(sheet, mapping) });
    }
    imported = await importExport(openNodeImportEngine, exports, { instruments, mappings });
    engine = await openNodeEngine({ gate: () => null });
    const filled = new Set(imported.tables.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name));
    await engine.load(imported.tables, definitions(instruments, filled));
  });
  afterAll(async () => {
    inspection.close();
    await engine.close();
  });

  test.each(cases)('$name', async ({ name, expected }) => {
    const { guesses = [], preview } = guessed.get(name) ?? {};
    const shown = guesses.map(({ use, sureness, why }) => {
      const codes = Object.entries(use.codes ?? {}).map(([value, code]) => `${value}=${code ?? '∅'}`);
      const target = [use.variable ?? '–', use.wave, codes.join(' ')].filter(Boolean).join(' ');
      return [use.column, `${target} | ${sureness}: ${shownWhy(why)}`];
    });
    expect(Object.fromEntries(shown)).toEqual(expected.guesses);
    const files = imported.files.filter(({ dataset }) => dataset === name);
    expect(files.map(({ table, rows, kept }) => [table, rows, kept])).toEqual(expected.files);
    const problems = imported.problems.filter(
      ({ dataset, rule }) => dataset === name && rule !== 'unmapped-column' && rule !== 'no-courses',
    );
    expect(
      problems.map(({ line, column, value, rule, action }) => [line, column, value, rule, action]),
    ).toEqual(expected.problems);
    // What the preview promised is what was kept.
    expect(preview?.parts.map(({ part, kept }) => [part.table.name, kept])).toEqual(
      files.map(({ table, kept }) => [table, kept]),
    );
    const words = preview?.words ?? [];
    expect(words.map(({ table, answer, count }) => [table, answer, count])).toEqual(expected.words ?? []);
    for (const [sql, found] of Object.entries(expected.queries ?? {})) {
      const tables = [...viewNames(instruments), ...imported.tables.map((table) => table.name)];
      const ctes = tables.map((table) => `${table} AS (FROM main.${table} WHERE dataset = '${name}')`);
      expect(await rows(engine, `WITH ${ctes.join(', ')} ${sql}`), sql).toEqual(found);
    }
  });
});
