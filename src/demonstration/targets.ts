import { parse } from 'yaml';
import { z } from 'zod';

/**
 * Registered → started (has a measurement before) → ended; `measured`, `pairs` and `answered` (after, whether or not
 * before) are about one instrument. `family declined`: those of its pairs whose family index fell. `low` and
 * `rest`: those measured by WHO-5 before, with a score of 50 or below and above.
 */
export const population = z.enum([
  'registered',
  'dropped',
  'started',
  'ended',
  'planned',
  'unplanned',
  'measured',
  'pairs',
  'answered',
  'family declined',
  'low',
  'rest',
]);

export const measure = z.enum([
  'count',
  'count known',
  'percent',
  'mean before',
  'mean after',
  'mean change',
  'percent of answers',
  'percent improved',
  'percent unchanged',
  'percent deteriorated',
  'count low before',
  'percent low before',
]);

/** One printed number: which figure, of whom, what, in which group, and whether the demonstration keeps to it. */
export const target = z.strictObject({
  figure: z.string(),
  population,
  /** Of courses (`count known`, `percent`): the column, and the code a percentage is of. */
  column: z.string().optional(),
  code: z.string().optional(),
  /** Of scores: instrument and scale. */
  instrument: z.string().optional(),
  scale: z.string().default('total'),
  /** Answers to a single question: those that a percentage is of. */
  answers: z.array(z.int()).default([]),
  measure,
  /** Column → code; `age_band` is the annex's 0-10, 11-16, 17-24. Empty: all. */
  group: z.record(z.string(), z.string()).default({}),
  value: z.number(),
  decimals: z.int().min(0).default(0),
  /** Document and figure or table where it is printed. */
  source: z.string(),
  kept: z.boolean().default(true),
  /** Not aimed at: it follows from other targets, so exactly that there is no room left. */
  follows: z.boolean().default(false),
  /** Figures that print something that cannot be true together with this. */
  contradicted_by: z.array(z.string()).default([]),
  note: z.string().optional(),
});
export type Target = z.output<typeof target>;

export function readTargets(yaml: string): Target[] {
  return z.strictObject({ targets: z.array(target) }).parse(parse(yaml)).targets;
}

/** Half a step of the last printed decimal: what still rounds to the printed number. */
export function toleranceOf({ decimals }: Target): number {
  return 0.5 / 10 ** decimals;
}
