import fc from 'fast-check';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../src/lib/engine/node';
import type { ColumnSpec, Engine, LoadedTable } from '../../src/lib/engine/engine';
import { calculationOf, definitions, instruments } from '../../src/lib/instruments/definitions';
import type { Instrument } from '../../src/lib/instruments/instrument';

/** Expected values by arithmetic written here from the published rules, not from the instrument files. */
type Form = (number | null)[];

const sdqScales = {
  emotion: [3, 8, 13, 16, 24],
  conduct: [5, 7, 12, 18, 22],
  hyper: [2, 10, 15, 21, 25],
  peer: [6, 11, 14, 19, 23],
  prosocial: [1, 4, 9, 17, 20],
} as const;
const turned = new Set([7, 11, 14, 21, 25]);
const sdqColumns =
  `pconsid prestles psomatic pshares ptantrum ploner pobeys pworries pcaring pfidgety pfriend pfights punhappy ppopular
  pdistrac pclingy pkind plies pbullied phelpout preflect psteals poldbest pafraid pattends
  pebddiff pdistres pimphome pimpfrie pimpclas pimpleis`.split(/\s+/);
const who5Columns = ['who5_1', 'who5_2', 'who5_3', 'who5_4', 'who5_5'];

function expectedWho5(form: Form): number | null {
  let raw = 0;
  for (const answer of form) {
    if (answer === null) return null;
    raw += answer;
  }
  return raw * 4;
}

function expectedSdq(form: Form): Map<string, number | null> {
  const scores = new Map<string, number | null>();
  for (const [scale, numbers] of Object.entries(sdqScales)) {
    const answers = numbers.flatMap((number) => {
      const answer = form[number - 1] ?? null;
      return answer === null ? [] : [turned.has(number) ? 2 - answer : answer];
    });
    const sum = answers.reduce((total, answer) => total + answer, 0);
    // half up in whole numbers: floor(5·sum/n + ½) = ⌊(10·sum + n) / 2n⌋
    const n = answers.length;
    scores.set(scale, n < 3 ? null : Math.trunc((10 * sum + n) / (2 * n)));
  }
  const add = (...names: string[]) => {
    const parts = names.map((name) => scores.get(name) ?? null);
    return parts.includes(null) ? null : parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  };
  scores.set('total', add('emotion', 'conduct', 'hyper', 'peer'));
  scores.set('internalising', add('emotion', 'peer'));
  scores.set('externalising', add('conduct', 'hyper'));
  const [difficulties, ...impact] = form.slice(25);
  const points = impact.map((answer) => [0, 0, 1, 2][answer ?? 0] ?? 0);
  const answered = impact.some((answer) => answer !== null);
  const sum = points.reduce((total, point) => total + point, 0);
  scores.set('impact', difficulties === 0 ? 0 : answered ? sum : null);
  return scores;
}

const answer = (max: number, missing: number) =>
  fc.oneof(
    { weight: missing, arbitrary: fc.constant(null) },
    { weight: 10, arbitrary: fc.integer({ min: 0, max }) },
  );
const forms = <T>(form: fc.Arbitrary<T>, count: number) =>
  fc.sample(form, { seed: 20261123, numRuns: count });
const times = <T>(count: number, arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, { minLength: count, maxLength: count });

const who5Forms = [
  ...forms(times(5, answer(5, 1)), 300),
  [5, 5, 5, 5, 5],
  [0, 0, 0, 0, 0],
  [null, null, null, null, null],
];
const sdqForms = [
  ...forms(
    fc
      .integer({ min: 0, max: 12 })
      .chain((missing) =>
        fc.tuple(times(25, answer(2, missing)), times(6, answer(3, missing))).map((parts) => parts.flat()),
      ),
    600,
  ),
  Array<null>(31).fill(null),
];

const wave: ColumnSpec = {
  name: 'wave',
  type: 'ENUM',
  enumeration: 'wave',
  codes: ['before', 'after', 'followup'],
};
const dataset: ColumnSpec = { name: 'dataset', type: 'ENUM', enumeration: 'dataset', codes: ['d', 'e'] };
const respondent: ColumnSpec = {
  name: 'respondent',
  type: 'ENUM',
  enumeration: 'respondent',
  codes: ['parent', 'self'],
};

