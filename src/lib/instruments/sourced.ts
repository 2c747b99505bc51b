import { z } from 'zod';

/** What the parts of an instrument file are made of. */

/** A sentence or two: these stand in comments of SQL and beside charts. */
export const text = z.string().min(1).max(2_000);

export const words = z.strictObject({ da: text, en: text });
export type Words = z.output<typeof words>;

/** A reference or a name may read the same in both languages; a sentence does not. */
export const said = z.union([text, words]);

export const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .max(60);

/** As the codebook has them. */
export const respondent = z.enum(['self', 'parent', 'professional']);

/** What a series of sessions without a kind is of. */
export const unstatedKind = 'unstated';

/** More than any instrument has, so that the SQL made from a user's file has an end. */
export const mostEntries = 500;

/** The same of the steps within an entry: answers with points, bands. */
export const mostSteps = 50;

/**
 * How sure a fact is: `seen` in the source named, `derived` from seen facts, `memory`: not confirmed, used by no view,
 * or `assumed`: nothing is published and this is our own choice, to be replaced by a file of one's own.
 */
export const sourced = {
  source: said,
  status: z.enum(['seen', 'derived', 'memory', 'assumed']),
};

/** Whole years at the start, both ends included. */
const age = z.int().min(0).max(150);
export const ages = z.strictObject({ from: age, to: age });
export type Ages = z.output<typeof ages>;

/** For whom a fact holds; what is left out does not matter. */
export const group = {
  ages: ages.optional(),
  sex: z.enum(['girl', 'boy']).optional(),
  respondent: respondent.optional(),
};
