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

const code = `\\b(?:${codes.join('|')})\\b`;
/** Four words or more that begin like a sentence. */
const sentence = `\\p{Lu}\\p{L}*(?:[ ,'’/-]+\\p{L}+){3}`;
const quote = `['"\`“”]`;

/** How wording could stand in a file: beside the code of its item or below it, as a comment, or for itself. */
const patterns: readonly RegExp[] = [
  new RegExp(`${code}${quote}?\\s*(?:[:=,;|]|=>)\\s*(?:\\{\\s*\\w+:\\s*)?${quote}?\\s*${sentence}`, 'gu'),
  new RegExp(`${quote}${sentence}[^'"\`“”\\n]*${quote}\\s*(?:[:=,;|]|=>)\\s*${quote}?${code}`, 'gu'),
  new RegExp(
    `name${quote}?\\s*:\\s*${quote}?${code}[^\\n]*\\n(?:[^\\n]*\\n)?\\s*${quote}?(?:label|text|wording|question|statement)${quote}?\\s*:[^\\n]*${sentence}`,
    'gu',
  ),
  new RegExp(`${code}[^\\n]*(?:#|//|--|/\\*)\\s*${quote}?${sentence}`, 'gu'),
  // How statements of such forms begin, of oneself in a past period or of one's child.
  /\b(?:I have (?:felt|been|thought)|I['’]ve (?:felt|been)|Jeg har (?:følt|været|tænkt)|Over the last (?:week|two weeks)|I de seneste to uger har)\b/gi,
  // A text that begins in the first person: no text of ours does.
  new RegExp(
    `${quote}(?:I (?:am|was|feel|felt|have|get|can|do|would|usually|often|try|think|worry|lose)|I['’](?:m|ve|d)|Jeg \\p{Ll}+|My (?:child|son|daughter)|Mi(?:t barn|n søn|n datter))(?: \\p{L}+){2}`,
    'gu',
  ),
];

const wordingIn = (text: string) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found.slice(0, 120)));

test('the patterns find wording', () => {
  const nonsense = 'Alpha beta gamma delta';
  for (const text of [
    `who5_1: ${nonsense} epsilon`,
    `{ psomatic: "Alpha beta, gamma delta" }`,
    `coreom_30 = '${nonsense}'`,
    `fit_2;${nonsense}`,
    `"${nonsense}" => coreyp_4`,
    `['${nonsense}', 'pkind']`,
    `{ "name": "who5_2",\n  "min": 0,\n  "label": "${nonsense}" }`,
    `- name: who5_3\n  text: ${nonsense}`,
    `- { name: who5_4, min: 0, max: 5 } # ${nonsense}`,
    ['Jeg har', 'følt noget'].join(' '),
    `'${['Jeg', 'alfa beta gamma'].join(' ')}'`,
    `"${['I', 'usually alpha beta'].join(' ')}"`,
  ]) expect(wordingIn(text), text).not.toEqual([]); // prettier-ignore
  for (const text of [
    '- { name: who5_1, min: 0, max: 5 }',
    '# The published variable names.\n- { name: who5_1, min: 0, max: 5 }',
    'items: [fit_1, fit_2]\nrule:\n  text: The sum of the marks',
  ]) expect(wordingIn(text), text).toEqual([]); // prettier-ignore
});

test('no file has the wording of an item', () => {
  expect(files.length).toBeGreaterThan(200);
  const here = 'tests/unit/instruments/wording.test.ts';
  const wording = files
    .filter((file) => file !== here)
    .flatMap((file) => wordingIn(readFileSync(file, 'utf8')).map((found) => `${file}: ${found}`));
  expect(wording).toEqual([]);
});

test('a scale of a licensed questionnaire is named by its subject, in five words at the most', () => {
  for (const { scales } of licensed) {
    for (const { label } of scales) {
      for (const words of [label.da, label.en])
        expect(words.split(/\s+/).length, words).toBeLessThanOrEqual(5);
    }
  }
});

test('in an instrument file an item is a code with its least and greatest answer', () => {
  for (const { items } of instruments) {
    for (const item of items) {
      expect(item.name).toMatch(/^[a-z0-9_]{1,16}$/);
      expect(Object.keys(item).toSorted()).toEqual(['max', 'min', 'name', 'reversed', 'whole']);
    }
  }
});
