import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnSpec, Engine, LoadedTable } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import { changeViews } from '../../src/lib/instruments/change';
import { definitions } from '../../src/lib/instruments/definitions';
import { compile } from '../../src/lib/dataflow/compile';
import { graphOf } from '../../src/lib/dataflow/graph';
import { Instrument } from '../../src/lib/instruments/instrument';
import { overrideChanges, type InstrumentOverrides } from '../../src/lib/instruments/override';
import { CellName } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { gate } from '../../src/lib/workbench/analysis';
import { rows } from './engine-tables';

/**
 * Instruments of one item whose answer is the score, so that a pair is two numbers. Expected values by hand; the
 * thresholds by R 4: `qnorm(.975) * sqrt(2) * sd(before) * sqrt(1 - r)`.
 */
function instrument(name: string, better: 'higher' | 'lower', facts: object): Instrument {
  const words = { da: name, en: name };
  const known = { source: 'test', status: 'seen' };
  return Instrument.parse({
    name,
    table: name,
    version: 1,
    title: words,
    respondents: ['self', 'parent'],
    ages: { from: 11, to: 16 },
    licence: 'none',
    items: [{ name: `${name}_1`, min: 0, max: 100 }],
    scales: [
      {
        name: 'total',
        label: words,
        better,
        range: [0, 100],
        method: { kind: 'sum', items: [`${name}_1`] },
        rule: { text: words, ...known },
      },
    ],
    ...facts,
  });
}

const seen = { scale: 'total', source: 'seen in a test', status: 'seen' };
const memory = { scale: 'total', source: 'nowhere', status: 'memory' };
const about = { population: 'people' };

const instruments = [
  instrument('up', 'higher', {
    reliability: [
      { ...memory, ...about, kind: 'retest', value: 0.1 },
      { ...seen, ...about, kind: 'alpha', value: 0.8 },
      { ...seen, ...about, kind: 'alpha', value: 0.5 },
    ],
    cutOffs: [
      { ...memory, name: 'remembered', value: 10 },
      { ...seen, name: 'first', value: 50 },
      { ...seen, name: 'second', value: 60 },
    ],
    norms: [
      { ...memory, ...about, mean: 1 },
      { ...seen, ...about, mean: 68 },
    ],
  }),
  instrument('down', 'lower', {
    reliability: [
      { ...seen, ...about, kind: 'threshold', value: 2, sex: 'girl', ages: { from: 11, to: 13 } },
      { ...seen, ...about, kind: 'threshold', value: 5 },
    ],
    cutOffs: [
      { ...seen, name: 'young', value: 10, sex: 'boy', ages: { from: 11, to: 13 } },
      { ...seen, name: 'young', value: 14, sex: 'girl', ages: { from: 11, to: 13 } },
      { ...seen, name: 'young', value: 16, sex: 'girl', ages: { from: 14, to: 16 } },
      { ...seen, name: 'other', value: 1 },
    ],
  }),
  instrument('edge', 'higher', {
    reliability: [{ ...seen, ...about, kind: 'threshold', value: 0.3, respondent: 'self' }],
    cutOffs: [{ ...seen, name: 'only', value: 50 }],
  }),
  instrument('bare', 'higher', { reliability: [{ ...memory, ...about, kind: 'alpha', value: 0.9 }] }),
];

interface Pair {
  readonly id: string;
  readonly of: string;
  readonly before: number | null;
  readonly after?: number | null;
  readonly dataset?: string;
  readonly sex?: string | null;
  readonly age?: number | null;
  readonly respondent?: string;
}

