import { strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../src/lib/notebook/parse';
import type { Notebook } from '../../src/lib/notebook/notebook';
import { serialize } from '../../src/lib/notebook/serialize';
import { hostileText, notebooks } from '../unit/notebook/hostile';
import { pure } from './campaign';

const trivsel = readFileSync('notebooks/trivsel.md', 'utf8');

/** The shipped notebook with a few lines gone, doubled, moved, or with hostile ones put in. */
const mutated = fc
  .array(
    fc.tuple(fc.constantFrom('cut', 'double', 'swap', 'insert', 'splice'), fc.nat(), fc.nat(), hostileText),
    {
      maxLength: 12,
    },
  )
  .map((changes) => {
    let lines = trivsel.split('\n');
    for (const [kind, a, b, text] of changes) {
      const [at, other] = [a % lines.length, b % lines.length];
      const line = lines[at] ?? '';
      switch (kind) {
        case 'cut':
          lines.splice(at, 1 + (b % 5));
          break;
        case 'double':
          lines.splice(other, 0, line);
          break;
        case 'swap':
          [lines[at], lines[other]] = [lines[other] ?? '', line];
          break;
        case 'insert':
          lines.splice(at, 0, ...text.split('\n'));
          break;
        case 'splice':
          lines[at] = line.slice(0, b % (line.length + 1)) + text + line.slice(b % (line.length + 1));
          break;
      }
      if (lines.length === 0) lines = [''];
    }
    return lines.join('\n');
  });

const texts = fc.oneof(
  hostileText,
  hostileText.map((text) => `---\n${text}`),
  fc.string({ unit: 'binary', maxLength: 400 }),
  { weight: 3, arbitrary: mutated },
);

function isStable(notebook: Notebook): void {
  strictEqual(JSON.stringify(parse(serialize(notebook)).notebook), JSON.stringify(notebook));
}

export const notebookCampaign = pure(
  'notebooks',
  'any text is read without throwing, and parse(serialize(n)) is n',
  async (seed) => {
    const options = { seed, numRuns: 200 };
    fc.assert(
      fc.property(texts, (text) => {
        const { notebook } = parse(text);
        isStable(notebook);
      }),
      options,
    );
    fc.assert(
      fc.property(notebooks, (notebook) => {
        isStable(notebook);
      }),
      options,
    );
    return 400;
  },
);
