import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import { definitions } from '../../src/lib/instruments/definitions';
import { coursesQuery, explanationOf, formsQuery, type FormKey } from '../../src/lib/instruments/explain';
import { instruments } from '../../src/lib/instruments/catalogue';
import type { Instrument, Method, Scale } from '../../src/lib/instruments/instrument';
import { leastAnswered } from '../../src/lib/instruments/scoring';
import { gate } from '../../src/lib/workbench/analysis';
import { columnOf, type Result, type Value } from '../../src/lib/results/result';
import { resultOf, rows } from './engine-tables';
import { importForms, scoresOf, type Form } from './forms';

/**
 * What is shown of one child leads to the score that is shown: from the rows of the explanation, by the method of the
 * instrument file and arithmetic written here, to the score of the view. On forms with few, some and many answers
 * missing, and through the gate that every query passes.
 */
function madeForms(instrument: Instrument, count: number): Form[] {
  const form = fc
    .integer({ min: 0, max: 12 })
    .chain((missing) =>
      fc.tuple(
        ...instrument.items.map(({ min, max }) =>
          fc.oneof(
            { weight: missing, arbitrary: fc.constant(null) },
            { weight: 20, arbitrary: fc.integer({ min, max }) },
          ),
        ),
      ),
    );
  const blank = instrument.items.map(() => null);
  const answers = [...fc.sample(form, { seed: 20261123, numRuns: count }), blank];
  return answers.map((answered) => ({
    instrument,
    age: 8,
    sex: 'girl',
    answers: Object.fromEntries(instrument.items.map(({ name }, at) => [name, answered[at] ?? null])),
  }));
}

const forms = instruments.flatMap((instrument) => madeForms(instrument, 6));
let engine: Engine;
beforeAll(async () => {
  const outcome = await importForms(forms, instruments);
  engine = await openNodeEngine({ gate });
  await engine.load(outcome.tables, definitions(instruments));
}, 120_000);
afterAll(() => engine.close());

function keyOf(form: Form, index: number): FormKey {
  const { when } = form.instrument;
  const occasion =
    when.kind === 'waves' ? { wave: when.waves[0] ?? '' } : { session: 1, kind: when.kinds[0]?.code ?? '' };
  return { dataset: 'd', course: `f${index}`, occasion };
}

interface Row {
  readonly item: Value;
  readonly answer: number | null;
  readonly counting: Value;
  readonly counted: number | null;
}

const numberOr = (value: Value | undefined) => (value === null || value === undefined ? null : Number(value));

function rowsOf(result: Result): Row[] {
  const at = (name: string, row: number) => columnOf(result, name)?.values[row];
  return Array.from({ length: result.rowCount }, (_, row) => ({
    item: at('item', row) ?? null,
    answer: numberOr(at('answer', row)),
    counting: at('counting', row) ?? null,
    counted: numberOr(at('counted', row)),
  }));
}

/** As a reader would do it: what is counted, by the method. */
function scoreFrom(rows: readonly Row[], method: Method): number | null {
  const counted = rows.map((row) => row.counted);
  const sum = counted.reduce<number>((total, value) => total + (value ?? 0), 0);
  const answered = rows.filter(({ answer }) => answer !== null).length;
  switch (method.kind) {
    case 'sum':
    case 'scales':
      return counted.includes(null) ? null : sum * method.factor;
    case 'mean': {
      if (answered < leastAnswered(method)) return null;
      const mean = (method.factor * sum) / answered;
      return method.round === 'none' ? mean : Math.floor(mean + 0.5);
    }
    case 'points': {
      const [first] = rows;
      if (method.unless && first?.answer === method.unless.is) return method.unless.score;
      const counting = rows.filter((row) => row.counting === 'points');
      return counting.every(({ answer }) => answer === null) ? null : sum;
    }
  }
}

