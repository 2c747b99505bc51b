import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parse } from '../../../src/lib/notebook/parse';
import { prose } from '../../../src/lib/notebook/prose';
import { serialize } from '../../../src/lib/notebook/serialize';
import { hostileText, notebooks } from './hostile';

vi.setConfig({ testTimeout: 60_000 });

const options = { seed: 20261123, numRuns: 300 };
const trivsel = readFileSync(new URL('../../../notebooks/trivsel.md', import.meta.url), 'utf8');

describe('parse and serialize', () => {
  test('parse(serialize(n)) is n', () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        expect(parse(serialize(notebook)).notebook).toEqual(notebook);
      }),
      options,
    );
  });

  test.each(['\n', '\n\n', 'a\n\n', ' \n \n', 'a\n'])(
    'a header whose last field is %j is read as it was',
    (later) => {
      const notebook = { header: { ...parse('').notebook.header, later }, cells: [] };
      expect(parse(serialize(notebook)).notebook).toEqual(notebook);
    },
  );

  test('any text is read, and what was read is stable', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileText,
          hostileText.map((text) => `---\n${text}`),
        ),
        (text) => {
          const { notebook } = parse(text);
          expect(parse(serialize(notebook)).notebook).toEqual(notebook);
        },
      ),
      options,
    );
  });

  test('every prefix of the shipped notebook is read, and is stable', () => {
    for (let end = 0; end <= trivsel.length; end += 149) {
      const { notebook } = parse(trivsel.slice(0, end));
      expect(parse(serialize(notebook)).notebook).toEqual(notebook);
    }
  });

  test('nothing that was written is lost', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{6,9}$/), { maxLength: 9 }),
        hostileText,
        (words, text) => {
          const lines = text.split(/\r\n?|\n/).flatMap((line, at) => [line, words[at] ?? '']);
          const kept = serialize(parse(`---\n${lines.join('\n')}`).notebook);
          for (const word of words.slice(0, text.split(/\r\n?|\n/).length)) expect(kept).toContain(word);
        },
      ),
      options,
    );
  });

  test('the key order of the header is kept', () => {
    const text =
      '---\nzebra: 1\ntitle: T\nformat: 1\nlanguage: en\nneeds: []\ndisclosure:\n  note: x\n  minimum: 8\n---\n';
    expect(serialize(parse(text).notebook)).toBe(text);
  });
});

describe('prose', () => {
  test('is stable: each cell read again is itself', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const cell of prose(text)) if (cell.kind === 'prose') expect(prose(cell.text)).toEqual([cell]);
      }),
      options,
    );
  });
});
