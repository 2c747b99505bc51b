import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../../src/lib/dataflow/definition';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Minimum } from '../../../src/lib/disclosure/cleared';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import type { Outcomes } from '../../../src/lib/report/outcome';
import type { Result } from '../../../src/lib/results/result';
import { digestOf } from '../../../src/lib/workbench/digest';
import { readResults, readResultsFile } from '../../../src/lib/workbench/results-file/read';
import { mostBytes } from '../../../src/lib/workbench/results-file/results-file';
import { isResultsFile } from '../../../src/lib/workbench/results-file/set-apart';
import { writeResults } from '../../../src/lib/workbench/results-file/write';

const text = `---
format: 1
---
De er {{ first.n }}.

\`\`\`sql whole title="T"
SELECT n FROM nobody
\`\`\`

\`\`\`sql first
SELECT 2 AS n
\`\`\`

\`\`\`sql nobody
SELECT 3 AS n
\`\`\`
`;
const { notebook } = parse(text);
const whole = CellName.parse('whole');
const five: Minimum = { kind: 'minimum', minimum: 5 };
/** A count of twelve is told as ten. */
const coarse: Minimum = { kind: 'minimum', minimum: 12, rounding: 10 };
const rounded: Minimum = { kind: 'minimum', minimum: 8, rounding: 5 };

async function write(
  results: Readonly<Record<string, Result>>,
  policy: Minimum = five,
): Promise<string | undefined> {
  const outcomes: Outcomes = new Map(
    Object.entries(results).map(([name, result]) => [
      CellName.parse(name),
      { kind: 'result', clearing: clear(result, policy) } as const,
    ]),
  );
  return writeResults({
    notebook,
    outcomes,
    policy: { ...policy, preset: policy === five ? 'steering' : 'public' },
    madeAt: '2026-11-29T12:00:00.000Z',
    data: '0123456789abcdef',
    synthetic: false,
    hasLabel: (_, code) => code === 'girl',
  });
}

const groups: Result = {
  columns: [
    { name: 'sex', type: 'code', codes: ['girl', 'boy', 'other'], values: ['girl', 'boy', 'other'] },
    { name: 'unit', type: 'code', codes: ['Aa', 'Bb', 'Cc', 'Hemmelig'], values: ['Bb', 'Aa', 'Aa'] },
    { name: 'n', type: 'integer', values: [40, 30, 3] },
    { name: 'mean', type: 'number', values: [53.25, 61.5, 77.125] },
    { name: 'youngest', type: 'integer', single: true, values: [3, 4, 5] },
  ],
  rowCount: 3,
  truncated: false,
};

