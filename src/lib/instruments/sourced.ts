import { z } from 'zod';

/** What the parts of an instrument file are made of. */

export const words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
export type Words = z.output<typeof words>;

/** A reference or a name may read the same in both languages; a sentence does not. */
export const said = z.union([z.string().min(1), words]);

export const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

/**
 * How sure a fact is: `seen` in the source named, `derived` from seen facts, `memory`: not confirmed, used by no view,
 * or `assumed`: nothing is published and this is our own choice, to be replaced by a file of one's own.
 */
export const sourced = {
  source: said,
  status: z.enum(['seen', 'derived', 'memory', 'assumed']),
};

/** Whole years at the start, both ends included. */
export const ages = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });
export type Ages = z.output<typeof ages>;

/** For whom a fact holds; what is left out does not matter. */
export const group = {
  ages: ages.optional(),
  sex: z.enum(['girl', 'boy']).optional(),
  respondent: name.optional(),
};
