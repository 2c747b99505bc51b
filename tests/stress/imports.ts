import { strictEqual } from 'node:assert';
import fc from 'fast-check';
import { openNodeImportEngine } from '../../src/lib/engine/node';
import { choices, type Decisions } from '../../src/lib/ingest/decision';
import { importTablesOf } from '../../src/lib/ingest/tables';
import { instruments } from '../../src/lib/instruments/catalogue';
import { fileOfBytes } from '../../src/lib/workbench/exports';
import { importExport, type ImportOutcome } from '../../src/lib/workbench/import';
import { pure } from './campaign';

const filesInRound = 25;

const names = [
  ...new Set(importTablesOf(instruments).flatMap((table) => table.fields.map((field) => field.name))),
];
const values = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('', 'c1', 'c2', 'c3', 'before', 'after', '3', '5', 'girl', '2018-05-01'),
  },
  fc.constantFrom(
    'x',
    '-1',
    '99',
    '2,5',
    '1e400',
    'NaN',
    '31-12-18',
    '32-13-18',
    ' before ',
    'JA',
    'nul\u2028l',
    "o'b",
  ),
  fc.constantFrom('"a;b"', '"a\nb"', '"', 'a"b', '""', '"open', 'æøå', '€', 'a\rb'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const file = fc
  .record({
    name: fc.constantFrom('courses.csv', 'who5.csv', 'sdq_p.csv', 'foreign.csv', 'WHO5.TXT'),
    columns: fc.uniqueArray(fc.constantFrom('course_id', 'wave', 'COURSE_ID', 'unknown', ...names), {
      maxLength: 8,
    }),
    keyed: fc.constantFrom(true, true, true, false),
    rows: fc.array(fc.array(values, { maxLength: 10 }), { maxLength: 12 }),
    ragged: fc.boolean(),
    delimiter: fc.constantFrom(';', ',', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    wide: fc.boolean(),
  })
  .map(({ name, columns, keyed, rows, ragged, delimiter, end, wide }) => {
    const header = keyed ? [...new Set(['course_id', 'wave', ...columns])] : columns;
    const lines = rows.map((row) =>
      (ragged ? row : header.map((_, at) => row[at % Math.max(1, row.length)] ?? '')).join(delimiter),
    );
    const text = [header.join(delimiter), ...lines].join(end);
    return { name, text, bytes: wide ? utf16(text) : new TextEncoder().encode(text) };
  });

const decided: fc.Arbitrary<Decisions> = fc.record(
  Object.fromEntries(Object.entries(choices).map(([rule, allowed]) => [rule, fc.constantFrom(...allowed)])),
  { requiredKeys: [] },
);

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

export const importCampaign = pure(
  'import',
  'rows in = rows kept + rows listed as left out, for every file whatever is decided, and every problem is counted',
  1_000,
  async (seed) => {
    const sampled = fc.sample(file, { seed, numRuns: filesInRound });
    const [decisions = {}] = fc.sample(decided, { seed, numRuns: 1 });
    // Of every second pair both are the same file, so that every row is doubled.
    const files = sampled.map((each, at) => {
      const one = at % 4 === 1 ? (sampled[at - 1] ?? each) : each;
      return { ...one, name: `${at}/${one.name}` };
    });
    // Two files each: the rows of one may be there in the other.
    const exports = Array.from({ length: Math.ceil(files.length / 2) }, (_, pair) => ({
      dataset: `d${pair}`,
      files: files.slice(2 * pair, 2 * pair + 2).map(({ name, bytes }) => fileOfBytes(name, bytes)),
    }));
    const outcome = await importExport(openNodeImportEngine, exports, { instruments, decisions });
    const all = outcome.problems.length === outcome.problemCount;
    for (const { name, text } of files) if (all) checkFile(outcome, name, text);
    const held = outcome.tables.filter(({ name }) => name !== 'import_problems');
    const kept = outcome.files.reduce((sum, one) => sum + one.kept, 0);
    strictEqual(sum(held), kept, 'rows in the tables are the rows kept');
    strictEqual(
      outcome.tables.find(({ name }) => name === 'import_problems')?.rowCount,
      outcome.problemCount,
    );
    return files.length;
  },
);

const sum = (tables: ImportOutcome['tables']) => tables.reduce((total, { rowCount }) => total + rowCount, 0);

function checkFile(outcome: ImportOutcome, name: string, text: string): void {
  const imported = outcome.files.find((one) => one.name === name);
  const about = `${name}: ${JSON.stringify(text)}`;
  if (!imported) throw new Error(`${about} is gone`);
  const problems = outcome.problems.filter((problem) => problem.file === name);
  const gone = problems.filter(({ action }) => action.endsWith('row-left-out'));
  const lines = new Set(gone.map(({ line }) => line));
  const whole = problems.some(({ action }) => action === 'file-left-out');
  strictEqual(whole ? 0 : imported.rows - lines.size, imported.kept, about);
  strictEqual(whole, imported.table === null, about);
}