const aResult: fc.Arbitrary<Result> = fc
  .array(
    fc.record({
      who: fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', '<b>', ''), fc.constant(null)),
      code: fc.constantFrom('girl', 'boy', 'other'),
      n: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(null)),
      n_after: fc.integer({ min: 0, max: 60 }),
      known: fc.integer({ min: 0, max: 80 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      mean: fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(null)),
      big: fc.constantFrom('9007199254740993', null),
      yes: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows) => ({
    columns: [
      { name: 'who', type: 'text', values: rows.map(({ who }) => who) },
      { name: 'code', type: 'code', codes: ['girl', 'boy', 'other'], values: rows.map(({ code }) => code) },
      { name: 'n', type: 'integer', values: rows.map(({ n }) => n) },
      { name: 'n_after', type: 'integer', values: rows.map(({ n_after }) => n_after) },
      { name: 'known', type: 'integer', values: rows.map(({ known }) => known) },
      { name: 'share', type: 'number', values: rows.map(({ share }) => share) },
      { name: 'mean', type: 'number', values: rows.map(({ mean }) => mean) },
      { name: 'big', type: 'integer', values: rows.map(({ big }) => big) },
      { name: 'yes', type: 'boolean', values: rows.map(({ yes }) => yes) },
      { name: 'youngest', type: 'integer', single: true, values: rows.map(() => 7777) },
    ],
    rowCount: rows.length,
    truncated: false,
  }));

/** JSON has one zero. */
const withoutMinusZero = (cleared: Cleared): Cleared => ({
  ...cleared,
  columns: cleared.columns.map((column) => ({
    ...column,
    values: column.values.map((value) => (value === 0 ? 0 : value)),
  })),
});

describe('what is written and read again', () => {
  test('is what was cleared, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(aResult, fc.constantFrom(five, rounded, coarse), async (result, policy) => {
        const clearing = clear(result, policy);
        const content = await write({ whole: result }, policy);
        expect(content ?? '').not.toMatch(/(?<![\d.])7777\b/);
        const reading = readResults(content ?? '');
        const read = reading.ok ? reading.results.cells.get(whole)?.cleared : undefined;
        expect(read).toEqual(clearing.ok ? withoutMinusZero(clearing.cleared) : undefined);
      }),
      { numRuns: 300 },
    );
  });

  test('is what a report would print: all of a table, one row of what a sentence looks up, and no other cell', async () => {
    const reading = readResults((await write({ whole: groups, first: groups, nobody: groups })) ?? '');
    if (!reading.ok) throw new Error(reading.problem);
    const { cells } = reading.results;
    expect([...cells.keys()]).toEqual(['whole', 'first']);
    const told = (name: string) => cells.get(CellName.parse(name))?.cleared as Cleared;
    expect(told('first').rowCount).toBe(1);
    expect(told('first').truncated).toBe(true);
    expect(told('whole').rowCount).toBe(3);
    expect(told('whole').leftOut).toEqual(['youngest']);
  });

  test('holds no withheld number, no single child’s, and no name that no row has', async () => {
    const content = await write({ whole: groups });
    expect(content).toContain('53.25');
    expect(content).not.toMatch(/77\.125|Hemmelig|\[3,4,5\]/);
    expect(content).toContain('"codes":["Aa","Bb"]');
    expect(content).toContain('"codes":["girl","boy","other"]');
  });

  test('is nothing where nothing may leave', async () => {
    expect(await write({})).toBeUndefined();
    expect(await write({ nobody: groups })).toBeUndefined();
    const ids: Result = {
      columns: [...groups.columns, { name: 'child_id', type: 'text', values: ['x', 'y', 'z'] }],
      rowCount: 3,
      truncated: false,
    };
    expect(await write({ whole: ids })).toBeUndefined();
  });

  test('has at most a thousand rows of a table, and says that there are more', async () => {
    const rows = Array.from({ length: 1200 }, (_, row) => row);
    const long: Result = {
      columns: [
        { name: 'who', type: 'text', values: rows.map((row) => `nr ${row}`) },
        { name: 'n', type: 'integer', values: rows.map(() => 10) },
      ],
      rowCount: 1200,
      truncated: false,
    };
    const reading = readResults((await write({ whole: long })) ?? '');
    const read = reading.ok ? reading.results.cells.get(whole)?.cleared : undefined;
    expect([read?.rowCount, read?.truncated]).toEqual([1000, true]);
  });
});

/** What a program of that format wrote: it is read for ever, and belongs to its notebook for ever. */
const folder = `${import.meta.dirname}/results-files`;
describe.each(readdirSync(folder).filter((file) => file.endsWith('.json')))('%s', (file) => {
  const reading = readResults(readFileSync(`${folder}/${file}`, 'utf8'));

  test('is still read', async () => {
    await expect(reading).toMatchFileSnapshot(`${folder}/${file.replace(/results\.json$/, 'golden')}`);
  });

  test('is still of its notebook', async () => {
    const { notebook } = parse(readFileSync(`${folder}/format-1.md`, 'utf8'));
    const cells = reading.ok ? [...reading.results.cells] : [];
    expect(cells.length).toBe(2);
    for (const [name, { fingerprint }] of cells)
      expect(await digestOf(definitionOf(notebook, name) ?? '')).toBe(fingerprint);
  });
});