/** Form 2k is the course k's before, 2k + 1 its after. */
function formTable(
  name: string,
  items: readonly string[],
  rows: readonly Form[],
  occasion: readonly ColumnSpec[] = [wave, { name: 'answered_on', type: 'DATE' }],
): LoadedTable {
  const integer = (column: string, index: number) => [column, rows.map((row) => row[index] ?? null)] as const;
  const arrow = tableToIPC(
    tableFromArrays(
      Object.fromEntries([
        ['dataset', rows.map(() => 'd')],
        ['course_id', rows.map((_, index) => `c${index >> 1}`)],
        ['wave', rows.map((_, index) => (index % 2 === 0 ? 'before' : 'after'))],
        ...items.map(integer),
      ]),
    ),
    'stream',
  );
  const columns: ColumnSpec[] = [
    dataset,
    { name: 'course_id', type: 'VARCHAR' },
    ...occasion,
    respondent,
    ...items.map((item): ColumnSpec => ({ name: item, type: 'INTEGER' })),
  ];
  return { name, columns, arrow: rows.length > 0 ? [arrow] : [], rowCount: rows.length };
}

/** The tables of instruments that the export has nothing of. */
function emptyTable({ table, items, when }: Instrument): LoadedTable {
  const series: ColumnSpec[] = [
    { name: 'session', type: 'INTEGER' },
    { name: 'kind', type: 'VARCHAR' },
    { name: 'date', type: 'DATE' },
  ];
  const names = items.map((item) => item.name);
  return when.kind === 'waves' ? formTable(table, names, []) : formTable(table, names, [], series);
}

const ages = (course: number) => [2, 3, 4, 10, null][course % 5] ?? null;
const courseCount = 310;
const courses: LoadedTable = {
  name: 'courses',
  columns: [
    dataset,
    { name: 'course_id', type: 'VARCHAR' },
    { name: 'child_id', type: 'VARCHAR' },
    { name: 'sex', type: 'VARCHAR' },
    { name: 'age', type: 'INTEGER' },
  ],
  arrow: [
    tableToIPC(
      tableFromArrays({
        dataset: Array.from({ length: courseCount * 2 }, (_, index) => (index < courseCount ? 'd' : 'e')),
        course_id: Array.from({ length: courseCount * 2 }, (_, index) => `c${index % courseCount}`),
        child_id: Array.from({ length: courseCount * 2 }, (_, index) => `b${index}`),
        age: Array.from({ length: courseCount * 2 }, (_, index) => ages(index % courseCount)),
      }),
      'stream',
    ),
  ],
  rowCount: courseCount * 2,
};

let engine: Engine;
async function rowsOf(sql: string): Promise<unknown[][]> {
  const outcome = await engine.query(sql);
  if (!outcome.ok) throw new Error(`${JSON.stringify(outcome.problem)}\n${sql}`);
  const { columns, rowCount } = outcome.result;
  return Array.from({ length: rowCount }, (_, row) => columns.map((column) => column.values[row]));
}

beforeAll(async () => {
  engine = await openNodeEngine({ gate: () => null });
  const tables = [
    courses,
    formTable('who5', who5Columns, who5Forms),
    formTable('sdq_p', sdqColumns, sdqForms),
    ...instruments.filter(({ name }) => !['who5', 'sdq_p'].includes(name)).map(emptyTable),
  ];
  await engine.load(tables, definitions(instruments));
});
afterAll(() => engine.close());

const byForm = (column: string) =>
  `substr(course_id, 2)::INTEGER * 2 + (wave = 'after')::INTEGER AS ${column}`;

test('WHO-5: all five or nothing, times four', async () => {
  const rows = await rowsOf(
    `SELECT ${byForm('form')}, score, answered, of FROM scores WHERE instrument = 'who5' AND scale = 'total' ORDER BY form`,
  );
  const expected = who5Forms.map((form, index) => [
    index,
    expectedWho5(form),
    form.filter((a) => a !== null).length,
    5,
  ]);
  expect(rows).toEqual(expected);
});

