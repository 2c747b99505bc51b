import { z } from 'zod';

/**
 * What a notebook says of an instrument in the place of the instrument's own file: norms, cut-offs and reliabilities, by
 * instrument and scale. A number holds for everybody; a list gives one for each group, the first that fits holds.
 *
 *     instruments:
 *       who5:
 *         reliability: { total: 0.85 }
 *         cutOffs: { total: 50 }
 *       core_yp:
 *         reliability: { total: [{ threshold: 8.3, sex: boy, source: Twigg 2016 }] }
 *         cutOffs: { total: blackshaw }
 */

const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** For whom it holds, and where it comes from. Whole years at the start, both ends included. */
const given = {
  ages: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).optional(),
  sex: z.enum(['girl', 'boy']).optional(),
  respondent: name.optional(),
  source: z.string().min(1).optional(),
};

const share = z.number().min(0).max(1);

const norm = z.strictObject({
  ...given,
  mean: z.number(),
  sd: z.number().positive().optional(),
  n: z.int().positive().optional(),
});

/** Clinical at this score and on the worse side of it. */
const cutOff = z.strictObject({ ...given, value: z.number() });

const reliability = z.union([
  z.strictObject({ ...given, value: share }),
  /** In its place a threshold of reliable change, in points of the scale. */
  z.strictObject({ ...given, threshold: z.number().positive() }),
]);

const settings = z.strictObject({
  norms: z.record(name, z.union([z.number(), z.array(norm).min(1)])).optional(),
  /** A name is that of one of the file's sets of cut-offs. */
  cutOffs: z.record(name, z.union([z.number(), name, z.array(cutOff).min(1)])).optional(),
  reliability: z.record(name, z.union([share, z.array(reliability).min(1)])).optional(),
});

export const InstrumentSettings = z.record(name, settings);
export type InstrumentSettings = z.output<typeof InstrumentSettings>;
