import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instruments } from '../../src/lib/instruments/catalogue';
import type { Instrument, Scale } from '../../src/lib/instruments/instrument';
import { importForms, scoreForms, scoresOf, type Form } from './forms';

/** Laws that hold for every scale of every instrument, whatever its rule is, on the SQL as it is generated. */
type Answers = Record<string, number | null>;

/** Forms with few, some and many answers missing. */
function madeForms(instrument: Instrument, count: number): Form[] {
  const answer = (missing: number) =>
    fc.tuple(
      ...instrument.items.map(({ min, max }) =>
        fc.oneof(
          { weight: missing, arbitrary: fc.constant(null) },
          { weight: 20, arbitrary: fc.integer({ min, max }) },
        ),
      ),
    );
  const form = fc.integer({ min: 0, max: 5 }).chain(answer);
  return fc.sample(form, { seed: 20261123, numRuns: count }).map((answers) => ({
    instrument,
    answers: Object.fromEntries(instrument.items.map(({ name }, at) => [name, answers[at] ?? null])),
  }));
}

/** Every item that a scale looks at. */
function itemsOf({ scales }: Instrument, { method }: Scale): Set<string> {
  if (method.kind !== 'scales') {
    const fixed = method.kind === 'points' && method.unless ? [method.unless.item] : [];
    return new Set([...method.items, ...fixed]);
  }
  const parts = scales.filter(({ name }) => method.scales.includes(name));
  return new Set(parts.flatMap((part) => [...itemsOf({ scales } as Instrument, part)]));
}

/** Points are given for the answer as it stands, so reversing does not concern them. */
function turnable(instrument: Instrument): Set<string> {
  const keyed = instrument.scales.filter(({ method }) => method.kind === 'sum' || method.kind === 'mean');
  return new Set(keyed.flatMap((scale) => [...itemsOf(instrument, scale)]));
}

test('turning every answer and every key gives the same scores', async () => {
  const forms = instruments.flatMap((instrument) => madeForms(instrument, 12));
  const turned = instruments.map((instrument): Instrument => {
    const names = turnable(instrument);
    const turn = (item: Instrument['items'][number]) => ({
      ...item,
      reversed: names.has(item.name) !== item.reversed,
    });
    return { ...instrument, items: instrument.items.map(turn) };
  });
  const mirrored = forms.map((form): Form => {
    const names = turnable(form.instrument);
    const answers = form.instrument.items.map(({ name, min, max }) => {
      const answer = form.answers[name] ?? null;
      return [name, answer !== null && names.has(name) ? min + max - answer : answer] as const;
    });
    return { ...form, answers: Object.fromEntries(answers) };
  });
  const engines = [await scoreForms(forms, instruments), await scoreForms(mirrored, turned)];
  const [straight, twice] = await Promise.all(engines.map((engine) => scoresOf(engine, forms)));
  await Promise.all(engines.map((engine) => engine.close()));
  let scores = 0;
  forms.forEach(({ instrument }, form) => {
    for (const { name } of instrument.scales) {
      const [one, other] = [straight?.(name, form), twice?.(name, form)];
      expect(other, `${instrument.name} ${name}`).toEqual(one);
      if (one?.score !== null) scores++;
    }
  });
  expect(scores).toBeGreaterThan(250);
}, 120_000);

test('items of other scales do not matter, and a higher answer never moves a score against its key', async () => {
  interface Variant {
    readonly base: number;
    readonly form: Form;
    readonly check: (scale: Scale, before: number, after: number) => void;
  }
  const forms = instruments.flatMap((instrument) => madeForms(instrument, 3));
  const variants = forms.flatMap((form, base) => [...permuted(form, base), ...raised(form, base)]);

  function permuted(form: Form, base: number): Variant[] {
    const { instrument } = form;
    return instrument.scales.map((scale): Variant => {
      const scored = itemsOf(instrument, scale);
      const others = instrument.items.filter(({ name }) => !scored.has(name));
      const answers: Answers = { ...form.answers };
      others.forEach(({ name, min, max }, at) => {
        const next = form.answers[others[(at + 1) % others.length]?.name ?? name] ?? null;
        answers[name] = next !== null && next >= min && next <= max ? next : null;
      });
      const check = ({ name }: Scale, before: number, after: number) => {
        if (name === scale.name) expect(after, `${instrument.name} ${name}`).toBe(before);
      };
      return { base, form: { ...form, answers }, check };
    });
  }

  function raised(form: Form, base: number): Variant[] {
    const { instrument } = form;
    return instrument.items.flatMap((item): Variant[] => {
      const answer = form.answers[item.name] ?? null;
      if (answer === null || answer === item.max) return [];
      const check = (scale: Scale, before: number, after: number) => {
        const moved = itemsOf(instrument, scale).has(item.name) ? after - before : Math.abs(after - before);
        const about = `${instrument.name} ${scale.name}, ${item.name}`;
        if (item.reversed) expect(moved, about).toBeLessThanOrEqual(0);
        else expect(moved, about).toBeGreaterThanOrEqual(0);
      };
      return [{ base, form: { ...form, answers: { ...form.answers, [item.name]: answer + 1 } }, check }];
    });
  }

  const all = [...forms, ...variants.map(({ form }) => form)];
  const engine = await scoreForms(all, instruments);
  const found = await scoresOf(engine, all);
  await engine.close();
  let checked = 0;
  variants.forEach(({ base, form, check }, at) => {
    for (const scale of form.instrument.scales) {
      const before = found(scale.name, base)?.score ?? null;
      const after = found(scale.name, forms.length + at)?.score ?? null;
      if (before === null || after === null) continue;
      check(scale, before, after);
      checked++;
    }
  });
  expect(checked).toBeGreaterThan(1000);
}, 120_000);

test('an answer outside its range is listed and never scored, for every item of every instrument', async () => {
  const forms = instruments.flatMap((instrument) =>
    instrument.items.flatMap(({ name, min, max }) =>
      [min - 1, max + 1].map((answer): Form => ({ instrument, answers: { [name]: answer } })),
    ),
  );
  const outcome = await importForms(forms, instruments);
  expect(outcome.problemCount).toBe(forms.length);
  const listed = outcome.problems.map(({ column, value, rule, action }) => [column, value, rule, action]);
  const expected = forms.map(({ answers }) => {
    const [[name, answer] = []] = Object.entries(answers);
    return [name, String(answer), 'out-of-range', 'value-left-out'];
  });
  expect(listed.toSorted()).toEqual(expected.toSorted());
}, 120_000);
