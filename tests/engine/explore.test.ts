import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusOf } from '../../src/lib/dataflow/apply';
import { withIntervals } from '../../src/lib/dataflow/intervals';
import type { Session, Tables } from '../../src/lib/dataflow/session';
import { clear } from '../../src/lib/disclosure/clear';
import type { Engine } from '../../src/lib/engine/engine';
import { paired, variables, type Question } from '../../src/lib/explore/question';
import { exploreWords } from '../../src/lib/explore/words';
import { writeCells } from '../../src/lib/explore/write';
import { instruments } from '../../src/lib/instruments/catalogue';
import { isNamed, type Cell, type SqlCell } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { insertCell } from '../../src/lib/notebook/edits';
import { columnOf, type Result } from '../../src/lib/results/result';
import { drawChart } from '../../src/lib/plot/draw';
import { dataWords } from '../../src/lib/workbench/labels';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';
import { questionOf, type Written } from '../unit/explore/case';
import { newDocument } from '../unit/plot/case';
import { loadDemonstration } from './demonstration';

let engine: Engine;
let tables: Tables;
beforeAll(async () => {
  ({ engine, tables } = await loadDemonstration());
});
afterAll(() => engine.close());

/** The cells of these questions, run in one notebook. */
async function asked(
  questions: readonly Question[],
): Promise<{ session: Session; cells: readonly (readonly [SqlCell, Cell])[] }> {
  const taken: string[] = [];
  const cells = questions.map((question) => {
    const pair = writeCells(question, exploreWords('da'), taken);
    taken.push(pair[0].name, pair[1].name);
    return pair;
  });
  const empty = parse('---\nformat: 1\ntitle: Udforsket\nlanguage: da\n---\n').notebook;
  const session = await runNotebook(prepareSession(insertCell(empty, 0, ...cells.flat())), engine, tables);
  return { session, cells };
}

async function resultOf(written: Written): Promise<Result> {
  const { session, cells } = await asked([questionOf(written)]);
  const result = cells[0] && session.results.get(cells[0][0].name)?.result;
  if (!result) throw new Error(JSON.stringify(session.notebook.cells));
  return result;
}

/** Answers are divided by another variable, and not where they stand beside others already. */
function asMenusAllow({ by, ...written }: Written): Written {
  const may = !written.answers || (!written.beside && by !== written.answers);
  return by !== undefined && may ? { ...written, by } : written;
}

const column = (result: Result, name: string) => columnOf(result, name)?.values ?? [];

describe('every question', () => {
  const ways = [
    {},
    { by: 'sex' },
    { whom: { project: 'BRUS' }, by: 'age_group' },
    { whom: { project: 'BRUS', sex: 'girl' }, beside: 'everyone' },
    { whom: { ending: 'planned' }, by: 'sex', beside: 'everyone' },
    { beside: 'exports' },
    { by: 'sex', beside: 'exports' },
  ] as const;
  const scales = paired(instruments).flatMap(({ name, scales }) =>
    scales.map((scale) => [name, scale.name] as const),
  );
  const about: readonly Written[] = [
    ...scales.map((change) => ({ change })),
    ...variables.map(({ name }) => ({ answers: name })),
  ];
  // Each way with WHO-5 and with residence, and every scale and variable in one of the ways.
  const questions: readonly Written[] = [
    ...ways.flatMap((way) => [
      { change: ['who5', 'total'] as const, ...way },
      { answers: 'residence', ...way },
    ]),
    ...about.map((one, at) => ({ ...one, ...ways[at % ways.length] })),
  ].map(asMenusAllow);

  test('runs, may leave, and is drawn', async () => {
    expect(questions.length).toBeGreaterThan(50);
    const { session, cells } = await asked(questions.map((written) => questionOf(written)));
    const document = newDocument();
    const failed = session.notebook.cells
      .filter(isNamed)
      .filter(({ name }) => statusOf(session, name).kind !== 'fresh')
      .map(({ name }) => `${name}: ${JSON.stringify(statusOf(session, name))}`);
    expect(failed).toEqual([]);
    const bare: string[] = [];
    for (const [sql, plot] of cells) {
      const result = session.results.get(sql.name)?.result;
      const clearing = result && clear(withIntervals(sql, result), { kind: 'minimum', minimum: 5 });
      if (!clearing?.ok || plot.kind !== 'plot') throw new Error(`${sql.name} may not leave`);
      const heads = clearing.cleared.columns.map((one) => dataWords(instruments, 'da').heading(one));
      expect(
        heads.filter((head) => /_/.test(head)),
        sql.name,
      ).toEqual([]);
      const { spec } = plot;
      const svg = drawChart(
        spec,
        clearing.cleared,
        dataWords(instruments, 'da'),
        { width: 680, id: sql.name },
        document,
      );
      // Nobody answered, or too few: then nothing stands on the axes.
      const some = clearing.cleared.withheld.includes(null);
      if (some !== (svg.querySelector('svg, circle, path, rect') !== null)) bare.push(sql.name);
    }
    expect(bare).toEqual([]);
  });
});

test('wellbeing by sex is what the evaluation printed', async () => {
  const result = await resultOf({ change: ['who5', 'total'], by: 'sex' });
  expect(column(result, 'sex')).toEqual([null, 'girl', 'boy']);
  expect(column(result, 'n')).toEqual([651, 447, 204]);
  expect(column(result, 'before').map((value) => Math.round(Number(value)))).toEqual([53, 50, 58]);
});

test('the chosen stand beside everyone, and are among them', async () => {
  const whom = { project: 'BRUS' };
  const together = await resultOf({ change: ['who5', 'total'], whom, beside: 'everyone' });
  const alone = await resultOf({ change: ['who5', 'total'], whom });
  expect(column(together, 'whose')).toEqual(['Alle i udtrækket', 'De valgte']);
  expect(column(together, 'n')).toEqual([651, ...column(alone, 'n')]);
  expect(column(together, 'change')[1]).toBeCloseTo(Number(column(alone, 'change')[0]), 10);
});

test('shares are of those for whom it is known, in each group', async () => {
  const result = await resultOf({ answers: 'residence', by: 'sex' });
  const sex = column(result, 'sex');
  for (const one of new Set(sex)) {
    const rows = sex.flatMap((value, row) => (value === one ? [row] : []));
    const sum = (name: string) => rows.reduce((all, row) => all + Number(column(result, name)[row]), 0);
    expect(sum('share')).toBeCloseTo(1, 10);
    expect(sum('n')).toBe(column(result, 'known')[rows[0] ?? 0]);
  }
  expect(sex).not.toContain(null);
});

test('a group of fewer than five is withheld in the answer', async () => {
  const result = await resultOf({ answers: 'residence', whom: { project: 'BRUS' }, by: 'age_group' });
  const small = column(result, 'n').filter((n) => Number(n) < 5);
  expect(small.length).toBeGreaterThan(0);
  const clearing = clear(result, { kind: 'minimum', minimum: 5 });
  if (!clearing.ok) throw new Error('may not leave');
  const ages = column(result, 'age_group');
  const hidden = new Map<unknown, number[]>();
  for (const [row, n] of column(result, 'n').entries()) {
    if (clearing.cleared.withheld[row] === null) expect(Number(n)).toBeGreaterThanOrEqual(5);
    else hidden.set(ages[row], [...(hidden.get(ages[row]) ?? []), Number(n)]);
  }
  // Each row says how many there are of its age: what is left of them when those shown are subtracted is no small group.
  for (const counts of hidden.values())
    expect(counts.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(5);
});