const pairs: Pair[] = [
  // SD of 42.5, 50 and 57.5 is 7.5: with r = .80 the threshold is 9.2969…
  { id: 'a', of: 'up', before: 42.5, after: 52 },
  { id: 'b', of: 'up', before: 50, after: 59 },
  { id: 'c', of: 'up', before: 57.5, after: 48 },
  // another dataset: SD of 10, 50 and 90 is 40, the threshold 49.58…
  { id: 'a', of: 'up', before: 10, after: 59, dataset: 'pool' },
  { id: 'b', of: 'up', before: 50, after: 100, dataset: 'pool' },
  { id: 'c', of: 'up', before: 90, after: 40, dataset: 'pool' },
  // one pair, and two that began alike
  { id: 'a', of: 'up', before: 10, after: 90, dataset: 'one' },
  { id: 'a', of: 'up', before: 30, after: 90, dataset: 'alike' },
  { id: 'b', of: 'up', before: 30, after: 31, dataset: 'alike' },

  // a published threshold of 5 for boys and older girls, 2 for younger girls
  { id: 'recovers', of: 'down', sex: 'boy', age: 11, before: 15, after: 9 },
  { id: 'ends_at_it', of: 'down', sex: 'boy', age: 13, before: 16, after: 10 },
  { id: 'by_five', of: 'down', sex: 'boy', age: 12, before: 14, after: 9 },
  { id: 'starts_at_it', of: 'down', sex: 'boy', age: 12, before: 10, after: 4 },
  { id: 'worse', of: 'down', sex: 'boy', age: 12, before: 10, after: 16 },
  { id: 'well', of: 'down', sex: 'boy', age: 12, before: 9, after: 3 },
  { id: 'well_crosses', of: 'down', sex: 'boy', age: 12, before: 9, after: 14 },
  { id: 'harmed', of: 'down', sex: 'boy', age: 12, before: 4, after: 10 },
  { id: 'well_worse', of: 'down', sex: 'boy', age: 12, before: 0, after: 9 },
  { id: 'girl', of: 'down', sex: 'girl', age: 13, before: 14, after: 11 },
  { id: 'older_girl', of: 'down', sex: 'girl', age: 14, before: 14, after: 20 },
  { id: 'older_boy', of: 'down', sex: 'boy', age: 14, before: 30, after: 1 },
  { id: 'no_age', of: 'down', sex: 'girl', age: null, before: 30, after: 1 },
  { id: 'other', of: 'down', sex: 'other', age: 12, before: 30, after: 1 },
  { id: 'no_sex', of: 'down', sex: null, age: 12, before: 30, after: 1 },

  // 1.1 − 0.8 is 0.30000000000000004
  { id: 'last_bit', of: 'edge', before: 0.8, after: 1.1, respondent: 'self' },
  { id: 'more', of: 'edge', before: 0.8, after: 1.11, respondent: 'self' },
  { id: 'parent', of: 'edge', before: 0.8, after: 90, respondent: 'parent' },

  { id: 'a', of: 'bare', before: 1, after: 90 },
  { id: 'b', of: 'bare', before: 50, after: 90 },

  // the ledger
  { id: 'begun', of: 'up', before: 40, dataset: 'ledger', sex: 'girl', age: 11 },
  { id: 'blank', of: 'up', before: null, after: 50, dataset: 'ledger', sex: 'girl', age: 12 },
  { id: 'blank_after', of: 'up', before: 60, after: null, dataset: 'ledger', sex: 'boy', age: 16 },
  { id: 'pair', of: 'up', before: 20, after: 30, dataset: 'ledger', sex: 'girl', age: 12 },
  { id: 'other_pair', of: 'up', before: 30, after: 30, dataset: 'ledger', sex: 'boy', age: 16 },
  { id: 'young', of: 'up', before: 1, after: 2, dataset: 'ledger', sex: 'boy', age: 10 },
  { id: 'ageless', of: 'up', before: 1, after: 2, dataset: 'ledger', sex: null, age: null },
];

const datasets = ['here', 'pool', 'one', 'alike', 'ledger'];
const enumeration = (name: string, codes: readonly string[]): ColumnSpec => ({
  name,
  type: 'ENUM',
  enumeration: name,
  codes,
});
const key: ColumnSpec[] = [enumeration('dataset', datasets), { name: 'course_id', type: 'VARCHAR' }];

function table(name: string, columns: readonly ColumnSpec[], values: readonly object[]): LoadedTable {
  const arrow = Object.fromEntries(
    columns.map((column) => [
      column.name,
      values.map((row) => (row as Record<string, unknown>)[column.name]),
    ]),
  );
  return { name, columns, arrow: [tableToIPC(tableFromArrays(arrow), 'stream')], rowCount: values.length };
}

