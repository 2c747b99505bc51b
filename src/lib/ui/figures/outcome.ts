import { z } from 'zod';

/** What became of each printed number; written by `npm run evaluation -- --write`, shown on a page of its own. */
export const kinds = ['computed', 'constant', 'contradicted', 'not-data', 'open', 'lost'] as const;
export type Kind = (typeof kinds)[number];

const OutcomeValue = z.strictObject({
  row: z.string(),
  column: z.string(),
  printed: z.string(),
  kind: z.enum(kinds),
  /** What the cell or the instrument file gives, in the unit of print; null where nothing is compared. */
  found: z.number().nullable(),
  why: z.string().optional(),
});
export type OutcomeValue = z.output<typeof OutcomeValue>;

const OutcomeObject = z.strictObject({
  object: z.string(),
  title: z.string(),
  document: z.string(),
  /** The cells that compute it, `notebook/cell`. */
  cells: z.array(z.string()),
  values: z.array(OutcomeValue),
});
export type OutcomeObject = z.output<typeof OutcomeObject>;

export const Outcome = z.strictObject({
  objects: z.array(OutcomeObject),
  /** Figures whose numbers went with a picture, and the cell that computes what is not published. */
  lost: z.array(
    z.strictObject({
      object: z.string(),
      title: z.string(),
      document: z.string(),
      cell: z.string().nullable(),
    }),
  ),
});
export type Outcome = z.output<typeof Outcome>;
