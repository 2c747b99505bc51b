import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';

/**
 * No questionnaire is in the repository: an item is a code. Wording is looked for by its pattern, since the wording
 * itself may not stand here either.
 */
const folders = ['src', 'tests', 'notebooks', 'static', '.github'];
const readable = /\.(ts|mjs|js|svelte|yaml|yml|json|csv|md|html|replay|log|R|txt)$/;
const files = [
  'README.md',
  'CHANGELOG.md',
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
].filter((file) => readable.test(file));

const licensed = instruments.filter(({ name }) =>
  ['who5', 'sdq_p', 'core_yp', 'core_om', 'fit'].includes(name),
);
const codes = licensed.flatMap(({ items }) => items.map(({ name }) => name));

/** The code of an item, and beside it four words or more that begin like a sentence. */
const labelled = new RegExp(
  `\\b(?:${codes.join('|')})\\b['"\`]?\\s*(?:[:=,;|]|=>)\\s*(?:\\{\\s*\\w+:\\s*)?['"\`“]?\\s*\\p{Lu}\\p{L}*(?:[ ,'’/-]+\\p{L}+){3}`,
  'u',
);
/** How statements of such forms begin, of oneself in a past period or of one's child. */
const statements =
  /\b(?:I have (?:felt|been|thought)|I['’]ve (?:felt|been)|Jeg har (?:følt|været|tænkt)|Over the last (?:week|two weeks)|I de seneste to uger har)\b/i;

const found = (pattern: RegExp, text: string) => text.split('\n').filter((line) => pattern.test(line));

test('the patterns find wording', () => {
  for (const line of [
    'who5_1: Alpha beta gamma delta epsilon',
    `{ psomatic: "Alpha beta, gamma delta" }`,
    `coreom_30 = 'Alpha beta gamma delta'`,
    'fit_2;Alpha beta gamma delta',
  ]) expect(found(labelled, line), line).toHaveLength(1); // prettier-ignore
  expect(found(statements, ['x', 'Jeg har', 'følt noget'].join(' ').replace('x ', ''))).toHaveLength(1);
  expect(found(labelled, '- { name: who5_1, min: 0, max: 5 }')).toEqual([]);
});

test('no file has the wording of an item', () => {
  expect(files.length).toBeGreaterThan(200);
  const here = 'tests/unit/instruments/wording.test.ts';
  const wording = files
    .filter((file) => file !== here)
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...found(labelled, text), ...found(statements, text)].map(
        (line) => `${file}: ${line.slice(0, 120)}`,
      );
    });
  expect(wording).toEqual([]);
});

test('in an instrument file an item is a code with its least and greatest answer', () => {
  for (const { items } of instruments) {
    for (const item of items) {
      expect(item.name).toMatch(/^[a-z0-9_]{1,16}$/);
      expect(Object.keys(item).toSorted()).toEqual(['max', 'min', 'name', 'reversed', 'whole']);
    }
  }
});
