import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import { writeRender } from '../../src/cli/write-render';
import { statusOf } from '../../src/lib/dataflow/apply';
import { refuse } from '../../src/lib/dataflow/gate';
import type { Session } from '../../src/lib/dataflow/session';
import allowedFunctions from '../../src/lib/engine/allowed-functions.json';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import { CellName } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { columnOf, type Value } from '../../src/lib/results/result';
import { compare } from '../../src/lib/statistics/compare';
import { reportOf } from '../../src/lib/workbench/report';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';

/** Student's sleep data, R's `sleep`: ten pairs. */
const sleep = [
  [0.7, 1.9],
  [-1.6, 0.8],
  [-0.2, 1.1],
  [-1.2, 0.1],
  [-0.1, -0.1],
  [3.4, 4.4],
  [3.7, 5.5],
  [0.8, 1.6],
  [0.0, 4.6],
  [2.0, 3.4],
] as const;

/** Pairs of two groups: ten boys with the sleep data, twelve girls, three of neither; the last has no second measurement. */
interface Row {
  readonly sex: string;
  readonly before: number;
  readonly after: number | null;
}
const rows: readonly Row[] = [
  ...sleep.map(([before, after]) => ({ sex: 'boy', before, after })),
  ...Array.from({ length: 12 }, (_, i) => ({
    sex: 'girl',
    before: i % 5,
    after: (i % 5) + ((i * 7) % 4) - 1,
  })),
  ...[4, 5, 6].map((before) => ({ sex: 'other', before, after: before + 1 })),
  { sex: 'girl', before: 3, after: null },
];
const values = rows.map(
  ({ sex, before, after }, at) =>
    `('K${at}', 'B${at}', '${sex}'::sex, ${before}::DOUBLE, ${after ?? 'NULL'}::DOUBLE,
      CASE sign(${after ?? 'NULL'} - ${before}) WHEN 1 THEN 'improved' WHEN -1 THEN 'deteriorated' ELSE 'unchanged' END)`,
);
const definitions = [
  `CREATE TYPE sex AS ENUM ('other', 'girl', 'boy')`,
  `CREATE TABLE changes AS SELECT * FROM (VALUES ${values.join(', ')}) AS v(course_id, child_id, sex, before, after, direction)`,
];
const tables = {
  stamp: '1',
  tables: [{ name: 'changes', columns: ['course_id', 'child_id', 'sex', 'before', 'after', 'direction'] }],
};

let engine: Engine;
beforeAll(async () => {
  const allowed = new Set(allowedFunctions);
  engine = await openNodeEngine({ gate: (sql) => refuse(sql, allowed) });
  await engine.load([], definitions);
});
afterAll(() => engine.close());

const fence = (info: string, ...lines: readonly string[]) => ['```' + info, ...lines, '```'].join('\n');
const comparison = (...lines: readonly string[]) =>
  fence('compare c', 'data: changes', 'before: before', 'after: after', ...lines);

async function run(...cells: readonly string[]): Promise<Session> {
  const { notebook, problems } = parse(`---\nformat: 1\ntitle: T\n---\n${cells.join('\n\n')}\n`);
  expect(problems).toEqual([]);
  return runNotebook(prepareSession(notebook), engine, tables);
}

function valuesOf(session: Session, cell: string, column: string): readonly Value[] {
  const status = statusOf(session, CellName.parse(cell));
  if (status.kind !== 'fresh') throw new Error(JSON.stringify(status));
  const result = session.results.get(CellName.parse(cell))?.result;
  const found = result && columnOf(result, column);
  if (!found) throw new Error(`${cell} has no column ${column}`);
  return found.values;
}

function failureOf(session: Session) {
  const status = statusOf(session, CellName.parse('c'));
  return status.kind === 'failed' ? status.failure : status;
}