describe('a file from elsewhere', () => {
  /** What is read of a good file with something else in one of its places. */
  async function changed(place: string, value: unknown): Promise<ReturnType<typeof readResults>> {
    const told: unknown = JSON.parse((await write({ whole: groups })) ?? '');
    const path = place.split('.');
    const last = path.pop() ?? '';
    const within = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], told);
    (within as Record<string, unknown>)[last] = value;
    return readResults(JSON.stringify(told));
  }
  const cell = 'cells.0';
  const [sex, n, mean] = [0, 2, 3].map((at) => `${cell}.columns.${at}`);
  const count = { name: 'n', type: 'integer', label: false, obscured: [], values: [40, 30, null] };

  test('is known by what is in it, or by its name', async () => {
    const named = (name: string, content: string) => isResultsFile(new File([content], name));
    expect(await named('x.results.json', '')).toBe(true);
    expect(await named('download (3).json', (await write({ whole: groups })) ?? '')).toBe(true);
    expect(await named('pretty.txt', '\uFEFF\n{\n  "format": 1,\n  "pejling" : "results"\n}')).toBe(true);
    expect(await named('data.json', '[{"pejling": "results"}]')).toBe(false);
    expect(await named('data.csv', 'course_id;pejling\n')).toBe(false);
  });

  test.each<[string, string, unknown]>([
    ['no word of what it is', 'pejling', undefined],
    ['another word of what it is', 'pejling', 'data'],
    ['more fields', 'secret', 1],
    ['more fields in a cell', `${cell}.all`, [1, 2]],
    ['more fields in a column', `${mean}.all`, [1, 2]],
    ['a type that is none', `${mean}.type`, 'script'],
    ['an object for a value', `${mean}.values.0`, {}],
    ['a text for a number', `${mean}.values.0`, '<img onerror=alert(1)>'],
    ['a text for a count', `${n}.values.0`, 'mange'],
    ['a name that is none', `${cell}.name`, '__PROTO__'],
    ['a place that is none', `${cell}.withheld`, [-1]],
    ['half a row', `${cell}.withheld`, [0.5]],
    ['a minimum under the floor', 'policy.minimum', 4],
    ['too many rows', `${cell}.rows`, 1001],
    ['too many values', `${mean}.values`, Array.from({ length: 1001 }, () => 1)],
    ['a name as long as a book', `${sex}.values.0`, 'x'.repeat(2001)],
    ['a time that is none', 'madeAt', 'i går'],
    ['a hash that is none', `${cell}.fingerprint`, 'abc'],
  ])('with %s is refused', async (_, place, value) => {
    expect(await changed(place, value)).toEqual({ ok: false, problem: 'damaged' });
  });

  test.each<[string, string, unknown]>([
    ['a small count', `${n}.values.0`, 4],
    ['a small count as text', `${n}.values.0`, '4'],
    ['no count in a row', `${n}.values.0`, null],
    ['no counts at all', `${n}.name`, 'number'],
    ['a number in a withheld row', `${mean}.values.2`, 77.125],
    ['a count in a withheld row', `${n}.values.2`, 40],
    ['a number that is withheld in a row', `${mean}.obscured`, [0]],
    ['a number that calls itself a name', `${mean}.label`, true],
    ['a child’s number', `${sex}.name`, 'child_id'],
    ['a value too many', `${mean}.values`, [53.25, 61.5, null, 1]],
    ['fewer rows than it says', `${cell}.rows`, 4],
    ['a withheld row that is not there', `${cell}.withheld`, [2, 3]],
    ['a second count that is small', mean ?? '', { ...count, name: 'n_after', values: [40, 3, null] }],
    ['few in what is left of a whole', mean ?? '', { ...count, name: 'known', values: [43, 30, null] }],
    ['a count that is not rounded as it says', 'policy.rounding', 20],
  ])('with %s is refused', async (_, place, value) => {
    expect(await changed(place, value)).toEqual({ ok: false, problem: 'unsafe' });
  });

  test('with two cells of a name is refused', async () => {
    const content = (await write({ whole: groups })) ?? '';
    const [head, line = ''] = content.split('\n');
    expect(readResults([head, `${line},`, line, ']}'].join('\n'))).toEqual({ ok: false, problem: 'damaged' });
  });

  test('that is no JSON, half of it, deep or huge is refused', async () => {
    const content = (await write({ whole: groups })) ?? '';
    for (const broken of [
      '',
      '{',
      content.slice(0, -20),
      '['.repeat(2_000_000),
      `{"pejling":${'['.repeat(900_000)}`,
    ])
      expect(readResults(broken)).toEqual({ ok: false, problem: 'damaged' });
    expect(readResults(' '.repeat(mostBytes + 1))).toEqual({ ok: false, problem: 'too-large' });
    const huge = { size: mostBytes + 1, text: () => Promise.reject(new Error('read')) };
    expect(await readResultsFile(huge as unknown as Blob)).toEqual({ ok: false, problem: 'too-large' });
  });

  test('of a newer program says so, whatever else is in it', () => {
    expect(readResults('{"pejling":"results","format":2,"cells":"?"}')).toEqual({
      ok: false,
      problem: 'newer',
    });
  });

  test('touches no prototype, whatever its names', async () => {
    const content = ((await write({ whole: groups })) ?? '')
      .replaceAll('"mean"', '"__proto__"')
      .replace('{"name":"whole"', '{"__proto__":{"polluted":1},"name":"whole"');
    readResults(content);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
