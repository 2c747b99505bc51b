import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { editor as danish } from '../../../src/lib/i18n/da/editor';
import { screen } from '../../../src/lib/i18n/da/screen';
import { editor as english } from '../../../src/lib/i18n/en/editor';
import { signatures } from '../../../src/lib/sql/functions';
import { completeFrom } from '../../../src/lib/ui/editor/completion';
import { foldsIn } from '../../../src/lib/ui/editor/fold';
import { explainName, type Names } from '../../../src/lib/ui/editor/names';

const names: Names = {
  tables: [{ name: 'courses', columns: ['course_id', 'sex', 'project'] }],
  cells: [{ name: 'pairs', columns: ['n', 'sex'], title: 'Målt to gange' }],
  inputs: [{ name: 'age', label: 'Alder' }],
  entries: [
    {
      kind: 'variable',
      name: 'sex',
      tables: ['courses'],
      label: { da: 'Køn', en: 'Sex' },
      type: 'code',
      codes: [
        { code: 'girl', label: { da: 'Pige', en: 'Girl' } },
        { code: 'boy', label: { da: 'Dreng', en: 'Boy' } },
      ],
      search: [],
      sql: 'sex',
    },
  ],
  codesOf: (column) =>
    column === 'sex'
      ? [
          { code: 'girl', label: 'Pige' },
          { code: 'boy', label: 'Dreng' },
        ]
      : [],
  language: 'da',
  words: danish,
  types: screen.table.type,
};

/** What is offered where `|` stands, and where it would be written from. */
async function offered(text: string) {
  const at = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  const result = await completeFrom(() => names)(new CompletionContext(state, at, true));
  return { from: result?.from, options: result?.options ?? [] };
}

test.each([
  ["SELECT * FROM courses WHERE sex = '|", ['girl', 'boy'], "girl'"],
  ["WHERE sex IN ('girl', '|')", ['girl', 'boy'], 'girl'],
  ["WHERE sex <> 'g|'", ['girl', 'boy'], 'girl'],
  ['WHERE c."sex" = \'|\'', ['girl', 'boy'], 'girl'],
] as const)('codes are offered in a text beside their column: %s', async (text, codes, applied) => {
  const { from, options } = await offered(text);
  expect(options.map(({ label }) => label)).toEqual(codes);
  expect(options[0]?.apply).toBe(applied);
  expect(options[0]?.detail).toBe('Pige');
  expect(text.slice(0, from).endsWith("'")).toBe(true);
});

test('in a text beside nothing known no name is offered as if it were SQL', async () => {
  const { options } = await offered("SELECT 'x' || ',|");
  expect(options.map(({ label }) => label)).not.toContain('girl');
});

test('after a dot only columns of that one, after $ only inputs, else everything with how it is called', async () => {
  expect((await offered('SELECT pairs.|')).options.map(({ label }) => label)).toEqual(['n', 'sex']);
  expect((await offered('SELECT $|')).options.map(({ label }) => label)).toEqual(['$age']);
  const { options } = await offered('SELECT |');
  expect(options.find(({ label }) => label === 'band_of')?.detail).toBe(
    '(instrument, scale, score, age, sex, respondent)',
  );
  expect(options.find(({ label }) => label === 'sex')?.detail).toBe('courses, pairs');
});

test('a name is explained as what it is', () => {
  expect(explainName('sex', names)).toEqual({
    head: 'Køn',
    lines: ['kode', 'girl = Pige', 'boy = Dreng', 'i courses'],
  });
  expect(explainName('"SEX"', names)?.head).toBe('Køn');
  expect(explainName('pairs', names)).toMatchObject({
    cell: true,
    lines: ['Målt to gange', 'celle i notesbogen', 'n, sex'],
  });
  expect(explainName('$age', names)).toMatchObject({ cell: true, lines: ['Alder', 'valg i notesbogen'] });
  expect(explainName('courses', names)?.lines[0]).toBe('tabel eller visning, 3 kolonner');
  expect(explainName('nothing', names)).toBeUndefined();
});

test('every function has words in both languages, and the scoring macros their own parameters', () => {
  const called = signatures.map(({ name }) => name).toSorted();
  expect(Object.keys(danish.functions).toSorted()).toEqual(called);
  expect(Object.keys(english.functions).toSorted()).toEqual(called);
  const definitions = readFileSync('src/lib/instruments/definitions.ts', 'utf8');
  for (const [, name, parameters] of definitions.matchAll(/CREATE OR REPLACE MACRO (\w+)\(([^)]*)\)/g))
    expect(signatures.find((one) => one.name === name)?.parameters.join(', ')).toBe(parameters);
});

test('brackets over several lines fold, the outermost of a line', () => {
  const folds = foldsIn('WITH a AS (\n  SELECT (1)\n), b AS (SELECT 2)\nSELECT ((\n1\n)\n)');
  expect([...folds.keys()].toSorted()).toEqual([1, 4]);
  expect(folds.get(4)?.to).toBe('WITH a AS (\n  SELECT (1)\n), b AS (SELECT 2)\nSELECT ((\n1\n)\n'.length);
});