describe('a comparison', () => {
  test('gives the numbers that R gives for `sleep`', async () => {
    const session = await run(
      fence('sql boys', `SELECT * FROM changes WHERE sex = 'boy'`),
      fence('compare c', 'data: boys', 'before: before', 'after: after'),
    );
    const one = (column: string) => Number(valuesOf(session, 'c', column)[0]);
    expect(one('n')).toBe(10);
    expect(one('before')).toBeCloseTo(0.75, 10);
    expect(one('after_sd')).toBeCloseTo(2.002249, 6);
    // t.test(extra ~ group, paired = TRUE), with the sign of after − before
    expect(one('change')).toBeCloseTo(1.58, 10);
    expect(one('change_low')).toBeCloseTo(0.7001142, 6);
    expect(one('change_high')).toBeCloseTo(2.4598858, 6);
    expect([one('t'), one('t_df')]).toEqual([expect.closeTo(4.062128, 5), 9]);
    expect(one('t_p')).toBeCloseTo(0.002833, 6);
    expect(one('dz')).toBeCloseTo(1.58 / 1.229995, 5);
    expect(one('up')).toBe(0.9);
    expect(one('down')).toBe(0);
  });

  test('is for all together first, then for each group in the order of its codes', async () => {
    const session = await run(comparison('by: sex'));
    expect(valuesOf(session, 'c', 'sex')).toEqual([null, 'other', 'girl', 'boy']);
    expect(valuesOf(session, 'c', 'n')).toEqual([25, 3, 12, 10]);
    expect(valuesOf(session, 'c', 'n_least')).toEqual([25, 3, 12, 10]);
    expect(valuesOf(session, 'c', 't_p').map((p) => p === null)).toEqual([false, true, false, false]);
    expect(valuesOf(session, 'c', 'against')).toEqual([null, null, null, null]);
  });

  test('says what statistics say of the same columns', async () => {
    const session = await run(comparison('by: sex', 'against: girl', 'better: lower'));
    const group = (name: string) => {
      const own = rows.filter(({ sex }) => sex === name);
      return { name, before: own.map(({ before }) => before), after: own.map(({ after }) => after) };
    };
    const told = compare(['other', 'girl', 'boy'].map(group), { better: 'lower', against: 'girl' });
    const shown = (column: string) => valuesOf(session, 'c', column).slice(1);
    expect(shown('change')).toEqual(told.groups.map(({ change }) => change.mean));
    expect(shown('up')).toEqual(told.groups.map(({ directions }) => directions.better.share));
    expect(shown('gz')[1]).toBe(
      told.groups[1]?.effects.gz.kind === 'estimate' ? told.groups[1].effects.gz.value : 'none',
    );
    const boys = told.differences.find(({ group: name }) => name === 'boy');
    const change = boys?.change.kind === 'change-difference' ? boys.change : undefined;
    expect(change?.interval.kind).toBe('interval');
    expect(shown('against')).toEqual([null, null, 'girl']);
    expect(shown('change_difference')[2]).toBe(change?.difference);
    expect(shown('change_difference_low')[2]).toBe(
      change?.interval.kind === 'interval' ? change.interval.low : 'none',
    );
    expect(shown('up_difference')[2]).toBe(
      boys?.better.kind === 'share-difference' ? boys.better.difference : 'none',
    );
    // Behind a difference stand the children of both groups: the fewest count for the guard.
    expect(shown('n_least')).toEqual([3, 12, 10]);
  });

  test('counts children, not rows: two courses of one child are one', async () => {
    const doubled = fence('sql twice', 'SELECT * FROM changes UNION ALL SELECT * FROM changes');
    const session = await run(doubled, fence('compare c', 'data: twice', 'before: before', 'after: after'));
    expect(valuesOf(session, 'c', 'n')).toEqual([50]);
    expect(valuesOf(session, 'c', 'n_least')).toEqual([25]);
    const nameless = fence('sql bare', 'SELECT before, after, direction FROM changes');
    const bare = await run(nameless, fence('compare c', 'data: bare', 'before: before', 'after: after'));
    expect(valuesOf(bare, 'c', 'n_least')).toEqual([25]);
  });

  test('of two states is McNemar’s, of truth values or of codes', async () => {
    const states = fence(
      'sql s',
      `SELECT *, before < 2 AS low, after < 2 AS low_then,`,
      `  CASE WHEN before < 2 THEN 'x' ELSE 'y' END AS code, CASE WHEN after < 2 THEN 'x' ELSE 'z' END AS code_then FROM changes`,
    );
    const of = (words: string) =>
      fence('compare c', 'data: s', 'before: before', 'after: after', `states: { ${words} }`);
    const truths = await run(states, of('before: low, after: low_then'));
    const codes = await run(states, of('before: code, after: code_then, is: x'));
    const complete = rows.filter(({ after }) => after !== null);
    const low = (value: number | null) => value !== null && value < 2;
    const told = compare(
      [
        {
          name: '',
          before: complete.map(({ before }) => before),
          after: complete.map(({ after }) => after),
          states: {
            before: complete.map(({ before }) => low(before)),
            after: complete.map(({ after }) => low(after)),
          },
        },
      ],
      { better: 'higher' },
    ).groups[0]?.states;
    for (const session of [truths, codes]) {
      expect(valuesOf(session, 'c', 'n_states')).toEqual([25]);
      expect(valuesOf(session, 'c', 'state_before_share')).toEqual([
        complete.filter(({ before }) => low(before)).length / 25,
      ]);
      expect(valuesOf(session, 'c', 'mcnemar_p')).toEqual([told?.kind === 'mcnemar' ? told.p : 'none']);
    }
  });
});