test('SDQ: every scale of every form', async () => {
  const rows = await rowsOf(
    `SELECT ${byForm('form')}, scale::VARCHAR, score FROM scores WHERE instrument = 'sdq_p' ORDER BY form, scale`,
  );
  const found = new Map(rows.map(([form, scale, score]) => [`${form} ${scale}`, score]));
  const expected = new Map(
    sdqForms.flatMap((form, index) =>
      [...expectedSdq(form)].map(([scale, score]) => [`${index} ${scale}`, score] as const),
    ),
  );
  expect(found).toEqual(expected);
  const scores = [...expected.values()];
  expect(scores.filter((score) => score === null).length).toBeGreaterThan(300);
});

test('the forms above hold halves, such as 2 points on 4 answered items: 2.5', async () => {
  const form = sdqForms.findIndex((candidate) => {
    const answers = sdqScales.emotion.flatMap((number) => candidate[number - 1] ?? []);
    return answers.length === 4 && answers.reduce((sum, each) => sum + each, 0) % 4 === 2;
  });
  expect(form).toBeGreaterThanOrEqual(0);
});

test('changes: pairs scored both times, with the direction of the scale', async () => {
  const expected: unknown[][] = [];
  for (let course = 0; course * 2 + 1 < sdqForms.length; course++) {
    const before = expectedSdq(sdqForms[course * 2] ?? []);
    const after = expectedSdq(sdqForms[course * 2 + 1] ?? []);
    for (const scale of ['total', 'prosocial']) {
      const [first, last] = [before.get(scale) ?? null, after.get(scale) ?? null];
      if (first === null || last === null) continue;
      const gain = scale === 'prosocial' ? last - first : first - last;
      const direction = gain > 0 ? 'improved' : gain < 0 ? 'deteriorated' : 'unchanged';
      expected.push([`c${course}`, scale, first, last, last - first, direction, `b${course}`]);
    }
  }
  const rows = await rowsOf(
    `SELECT course_id, scale, before, after, change, direction, child_id FROM changes
     WHERE instrument = 'sdq_p' AND scale IN ('total', 'prosocial') ORDER BY substr(course_id, 2)::INTEGER, scale = 'prosocial'`,
  );
  expect(rows).toEqual(expected);
});

test('bands: WHO-5 by the Danish limits, the SDQ by its four bands and none under four years', async () => {
  const who5 = await rowsOf(
    `SELECT DISTINCT band, min(score), max(score) FROM scores WHERE instrument = 'who5' AND score IS NOT NULL GROUP BY ALL ORDER BY band`,
  );
  expect(who5).toEqual([
    ['high_risk', 0, 32],
    ['risk', 36, 48],
    ['no_risk', 52, 100],
  ]);
  const upper = { average: 13, slightly_raised: 16, high: 19, very_high: 40 };
  const sdq = await rowsOf(
    `SELECT DISTINCT score, age, band FROM scores WHERE instrument = 'sdq_p' AND scale = 'total' AND score IS NOT NULL`,
  );
  expect(sdq.length).toBeGreaterThan(40);
  for (const [score, age, band] of sdq) {
    const young = age !== null && Number(age) < 4;
    const expected = Object.entries(upper).find(([, limit]) => Number(score) <= limit)?.[0];
    expect([score, age, band]).toEqual([score, age, young ? null : expected]);
  }
  const prosocial = await rowsOf(`SELECT score, band_of('sdq_p', 'prosocial', score, 8, 'boy', 'parent')
    FROM (VALUES (10), (8), (7), (6), (5), (0)) AS t(score)`);
  expect(prosocial.map(([, band]) => band)).toEqual([
    'average',
    'average',
    'slightly_lowered',
    'low',
    'very_low',
    'very_low',
  ]);
});

test('the shown calculation gives the same numbers as the views', async () => {
  for (const instrument of instruments.filter(({ when }) => when.kind === 'waves')) {
    for (const { name } of instrument.scales) {
      const shown = await rowsOf(
        `SELECT course_id, wave, ${name}, ${name}_answered FROM (\n${calculationOf(instrument, name)}\n) ORDER BY ALL`,
      );
      const scored = await rowsOf(
        `SELECT course_id, wave, score, answered FROM scores
         WHERE instrument = '${instrument.name}' AND scale = '${name}' ORDER BY ALL`,
      );
      expect(shown).toEqual(scored);
    }
  }
});
