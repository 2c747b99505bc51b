import { z } from 'zod';

const label = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
export type Label = z.output<typeof label>;

/** Everyday words of either language that a person looks for it by. */
const words = z.array(z.string().min(1));

const code = z.strictObject({ code: z.string().min(1), label });

const described = {
  table: z.enum(['courses', 'forms', 'sessions', 'changes']),
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label,
  /** Where the value comes from when the export did not bring it, or what it means. */
  derived: label.optional(),
  search: words.default([]),
};

const plain = z.strictObject({ ...described, type: z.enum(['text', 'date', 'boolean']) });

const measured = z.strictObject({
  ...described,
  type: z.enum(['integer', 'number']),
  range: z.strictObject({ from: z.number(), to: z.number() }).optional(),
});

const coded = z
  .strictObject({
    ...described,
    type: z.literal('code'),
    /** The name of the DuckDB ENUM that the column becomes. */
    enumeration: z.string().regex(/^[a-z][a-z0-9_]*$/),
    /** Codes come from the data, sorted as its language does; none are listed. */
    open: z.boolean().default(false),
    /** In the order of the questionnaire. */
    codes: z.array(code).default([]),
  })
  .refine(({ open, codes }) => open === (codes.length === 0), 'an enumeration is open or lists its codes')
  .refine(
    ({ codes }) => new Set(codes.map((each) => each.code)).size === codes.length,
    'a code is listed twice',
  );

const variable = z.discriminatedUnion('type', [plain, measured, coded]);
export type Variable = z.output<typeof variable>;
export type CodedVariable = z.output<typeof coded>;

const scale = z.strictObject({
  instrument: z.string().min(1),
  name: z.string().min(1),
  search: words.min(1),
});

/** The variables of an export, each with its table, type, codes and labels in Danish and English. */
export const Codebook = z.strictObject({
  variables: z.array(variable).refine((variables) => {
    const names = variables.map(({ table, name }) => `${table}.${name}`);
    return new Set(names).size === names.length;
  }, 'a variable is described twice'),
  scales: z.array(scale).default([]),
  /** What people read above columns that shipped notebooks make. */
  columns: z.record(z.string(), label).default({}),
});
export type Codebook = z.output<typeof Codebook>;
