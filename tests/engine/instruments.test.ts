import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/lib/engine/engine';
import { instruments } from '../../src/lib/instruments/catalogue';
import type { Instrument } from '../../src/lib/instruments/instrument';
import { rows } from './engine-tables';
import { scoreForms, scoresOf, type Form } from './forms';

/**
 * Golden cases: items in, scores out. A folder for each instrument, a file for each case: `.json` worked by hand, or
 * `.csv` (items, then the expected scores as `=scale`) computed in R by computed.R. A new case is a new file.
 */
interface Case {
  readonly worked: string;
  readonly course?: { readonly age?: number; readonly sex?: string };
  readonly occasion?: string;
  /** What every item has that `answers` leaves out: its least or its greatest answer; unanswered without it. */
  readonly rest?: 'min' | 'max';
  readonly answers?: Readonly<Record<string, number | null>>;
  readonly scores: Readonly<Record<string, number | null>>;
  readonly answered?: Readonly<Record<string, number>>;
  readonly bands?: Readonly<Record<string, string | null>>;
}

interface Golden {
  readonly title: string;
  readonly form: Form;
  readonly expected: Pick<Case, 'scores' | 'answered' | 'bands'>;
}

const folder = new URL('instruments/', import.meta.url);
const goldens = instruments.flatMap(goldensOf);

function goldensOf(instrument: Instrument): Golden[] {
  const home = new URL(`${instrument.name}/`, folder);
  return readdirSync(home).flatMap((file) => {
    const text = readFileSync(new URL(file, home), 'utf8');
    const title = `${instrument.name}: ${file}`;
    return file.endsWith('.csv') ? computed(title, instrument, text) : [worked(title, instrument, text)];
  });
}

function worked(title: string, instrument: Instrument, text: string): Golden {
  const { course, occasion, rest, answers = {}, ...expected } = JSON.parse(text) as Case;
  const filled = instrument.items.map(({ name, min, max }) => {
    const other = rest === 'min' ? min : rest === 'max' ? max : null;
    return [name, name in answers ? (answers[name] ?? null) : other] as const;
  });
  const strange = Object.keys(answers).filter((name) => !instrument.items.some((item) => item.name === name));
  if (strange.length > 0) throw new Error(`${title}: no item ${strange.join(', ')}`);
  return {
    title,
    form: { instrument, ...course, ...(occasion && { occasion }), answers: Object.fromEntries(filled) },
    expected,
  };
}

function computed(title: string, instrument: Instrument, text: string): Golden[] {
  const [header = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const value = (cell: string | undefined) => (cell ? Number(cell) : null);
  return lines.map((line, index) => {
    const entries = header.map((name, at) => [name, value(line[at])] as const);
    const scores = entries
      .filter(([name]) => name.startsWith('='))
      .map(([name, score]) => [name.slice(1), score]);
    return {
      title: `${title}, line ${index + 2}`,
      form: { instrument, answers: Object.fromEntries(entries.filter(([name]) => !name.startsWith('='))) },
      expected: { scores: Object.fromEntries(scores) },
    };
  });
}

let engine: Engine;
beforeAll(async () => {
  const forms = goldens.map(({ form }) => form);
  engine = await scoreForms(forms, instruments);
}, 120_000);
afterAll(() => engine.close());

test('every case: scores and how many items were answered', async () => {
  const found = await scoresOf(
    engine,
    goldens.map(({ form }) => form),
  );
  goldens.forEach(({ title, expected }, form) => {
    for (const [scale, score] of Object.entries(expected.scores)) {
      const about = `${title}, ${scale}`;
      const scored = found(scale, form)?.score;
      if (score === null || scored === null || scored === undefined) expect(scored, about).toBe(score);
      else expect(scored, about).toBeCloseTo(score, 9);
    }
    for (const [scale, answered] of Object.entries(expected.answered ?? {})) {
      expect(found(scale, form)?.answered, `${title}, ${scale}`).toBe(answered);
    }
  });
});

test('every case: the bands, and in `scores` what the wide views have', async () => {
  const found = await rows(
    engine,
    `SELECT course_id, scale::VARCHAR, score, answered, band::VARCHAR FROM scores`,
  );
  const long = new Map(found.map(([course, scale, ...rest]) => [`${course} ${scale}`, rest]));
  const wide = await scoresOf(
    engine,
    goldens.map(({ form }) => form),
  );
  goldens.forEach(({ title, form: { instrument }, expected }, form) => {
    for (const { name } of instrument.scales) {
      const row = long.get(`f${form} ${name}`);
      if (instrument.when.kind === 'sessions') expect(row).toBeUndefined();
      else expect(row?.slice(0, 2), title).toEqual(Object.values(wide(name, form) ?? {}));
    }
    for (const [scale, band] of Object.entries(expected.bands ?? {})) {
      expect(long.get(`f${form} ${scale}`)?.[2], `${title}, ${scale}`).toBe(band);
    }
  });
});

describe.each(instruments.map((instrument) => [instrument.name, instrument] as const))(
  'the cases of %s',
  (_, instrument) => {
    const own = goldens.filter(({ form }) => form.instrument === instrument);

    test('score every scale, and leave every scale without a score', () => {
      for (const { name } of instrument.scales) {
        const scores = own.flatMap(({ expected }) => expected.scores[name] ?? []);
        expect(scores.length, name).toBeGreaterThan(0);
      }
      expect(own.some(({ expected }) => Object.values(expected.scores).includes(null))).toBe(true);
    });

    test('stay within the range that the file gives, at all-minimum and all-maximum too', () => {
      const edges = ['all-minimum', 'all-maximum', 'answer-1', 'answer-5'];
      expect(own.filter(({ title }) => edges.some((edge) => title.includes(edge)))).toHaveLength(2);
      for (const { expected } of own) {
        for (const { name, range } of instrument.scales) {
          const score = expected.scores[name] ?? null;
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(range[0]);
          expect(score).toBeLessThanOrEqual(range[1]);
        }
      }
    });
  },
);