function tables(): LoadedTable[] {
  const courses = new Map(
    pairs.map(({ id, of, dataset = 'here', sex = 'boy', age = 12 }) => {
      // a course of its own for each instrument of the first dataset
      const course_id = dataset === 'here' ? `${of} ${id}` : id;
      return [`${dataset} ${course_id}`, { dataset, course_id, child_id: course_id, sex, age }];
    }),
  );
  courses.set('unmeasured', { dataset: 'ledger', course_id: 'u', child_id: 'u', sex: 'girl', age: 12 });
  return [
    table(
      'courses',
      [
        ...key,
        { name: 'child_id', type: 'VARCHAR' },
        enumeration('sex', ['girl', 'boy', 'other']),
        { name: 'age', type: 'INTEGER' },
      ],
      [...courses.values()],
    ),
    ...instruments.map(({ name }) => formTable(name)),
  ];
}

function formTable(name: string): LoadedTable {
  const forms = pairs
    .filter(({ of }) => of === name)
    .flatMap(({ id, of, before, after, dataset = 'here', respondent = 'self' }) => {
      const course_id = dataset === 'here' ? `${of} ${id}` : id;
      const form = { dataset, course_id, respondent };
      return [
        { ...form, wave: 'before', [`${name}_1`]: before },
        ...(after === undefined ? [] : [{ ...form, wave: 'after', [`${name}_1`]: after }]),
      ];
    });
  const columns: ColumnSpec[] = [
    ...key,
    enumeration('wave', ['before', 'after', 'followup']),
    enumeration('respondent', ['self', 'parent']),
    { name: `${name}_1`, type: 'DOUBLE' },
  ];
  const made = table(name, columns, forms);
  return { ...made, columns: [...columns, { name: 'answered_on', type: 'DATE' }] };
}

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ gate });
  await engine.load(tables(), definitions(instruments));
});
afterAll(() => engine.close());

const found = async (sql: string) => Object.fromEntries(await rows(engine, sql));
const judged = (column: string, of: string, dataset = 'here') =>
  found(
    `SELECT replace(course_id, '${of} ', ''), ${column} FROM changes WHERE instrument = '${of}' AND dataset = '${dataset}'`,
  );

describe('reliable change', () => {
  test('the threshold is 1.96·√2·SD·√(1 − r), with the SD of one dataset', async () => {
    const [here, pool] = await rows(
      engine,
      `SELECT n, sd, reliability, kind, population, reliability_source, basis, threshold FROM reliable_change
       WHERE instrument = 'up' AND dataset IN ('here', 'pool') AND reliability = 0.8 ORDER BY dataset`,
    );
    expect(here).toEqual([
      3,
      7.5,
      0.8,
      'alpha',
      'people',
      'seen in a test',
      'computed',
      expect.closeTo(9.296925484568419, 12),
    ]);
    expect(pool?.slice(0, 2)).toEqual([3, 40]);
    expect(pool?.at(-1)).toBeCloseTo(49.583602584364904, 10);
  });

  test('is strict, either way, and within one dataset', async () => {
    expect(await judged('reliable', 'up')).toEqual({ a: 'improved', b: 'unchanged', c: 'deteriorated' });
    expect(await judged('direction', 'up')).toEqual({ a: 'improved', b: 'improved', c: 'deteriorated' });
    expect(await judged('reliable', 'up', 'pool')).toEqual({
      a: 'unchanged',
      b: 'improved',
      c: 'deteriorated',
    });
  });

  test('is not known from one pair, where all began alike, or without a reliability', async () => {
    expect(await judged('reliable', 'up', 'one')).toEqual({ a: null });
    expect(await judged('reliable', 'up', 'alike')).toEqual({ a: null, b: null });
    expect(await judged('reliable', 'bare')).toEqual({ a: null, b: null });
    expect(
      await rows(engine, `SELECT n, sd, threshold, basis FROM reliable_change WHERE instrument = 'bare'`),
    ).toEqual([[2, expect.closeTo(34.64823227814083, 10), null, null]]);
  });

  test('a change of just the published threshold is none, whatever its last bit', async () => {
    expect(await judged('reliable', 'edge')).toEqual({
      last_bit: 'unchanged',
      more: 'improved',
      parent: null,
    });
  });

  test('what is known from memory is in no table', async () => {
    expect(await rows(engine, `SELECT DISTINCT status FROM reliabilities`)).toEqual([['seen']]);
    expect(await rows(engine, `SELECT mean, status FROM norms`)).toEqual([[68, 'seen']]);
    expect(await rows(engine, `SELECT DISTINCT name FROM cut_offs ORDER BY name`)).toEqual([
      ['first'],
      ['only'],
      ['young'],
    ]);
  });
});