const methodItems = ({ method }: Scale): readonly string[] => {
  if (method.kind === 'scales') return method.scales;
  return method.kind === 'points' && method.unless ? [method.unless.item, ...method.items] : method.items;
};

test('the rows of every scale of every form lead to its score, exactly', async () => {
  const scored = await scoresOf(engine, forms);
  let withScore = 0;
  let without = 0;
  for (const [index, form] of forms.entries()) {
    for (const scale of form.instrument.scales) {
      const about = `${form.instrument.name} ${scale.name}, form ${index}`;
      const result = await resultOf(engine, explanationOf(form.instrument, scale.name, keyOf(form, index)));
      const shown = rowsOf(result);
      const expected = scored(scale.name, index);
      expect(shown.map(({ item }) => item), about).toEqual(methodItems(scale)); // prettier-ignore
      if (scale.method.kind !== 'scales') {
        const answers = shown.map(({ item }) => form.answers[String(item)] ?? null);
        expect(shown.map(({ answer }) => answer), about).toEqual(answers); // prettier-ignore
      }
      expect(scoreFrom(shown, scale.method), about).toBe(expected?.score ?? null);
      const score = numberOr(columnOf(result, 'score')?.values[0]);
      expect(score, about).toBe(expected?.score ?? null);
      expect(numberOr(columnOf(result, 'answered')?.values[0]), about).toBe(expected?.answered);
      const counted = shown.flatMap((row) => row.counted ?? []);
      const sum = counted.length > 0 ? counted.reduce((total, value) => total + value, 0) : null;
      const shownSum = numberOr(columnOf(result, 'sum')?.values[0]);
      if (sum === null || shownSum === null) expect(shownSum, about).toBe(sum);
      else expect(shownSum, about).toBeCloseTo(sum, 9);
      const unrounded = numberOr(columnOf(result, 'unrounded')?.values[0]);
      if (unrounded !== null && score !== null) expect(Math.floor(unrounded + 0.5), about).toBe(score);
      if (score === null) without++;
      else withScore++;
    }
  }
  expect(withScore).toBeGreaterThan(100);
  expect(without).toBeGreaterThan(60);
}, 120_000);

test('the band is the one that `scores` has', async () => {
  const sdq = forms.findIndex(({ instrument }) => instrument.name === 'sdq_p');
  const form = forms[sdq];
  if (!form) throw new Error('no SDQ');
  const [[band] = []] = await rows(
    engine,
    `SELECT band::VARCHAR FROM scores WHERE course_id = 'f${sdq}' AND instrument = 'sdq_p' AND scale = 'total'`,
  );
  expect(band).not.toBeNull();
  const result = await resultOf(engine, explanationOf(form.instrument, 'total', keyOf(form, sdq)));
  expect(columnOf(result, 'band')?.values[0]).toBe(band);
});

test('courses are found by part of their number, and their forms in order', async () => {
  const [who5] = instruments;
  const fit = instruments.find(({ name }) => name === 'fit');
  if (!who5 || !fit) throw new Error('no instrument');
  const at = forms.findIndex(({ instrument }) => instrument === fit);
  expect(await rows(engine, coursesQuery(who5, 'd', 'F1', 5))).toEqual([['f1']]);
  expect(await rows(engine, coursesQuery(who5, 'd', "'; --", 5))).toEqual([]);
  expect(await rows(engine, coursesQuery(who5, 'd', '', 3))).toEqual([['f0'], ['f1'], ['f2']]);
  expect(await rows(engine, formsQuery(who5, 'd', 'f1'))).toEqual([['before']]);
  expect(await rows(engine, formsQuery(fit, 'd', `f${at}`))).toEqual([[1, 'outcome']]);
  expect(await rows(engine, formsQuery(fit, 'd', 'f0'))).toEqual([]);
  expect(
    await rows(
      engine,
      explanationOf(fit, 'total', { ...keyOf(forms[at] ?? { instrument: fit, answers: {} }, 0) }),
    ),
  ).toEqual([]);
});
