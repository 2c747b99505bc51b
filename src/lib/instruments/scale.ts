import { z } from 'zod';
import { mostEntries, mostSteps, name, sourced, words } from './sourced';

export const Item = z.strictObject({
  /** The column of the export: the author's variable name. */
  name,
  min: z.int32(),
  max: z.int32(),
  /** Counted as `min + max − answer`. */
  reversed: z.boolean().default(false),
  /** A mark on a line may stand between two whole numbers. */
  whole: z.boolean().default(true),
});
export type Item = z.output<typeof Item>;

/** How many items must be answered: a number of them, or a share that may be missing (0.1 of 34 is 3). */
const needs = z.union([
  z.strictObject({ answered: z.int32().min(1) }),
  z.strictObject({ missingShare: z.number().min(0).max(1) }),
]);

const items = z.array(name).min(1).max(mostEntries);

/** The arithmetic of one scale. */
export const Method = z.discriminatedUnion('kind', [
  /** Σ items × factor; every item must be answered. */
  z.strictObject({ kind: z.literal('sum'), items, factor: z.number().default(1) }),
  /** Mean of the answered items × factor, when enough are answered. Half up means floor(x + 0.5). */
  z.strictObject({
    kind: z.literal('mean'),
    items,
    factor: z.number().default(1),
    needs,
    round: z.enum(['none', 'half-up']).default('none'),
  }),
  /** Σ other scales × factor; missing if any of them is. */
  z.strictObject({
    kind: z.literal('scales'),
    scales: z.array(name).min(2).max(mostEntries),
    factor: z.number().default(1),
  }),
  /** Σ points for the answers; an unanswered item gives `missing` points, all unanswered gives none at all. */
  z.strictObject({
    kind: z.literal('points'),
    items,
    points: z
      .array(z.strictObject({ answer: z.int32(), points: z.number() }))
      .min(1)
      .max(mostSteps),
    missing: z.number(),
    /** When this item has this answer the score is fixed, whatever else is answered. */
    unless: z.strictObject({ item: name, is: z.int32(), score: z.number() }).optional(),
  }),
]);
export type Method = z.output<typeof Method>;

export const Scale = z.strictObject({
  name,
  label: words,
  better: z.enum(['higher', 'lower']),
  range: z.tuple([z.number(), z.number()]),
  method: Method,
  rule: z.strictObject({ text: words, ...sourced }),
});
export type Scale = z.output<typeof Scale>;