describe('clinical change', () => {
  test('a score at the cut-off is clinical, where high is good', async () => {
    // a starts clinical and ends above; b starts at 50 without reliable change; c starts well and ends below
    expect(await judged('clinical', 'up')).toEqual({ a: 'recovered', b: 'unchanged', c: 'harmed' });
  });

  test('by sex and age, where low is good', async () => {
    expect(await judged('clinical', 'down')).toEqual({
      recovers: 'recovered',
      ends_at_it: 'improved',
      by_five: 'unchanged',
      starts_at_it: 'recovered',
      worse: 'deteriorated',
      well: 'started_well',
      well_crosses: 'started_well',
      harmed: 'harmed',
      well_worse: 'well_deteriorated',
      girl: 'recovered',
      older_girl: 'harmed',
      older_boy: null,
      no_age: null,
      other: null,
      no_sex: null,
    });
  });

  test('shows the threshold and the cut-off it used', async () => {
    const shown = await judged('[threshold, cut_off]::VARCHAR', 'down');
    expect(shown).toMatchObject({ girl: '[2.0, 14.0]', older_girl: '[5.0, 16.0]', no_age: '[5.0, NULL]' });
  });

  test('is not known without a threshold or without a cut-off', async () => {
    expect(await judged('clinical', 'bare')).toEqual({ a: null, b: null });
    expect(await judged('clinical', 'up', 'one')).toEqual({ a: null });
  });
});

test('every view has its dataset, and changes has one row for each pair', async () => {
  for (const view of changeViews.filter((name) => name !== 'added_value'))
    expect(await rows(engine, `SELECT count(DISTINCT dataset) > 1 FROM ${view}`)).toEqual([[true]]);
  expect(
    await rows(engine, 'SELECT (SELECT count(*) FROM changes) = (SELECT count(*) FROM score_pairs)'),
  ).toEqual([[true]]);
});

describe('the pairing ledger', () => {
  test('counts the courses of a dataset that come to each step', async () => {
    const ledger = await found(
      `SELECT step, n FROM pairing_ledger WHERE dataset = 'ledger' AND instrument = 'up' ORDER BY step`,
    );
    expect(Object.entries(ledger)).toEqual([
      ['exported', 8],
      ['right_age', 6],
      ['measured_before', 4],
      ['measured_after', 2],
      ['scored_before', 2],
      ['paired', 2],
      ['other_age', 2],
    ]);
  });

  test('ends in the rows of changes', async () => {
    const unequal = await rows(
      engine,
      `SELECT dataset, instrument FROM pairing_ledger AS ledger
       WHERE step IN ('paired', 'other_age') GROUP BY dataset, instrument, scale
       HAVING sum(n) <> (SELECT count(*) FROM changes AS pair WHERE pair.dataset = ledger.dataset
         AND pair.instrument = ledger.instrument AND pair.scale = ledger.scale)`,
    );
    expect(unequal).toEqual([]);
  });

  test('tells how those who fall away differ at the start', async () => {
    expect(
      await rows(
        engine,
        `SELECT paired, n, before, before_sd, girls, age FROM pairing_start
         WHERE dataset = 'ledger' AND instrument = 'up' ORDER BY paired`,
      ),
    ).toEqual([
      [false, 2, 50, expect.closeTo(Math.sqrt(200), 10), 0.5, 13.5],
      [true, 2, 25, expect.closeTo(Math.sqrt(50), 10), 0.5, 14],
    ]);
  });
});