describe('what builds on a comparison', () => {
  const cells = [
    comparison('by: sex', 'better: higher'),
    fence(
      'sql below',
      `SELECT sex, n, n_least, change_low, change, wilcoxon_exact, sex > 'girl'::sex AS later`,
      `FROM c WHERE sex IS NOT NULL ORDER BY sex DESC`,
    ),
    fence('plot chart', 'data: c', 'marks:', '  - arrow: { x1: before, x2: after, y: sex }'),
    fence('plot dots', 'data: below', 'marks:', '  - dot: { x: change, y: sex }'),
  ];

  test('SQL reads it typed, to the last digit and in the order of the codes', async () => {
    const session = await run(...cells);
    const column = session.results.get(CellName.parse('below'))?.result.columns[0];
    expect(column).toMatchObject({ type: 'code', codes: ['other', 'girl', 'boy'] });
    expect(valuesOf(session, 'below', 'sex')).toEqual(['boy', 'girl', 'other']);
    for (const name of ['n', 'n_least', 'change_low', 'change', 'wilcoxon_exact'])
      expect(valuesOf(session, 'below', name)).toEqual(valuesOf(session, 'c', name).slice(1).toReversed());
    expect(valuesOf(session, 'below', 'later')).toEqual([true, false, false]);
  });

  test('JSON and CSV hold it, and charts and the report draw it with small groups withheld', async () => {
    const session = await run('Der er {{ c.n }} par, {{ c.change | 1 }}.', ...cells);
    const rendered = {
      session,
      problems: [],
      imported: { tables: [], problems: [], problemCount: 0 } as never,
      exports: [],
      found: { own: [], mappings: [], refused: [], others: [] },
    };
    const asked = { notebook: '', data: [], inputs: [], policy: 'minimum' } as never as Parameters<
      typeof writeRender
    >[1];
    const json: unknown = JSON.parse(await writeRender(rendered, { ...asked, format: 'json' }));
    const { columns = [], rows: lines = [] } =
      (json as { cells: Record<string, { columns: { name: string; type: string }[]; rows: Value[][] }> })
        .cells['c'] ?? {};
    expect(columns[0]).toEqual({ name: 'sex', type: 'code' });
    expect(lines.map((line) => line.slice(0, 2))).toEqual([
      [null, 25],
      ['other', 3],
      ['girl', 12],
      ['boy', 10],
    ]);
    expect(await writeRender(rendered, { ...asked, format: 'csv' })).toContain('# c\nsex,n,n_least,before,');

    const html = reportOf({
      session,
      policy: { kind: 'minimum', minimum: 5 },
      language: 'da',
      own: [],
      datasets: ['prøve'],
      synthetic: false,
      madeAt: '2026-11-23T00:00:00Z',
      document: parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document,
    });
    const { document } = parseHTML(html);
    const drawn = [...document.querySelectorAll('figure.drawing')].map((figure) => figure.textContent ?? '');
    expect(drawn).toHaveLength(2);
    for (const words of drawn) expect(words).toContain('skjult');
    expect(document.querySelector('p:not([class])')?.textContent).toContain('Der er 25 par');
    // The three of the smallest group rise by one each.
    expect(html).not.toMatch(/\+1,0 \[/);
  });
});

describe('what cannot be compared', () => {
  test.each([
    [['before: befor'], { kind: 'sql', line: 2, candidates: expect.arrayContaining(['before']) }],
    [['by: sexx'], { kind: 'sql', line: 4 }],
    [['by: sex', 'against: grl'], { kind: 'compare', message: 'unknown-group', line: 5 }],
  ])('%j is told with its line', async (lines, failure) => {
    const fields = ['data: changes', 'before: before', 'after: after', ...lines];
    const own = lines[0]?.startsWith('before') ? ['data: changes', 'before: befor', 'after: after'] : fields;
    expect(failureOf(await run(fence('compare c', ...own)))).toMatchObject(failure);
  });

  test('data that does not say which way is better', async () => {
    const bare = fence('sql bare', 'SELECT before, after FROM changes');
    const session = await run(bare, fence('compare c', 'data: bare', 'before: before', 'after: after'));
    expect(failureOf(session)).toMatchObject({ kind: 'compare', message: 'no-direction' });
  });

  test('scales of which one rises and another falls for the better', async () => {
    const mixed = fence('sql mixed', `SELECT before, after, 'improved' AS direction FROM changes`);
    const session = await run(mixed, fence('compare c', 'data: mixed', 'before: before', 'after: after'));
    expect(failureOf(session)).toMatchObject({ kind: 'compare', message: 'two-ways' });
  });

  test('a thousand groups', async () => {
    const many = fence('sql many', 'SELECT i AS g, i AS before, i + 1 AS after FROM range(1000) AS t(i)');
    const of = fence('compare c', 'data: many', 'before: before', 'after: after', 'by: g', 'better: higher');
    expect(failureOf(await run(many, of))).toMatchObject({ kind: 'compare', message: 'too-many-groups' });
  });

  test('text that is no number, in the words of the engine', async () => {
    const words = fence('sql words', `SELECT 'abc' AS before, 1 AS after`);
    const session = await run(
      words,
      fence('compare c', 'data: words', 'before: before', 'after: after', 'better: higher'),
    );
    expect(failureOf(session)).toMatchObject({ kind: 'sql', message: expect.stringContaining('abc') });
  });

  test('nothing: no row gives a comparison of none, and it stays readable', async () => {
    const none = fence('sql none', 'SELECT * FROM changes WHERE FALSE');
    const below = fence('sql below', 'SELECT count(*) AS rows, max(n) AS n FROM c');
    const session = await run(
      none,
      fence('compare c', 'data: none', 'before: before', 'after: after', 'by: sex'),
      below,
    );
    expect(valuesOf(session, 'c', 'n')).toEqual([0]);
    expect(valuesOf(session, 'below', 'n')).toEqual([0]);
  });
});
