import { z } from 'zod';

const column = z.string().min(1).max(200);
const words = z.string().max(400);
/** YAML reads 2018 as a number; codes are text. */
const code = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** Being in a state before and after: two columns that are true or false, or, with `is`, that hold certain codes. */
const States = z.strictObject({
  before: column,
  after: column,
  /** The codes that mean being in the state. */
  is: z.union([code.transform((one) => [one]), z.array(code).min(1).max(100)]).optional(),
});

/** What a `compare` cell holds against each other: two columns of a cell or table, row for row. */
export const Compare = z.strictObject({
  /** The cell or table that has a row for each child's course. */
  data: column,
  before: column,
  after: column,
  /** A column whose values part the rows into groups. */
  by: column.optional(),
  /** The group the others are held against. Without it, the first of two; of more, none. */
  against: code.optional(),
  /** Which way is better. Without it, the data's own column `direction` says so, as `changes` has it. */
  better: z.enum(['higher', 'lower']).optional(),
  states: States.optional(),
  /** Stands above the table; may look values up with {{ cell.column }}. */
  title: words.optional(),
  /** Of means and changes, at the most. */
  decimals: z.int().min(0).max(6).optional(),
});
export type Compare = z.output<typeof Compare>;