describe('what a notebook says instead', () => {
  const instead = (overrides: InstrumentOverrides, sql: string) => {
    const parts = overrideChanges(instruments, overrides).map(({ name, sql }) => `${name} AS (\n${sql}\n)`);
    return rows(engine, `WITH ${[...parts, `cell AS (\n${sql}\n)`].join(', ')}\nSELECT * FROM cell`);
  };
  const up = `SELECT course_id[-1:], reliable, clinical FROM changes WHERE instrument = 'up' AND dataset = 'here' ORDER BY course_id`;

  test('nothing, when it says nothing', () => {
    expect(overrideChanges(instruments, {})).toEqual([]);
    expect(overrideChanges(instruments, { up: { norms: { total: 70 } } }).map(({ name }) => name)).toEqual([
      'norms',
    ]);
  });

  test('a reliability', async () => {
    // 1.96·√2·7.5·√(1 − .85) = 8.0513…
    expect(await instead({ up: { reliability: { total: 0.85 } } }, up)).toEqual([
      ['a', 'improved', 'recovered'],
      ['b', 'improved', 'recovered'],
      ['c', 'deteriorated', 'harmed'],
    ]);
    expect(
      await instead(
        { up: { reliability: { total: 0.85 } } },
        `SELECT reliability, reliability_source, status, threshold FROM reliable_change WHERE instrument = 'up' AND dataset = 'here'`,
      ),
    ).toEqual([[0.85, 'notebook', 'notebook', expect.closeTo(8.051373646727205, 10)]]);
  });

  test('a threshold by group, with its source', async () => {
    const reliability = { total: [{ threshold: 9.5, sex: 'boy', source: 'a book' } as const] };
    expect((await instead({ up: { reliability } }, up)).map(([, reliable]) => reliable)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });

  test('a cut-off, or the name of another of the file’s sets', async () => {
    const bySet = await instead({ up: { cutOffs: { total: 'second' } } }, up);
    expect(bySet.map(([, , clinical]) => clinical)).toEqual(['improved', 'unchanged', 'deteriorated']);
    const byNumber = await instead({ up: { cutOffs: { total: 42 } } }, up);
    expect(byNumber.map(([, , clinical]) => clinical)).toEqual([
      'started_well',
      'started_well',
      'well_deteriorated',
    ]);
  });

  test('for one instrument leaves the others, and the tables stay', async () => {
    const bare = `SELECT course_id, reliable FROM changes WHERE instrument = 'bare' ORDER BY course_id`;
    expect(await instead({ bare: { reliability: { total: 0.9 } } }, bare)).toEqual([
      ['bare a', 'improved'],
      ['bare b', 'improved'],
    ]);
    expect(await judged('reliable', 'bare')).toEqual({ a: null, b: null });
    const same = await instead({ bare: { reliability: { total: 0.9 } } }, up);
    expect(same).toEqual(await rows(engine, up));
  });

  test.each([
    [{ upp: { reliability: { total: 0.9 } } }, 'upp'],
    [{ up: { cutOffs: { totall: 3 } } }, 'up.totall'],
    [{ up: { cutOffs: { total: 'third' } } }, 'up.total.third'],
  ] as const)('fails by name for what there is not: %j', async (overrides, name) => {
    await expect(instead(overrides, up)).rejects.toThrow(name);
  });

  test('from its header into the cells that read changes, and into no others', async () => {
    const { notebook, problems } = parse(
      `---\nformat: 1\ninstruments:\n  up:\n    reliability: { total: 0.85 }\n---\n` +
        '```sql a\n' +
        up +
        '\n```\n```sql b\nFROM a\n```\n```sql c\nFROM courses\n```\n',
    );
    expect(problems).toEqual([]);
    const loaded = {
      stamp: '1',
      tables: [],
      override: (settings: InstrumentOverrides) => overrideChanges(instruments, settings),
    };
    const graph = graphOf(notebook, loaded);
    const text = (name: string) => compile(graph, CellName.parse(name))?.sql ?? '';
    expect((await rows(engine, text('b'))).map(([, reliable]) => reliable)).toEqual([
      'improved',
      'improved',
      'deteriorated',
    ]);
    expect(text('b').match(/changes AS \(/g)).toHaveLength(1);
    expect(text('c')).toBe('WITH c AS (\nFROM courses\n)\nSELECT * FROM c');
  });
});
