import fc from 'fast-check';
import { clear } from '../../src/lib/disclosure/clear';
import type { Policy } from '../../src/lib/disclosure/cleared';
import { copyTable } from '../../src/lib/disclosure/copy';
import { Chart } from '../../src/lib/notebook/chart';
import { CellName } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { drawChart } from '../../src/lib/plot/draw';
import { renderReport } from '../../src/lib/report/report';
import type { Result } from '../../src/lib/results/result';
import { newDocument, resultOf, wordsIn } from '../unit/plot/case';
import { pure } from './campaign';

const notebook = parse(`---
format: 1
---
I {{ t.n }}: {{ t.before | 1 }}, {{ t.after }}, {{ t.change | signed }}, {{ t.first }}.

\`\`\`sql t title="T {{ t.after }}"
SELECT 1
\`\`\`
\`\`\`plot c
data: t
title: Fra {{ t.before }}
marks: [{ arrow: { x1: before, x2: after, y: who, n: n } }]
\`\`\`
`).notebook;
const marks = [
  { arrow: { x1: 'before', x2: 'after', y: 'who', n: 'n' } },
  { shares: { y: 'who', down: 'before', same: 'change', up: 'after', n: 'n' } },
  { barX: { x: 'after', y: 'who' } },
  { barY: { x: 'who', y: 'after' } },
  { dot: { x: 'before', y: 'after', fill: 'who', r: 'n' } },
  { text: { x: 'before', y: 'after', text: 'after' } },
].map((mark) => Chart.parse({ data: 't', marks: [mark] }));
const words = {
  ...wordsIn('da'),
  heading: (column: { readonly name: string }) => column.name,
  choice: (_: unknown, code: string) => code,
};

const secret = fc.integer({ min: 1_000_000, max: 9_999_999 });
const few = fc.oneof(fc.integer({ min: -2, max: 4 }), fc.constant(null));
const small = fc.record({
  n: few,
  n_pairs: fc.integer({ min: 0, max: 90 }),
  numbers: fc.tuple(secret, secret, secret),
});
const large = fc.record({
  n: fc.integer({ min: 10, max: 400 }),
  n_pairs: fc.integer({ min: 10, max: 90 }),
  numbers: fc.tuple(
    fc.integer({ max: 99, min: 0 }),
    fc.integer({ max: 99, min: 0 }),
    fc.integer({ max: 99, min: 0 }),
  ),
});
type Row = { n: number | null; n_pairs: number; numbers: readonly [number, number, number] };
const tables = fc.record({
  rows: fc.array(fc.oneof<fc.Arbitrary<Row>[]>(small, large), { minLength: 1, maxLength: 8 }),
  others: fc.array(fc.tuple(secret, secret, secret), { minLength: 8, maxLength: 8 }),
  minimum: fc.constantFrom(5, 5, 10, 0, -1),
  chart: fc.constantFrom(...marks),
});

export const disclosureCampaign = pure(
  'disclosure',
  'no withheld value is in the cleared result, the copied table, the chart or the report, nor does what they show depend on it',
  10_000,
  async (seed) => {
    const numRuns = 40;
    fc.assert(
      fc.property(tables, ({ rows, others, minimum, chart }) => {
        const hidden = (row: Row) => row.n === null || row.n < 5;
        const changed = rows.map((row, at) =>
          hidden(row) ? { ...row, n: row.n === null ? null : 1, numbers: others[at] ?? row.numbers } : row,
        );
        const policy: Policy = { kind: 'minimum', minimum };
        const [one, other] = [rows, changed].map((shown) => everythingShown(tableOf(shown), policy, chart));
        if (one === undefined || other === undefined) return;
        for (const row of rows.filter(hidden))
          for (const number of row.numbers) {
            if (numberIn(number).test(one.shown)) throw new Error(`${number} is shown`);
          }
        // Which rows add up, and so which are withheld beside the small ones, does depend on the counts.
        if (one.withheld === other.withheld && one.shown !== other.shown) {
          const at = [...one.shown].findIndex((sign, index) => sign !== other.shown[index]);
          throw new Error(
            `${one.shown.slice(at - 80, at + 80)}\nis else\n${other.shown.slice(at - 80, at + 80)}`,
          );
        }
      }),
      { seed, numRuns },
    );
    return numRuns;
  },
);

/** A whole number of seven digits, however its thousands are parted; not the end of a coordinate. */
function numberIn(number: number): RegExp {
  const parts = /^(\d)(\d{3})(\d{3})$/.exec(String(number))?.slice(1) ?? [];
  return new RegExp(`(?<![\\d.])${parts.join('[.,\u00a0 ]?')}(?!\\d)`);
}

function tableOf(rows: readonly Row[]): Result {
  const numbers = (at: 0 | 1 | 2) => rows.map((row) => row.numbers[at]);
  return resultOf([
    { name: 'who', type: 'text', values: rows.map((_, at) => `gruppe ${at}`) },
    { name: 'first', type: 'text', values: numbers(2).map((number, at) => `nr ${at} ${number}`) },
    { name: 'before', type: 'number', values: numbers(0) },
    { name: 'after', type: 'integer', values: numbers(1) },
    { name: 'change', type: 'number', values: numbers(2) },
    { name: 'n', type: 'integer', values: rows.map(({ n }) => n) },
  ]);
}

/** All that can leave, as one text; undefined when nothing may. */
function everythingShown(
  result: Result,
  policy: Policy,
  chart: Chart,
): { readonly withheld: string; readonly shown: string } | undefined {
  const clearing = clear(result, policy);
  if (!clearing.ok) return undefined;
  const { cleared } = clearing;
  const document = newDocument();
  const copied = copyTable(cleared, {
    heading: (column) => column.name,
    cell: (_, value) => String(value ?? ''),
    withheld: () => 'skjult',
  });
  const svg = drawChart(chart, cleared, words, { width: 680, id: 'x' }, document).outerHTML;
  const report = renderReport({
    notebook,
    results: new Map([[CellName.parse('t'), { kind: 'result', clearing }]]),
    words,
    policy,
    document,
    madeAt: '2019-03-14',
    dataNote: '',
    synthetic: false,
    reason: '',
    project: '',
  });
  return {
    withheld: cleared.withheld.join(),
    shown: [JSON.stringify(cleared), copied.html, copied.text, svg, report].join('\n'),
  };
}
