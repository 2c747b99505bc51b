import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { noTables } from '../../src/lib/dataflow/apply';
import { graphOf } from '../../src/lib/dataflow/graph';
import { planOf } from '../../src/lib/dataflow/plan';
import { parse } from '../../src/lib/notebook/parse';
import type { Notebook } from '../../src/lib/notebook/notebook';
import { proseTree } from '../../src/lib/notebook/prose-tree';
import { serialize } from '../../src/lib/notebook/serialize';
import { hostileText, notebooks } from '../unit/notebook/hostile';
import { pure } from './campaign';

const shipped = readdirSync('notebooks')
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(`notebooks/${file}`, 'utf8'));

/** A shipped notebook with a few lines gone, doubled, moved, or with hostile ones put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...shipped),
    fc.array(
      fc.tuple(fc.constantFrom('cut', 'double', 'swap', 'insert', 'splice'), fc.nat(), fc.nat(), hostileText),
      {
        maxLength: 12,
      },
    ),
  )
  .map(([text, changes]) => {
    let lines = text.split('\n');
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

const slowest = 2_000;
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const namesOf = () => prototypes.map((each) => Reflect.ownKeys(each));
const clean = namesOf();

/** All that is done with a notebook before any of it runs: read, drawn as prose, put in order. */
function isReadInTime(text: string): void {
  const from = performance.now();
  const { notebook } = parse(text);
  for (const cell of notebook.cells) if (cell.kind === 'prose') proseTree(cell.text);
  planOf(graphOf(notebook, noTables));
  const spent = performance.now() - from;
  ok(spent < slowest, `took ${Math.round(spent)} ms`);
  deepStrictEqual(namesOf(), clean);
  isStable(notebook);
}

export const notebookCampaign = pure(
  'notebooks',
  'any text is read without throwing, within two seconds and without touching a prototype, and parse(serialize(n)) is n',
  40_000,
  async (seed) => {
    const options = { seed, numRuns: 200 };
    fc.assert(
      fc.property(texts, (text) => {
        isReadInTime(text);
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
