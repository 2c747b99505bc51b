import { z } from 'zod';

const label = z.string().optional();
/** YAML reads 2018 as a number; codes are text. */
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
/** Choices written out, or asked for with a query whose first column is the code. */
const choices = { options: z.array(text).optional(), from: z.string().optional() };

/**
 * What an `input` cell asks for, by `type`. The value a reader has chosen stands in the notebook as `value`.
 * A `select` with `all` (the words for no choice) and a `multi-select` are lists in SQL, or NULL when nothing is
 * chosen: `WHERE chosen(project, $project)`. All others are plain literals: `WHERE age >= $age`.
 */
export const Input = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('select'),
    label,
    ...choices,
    all: z.string().optional(),
    value: text.nullish(),
  }),
  z.strictObject({
    type: z.literal('multi-select'),
    label,
    ...choices,
    all: z.string().optional(),
    value: z.array(text).nullish(),
  }),
  z.strictObject({
    type: z.literal('number'),
    label,
    min: z.number().optional(),
    max: z.number().optional(),
    step: z.number().positive().optional(),
    value: z.number(),
  }),
  z.strictObject({
    type: z.literal('range'),
    label,
    min: z.number(),
    max: z.number(),
    step: z.number().positive().optional(),
    value: z.tuple([z.number(), z.number()]),
  }),
  z.strictObject({ type: z.literal('date'), label, value: z.iso.date() }),
  z.strictObject({ type: z.literal('checkbox'), label, value: z.boolean() }),
  z.strictObject({ type: z.literal('text'), label, value: z.string() }),
]);
export type Input = z.output<typeof Input>;
export type InputValue = Input['value'];
