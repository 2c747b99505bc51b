import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Choice } from '../../../src/lib/chart/choice';
import type { Known } from '../../../src/lib/chart/fit';
import { kinds, type Channel } from '../../../src/lib/chart/kind';
import { Chart } from '../../../src/lib/notebook/chart';
import { parse } from '../../../src/lib/notebook/parse';
import { readSpec, writeYaml } from '../../../src/lib/yaml/yaml';

/** The chart cells of our own notebooks, as they are written. */
export const shipped: readonly (readonly [name: string, body: string])[] = readdirSync('notebooks')
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) =>
    parse(readFileSync(`notebooks/${file}`, 'utf8')).notebook.cells.flatMap((cell) =>
      cell.kind === 'plot' ? [[`${file} ${cell.name}`, cell.body] as const] : [],
    ),
  );

export function chartIn(body: string): Chart {
  const read = readSpec(Chart, body);
  if (!read.ok) throw new Error(`${read.problem.what}\n${body}`);
  return read.spec;
}

export const columns: readonly Known[] = [
  { name: 'age_group', type: 'code' },
  { name: 'sex', type: 'code' },
  { name: 'Måned', type: 'date' },
  { name: 'n', type: 'integer' },
  { name: 'before', type: 'number' },
  { name: 'after', type: 'number' },
  { name: 'share', type: 'number' },
  { name: 'down', type: 'number' },
  { name: 'same', type: 'number' },
  { name: 'up', type: 'number' },
];

const word = fc.constantFrom(
  'share',
  'age_group',
  'a: b',
  'x, y',
  '[z]',
  '#5',
  "d'",
  '68',
  'ja',
  '{{ a.n }}',
  'æ',
  'null',
);
const number = fc.integer({ min: -100, max: 1000 }).map((whole) => whole / 10);
const text = fc.oneof(word, fc.string({ maxLength: 30 }), fc.constant('To\nlinjer: her'));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const plain = fc.record(
  { x: word, y: word, fill: word, stroke: word, fx: word, fy: word },
  { requiredKeys: [] },
);
const mark = fc.oneof(
  fc.record({ arrow: fc.record({ x1: word, x2: word, y: word, decimals: fc.constantFrom(0, 2) }) }),
  fc.record({ shares: fc.record({ y: word, down: word, same: word, up: word }) }),
  fc
    .constantFrom('barX', 'barY', 'dot', 'line', 'areaY', 'tickX')
    .chain((kind) => plain.map((options) => ({ [kind]: options }))),
  fc.record({ ruleX: fc.array(number, { maxLength: 3 }) }),
  fc.record({ ruleY: fc.record({ at: number, label: text }) }),
  fc.record({ ruleX: fc.record({ at: number }) }),
  fc.constant({ bands: [{ from: 0, to: 35, label: 'risiko', fill: 'b1' }] }),
);
const scale = fc.record(
  {
    domain: fc.tuple(number, number),
    label: text,
    format: fc.constantFrom('percent', 'signed'),
    decimals: fc.constant(1),
  },
  { requiredKeys: [] },
);

/** A chart as a person, or a program, may have written it: loose, in braces, with comments. */
export const written: fc.Arbitrary<string> = fc
  .record({
    spec: fc.record(
      {
        data: word,
        title: text,
        guide: text,
        order: fc.constantFrom('rising', 'falling'),
        x: scale,
        y: scale,
        marks: fc.array(mark, { minLength: 1, maxLength: 4 }),
      },
      { requiredKeys: ['data', 'marks'] },
    ),
    as: fc.constantFrom('loose', 'braces', 'commented'),
  })
  .map(({ spec, as }) => {
    if (as === 'braces') return JSON.stringify(spec);
    const body = writeYaml(spec).trimEnd();
    return as === 'commented'
      ? `# øverst\n${body.replace('marks:', '# mærker\nmarks: # her')}\n# nederst`
      : body;
  })
  .filter((body) => readSpec(Chart, body).ok);

const channels: readonly Channel[] = [
  'x',
  'y',
  'x1',
  'x2',
  'down',
  'n',
  'fill',
  'stroke',
  'r',
  'fx',
  'fy',
  'text',
];
const axis = fc.constantFrom<'x' | 'y'>('x', 'y');

export const choices: fc.Arbitrary<Choice> = fc.oneof<fc.Arbitrary<Choice>[]>(
  fc.record({ kind: fc.constant('kind'), to: fc.constantFrom(...kinds) }),
  fc.record({ kind: fc.constant('column'), channel: fc.constantFrom(...channels), column: maybe(word) }),
  fc.record({ kind: fc.constant('data'), data: word, columns: fc.constant(columns) }),
  fc.record({
    kind: fc.constant('text'),
    field: fc.constantFrom('title', 'subtitle', 'guide', 'source'),
    text,
  }),
  fc.record({ kind: fc.constant('order'), order: maybe(fc.constantFrom('rising', 'falling')) }),
  fc.record({
    kind: fc.constant('scale'),
    axis,
    change: fc.oneof(
      fc.record({ field: fc.constant('domain'), value: maybe(fc.tuple(number, number)) }),
      fc.record({ field: fc.constant('format'), value: maybe(fc.constantFrom('percent', 'number')) }),
      fc.record({ field: fc.constant('decimals'), value: maybe(fc.constantFrom(0, 6)) }),
    ),
  }),
  fc.record({
    kind: fc.constant('line-added'),
    line: fc.record({ axis, at: number, label: maybe(text), as: fc.constantFrom('norm', 'cut') }),
  }),
  fc.record({
    kind: fc.constant('line-changed'),
    line: fc.nat(3),
    change: fc.oneof(
      fc.record({ field: fc.constant('at'), value: number }),
      fc.record({ field: fc.constant('label'), value: maybe(text) }),
      fc.record({ field: fc.constant('as'), value: fc.constantFrom('norm', 'cut') }),
    ),
  }),
  fc.record({ kind: fc.constant('line-removed'), line: fc.nat(3) }),
) as fc.Arbitrary<Choice>;
