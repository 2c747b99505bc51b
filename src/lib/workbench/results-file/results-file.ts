import { z } from 'zod';
import { floor } from '../../disclosure/cleared';
import { presets } from '../../disclosure/policy';
import { CellName } from '../../notebook/cell';

/*
 * The results of a notebook, cleared, in a file beside it. It is for readers without the data, and never takes the
 * place of a run: no program computes on it.
 */

export const newestFormat = 1;
/** Longer is not read. */
export const mostBytes = 4 * 1024 * 1024;
/** Of a longer table the first of them are there, and it says that there are more. */
export const mostRows = 1_000;

const Name = z.string().max(200);
const Text = z.string().max(2_000);
const Row = z.int().min(0).max(mostRows);
const Columned = { name: Name, label: z.boolean(), obscured: z.array(Row).max(mostRows) };
const values = <Kind extends z.ZodType>(kind: Kind) => z.array(kind.nullable()).max(mostRows);

const ColumnTold = z.discriminatedUnion('type', [
  z.strictObject({ ...Columned, type: z.literal('number'), values: values(z.number()) }),
  z.strictObject({
    ...Columned,
    type: z.literal('integer'),
    // Whole numbers past 2^53 are text.
    values: values(z.union([z.number(), z.string().regex(/^-?\d{1,40}$/)])),
  }),
  z.strictObject({ ...Columned, type: z.literal('boolean'), values: values(z.boolean()) }),
  z.strictObject({
    ...Columned,
    type: z.literal('code'),
    codes: z.array(Text).max(2_000).exactOptional(),
    values: values(Text),
  }),
  z.strictObject({
    ...Columned,
    type: z.enum(['text', 'date', 'timestamp', 'other']),
    values: values(z.union([Text, z.number(), z.boolean()])),
  }),
]);

export const CellTold = z.strictObject({
  name: CellName,
  /** SHA-256 of what it was computed from, as the notebook says it: see `definitionOf`. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  rows: Row,
  truncated: z.boolean(),
  columns: z.array(ColumnTold).max(200),
  /** Rows whose numbers are withheld. */
  withheld: z.array(Row).max(mostRows),
  /** What the columns are called that are not there, since each value would be a single child's. */
  leftOut: z.array(Name).max(200),
});
export type CellTold = z.output<typeof CellTold>;

export const ResultsFile = z.strictObject({
  /** What the file is, whatever it is called. */
  pejling: z.literal('results'),
  format: z.literal(1),
  /** ISO time. */
  madeAt: z.iso.datetime(),
  policy: z.strictObject({
    preset: z.enum(presets),
    minimum: z.int().min(floor),
    rounding: z.int().min(2).max(1_000).nullable(),
  }),
  /** Of the data it was computed from: see `fingerprintData`. Empty where that is not known. */
  data: z.string().regex(/^([0-9a-f]{16})?$/),
  /** The data are made up. */
  synthetic: z.boolean(),
  cells: z.array(CellTold).max(500),
});
export type ResultsFile = z.output<typeof ResultsFile>;
