import { z } from 'zod';

/**
 * The chart vocabulary: a declarative subset of Observable Plot. Channels are column names or numbers, never
 * expressions, links or images, so a chart from elsewhere can draw and do nothing else.
 */

const column = z.string().min(1);
const channel = z.union([column, z.number()]);
const words = z.string().max(400);

/** Named inks instead of colours: the theme decides how they look, on screen, in the dark and on paper. */
export const ink = z.enum([
  'before',
  'after',
  'up',
  'same',
  'down',
  'norm',
  'cut',
  'k1',
  'k2',
  'k3',
  'k4',
  'k5',
  'k6',
]);
export type Ink = z.output<typeof ink>;

const xy = { x: channel.optional(), y: channel.optional() };
/** Decimals of the values written at the marks, at the most. */
const decimals = z.int().min(0).max(6).optional();
const paint = { fill: z.union([ink, column]).optional(), stroke: z.union([ink, column]).optional() };
const facets = { fx: column.optional(), fy: column.optional() };
const mark = { ...xy, ...paint, ...facets };

/** A line across the chart at a fixed value, with words of its own: the norm, a cut-off. A bare number is allowed. */
const rule = z.union([
  z.array(z.number()),
  z.strictObject({ at: z.number(), label: words.optional(), as: z.enum(['norm', 'cut']).default('norm') }),
]);

/** Fields behind everything, from `from` to `to` on the value axis, named on top (WHO-5's "stor risiko", "risiko"). */
const band = z.strictObject({
  from: z.number(),
  to: z.number(),
  label: words.optional(),
  fill: z.enum(['b1', 'b2', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']),
});

/** Before to after: a ring at `x1`, an arrow to `x2`, one row for each `y`, with n in a column of its own. */
const arrow = z.strictObject({ x1: column, x2: column, y: column, n: column.default('n'), decimals });

/** Shares of tilbagegang, status quo and fremgang that add to the whole: one bar for each `y`. */
const shares = z.strictObject({ y: column, down: column, same: column, up: column, n: column.default('n') });

export const Mark = z.union([
  z.strictObject({ ruleX: rule }),
  z.strictObject({ ruleY: rule }),
  z.strictObject({ bands: z.array(band) }),
  z.strictObject({ arrow }),
  z.strictObject({ shares }),
  z.strictObject({ barX: z.strictObject(mark) }),
  z.strictObject({ barY: z.strictObject(mark) }),
  z.strictObject({ dot: z.strictObject({ ...mark, r: channel.optional() }) }),
  z.strictObject({ line: z.strictObject({ ...mark, z: column.optional() }) }),
  z.strictObject({ areaY: z.strictObject(mark) }),
  z.strictObject({ tickX: z.strictObject(mark) }),
  z.strictObject({ text: z.strictObject({ ...mark, text: column }) }),
]);
export type Mark = z.output<typeof Mark>;

const scale = z.strictObject({
  domain: z.tuple([z.number(), z.number()]).optional(),
  label: words.optional(),
  format: z.enum(['number', 'percent', 'signed']).optional(),
  decimals,
});

export const Chart = z.strictObject({
  /** The cell whose result is drawn. */
  data: z.string(),
  /** What is seen, as a sentence; may look values up with {{ cell.column }}. */
  title: words.optional(),
  /** Measure, unit, which way is better. */
  subtitle: words.optional(),
  /** "Sådan læses figuren." */
  guide: words.optional(),
  source: words.optional(),
  /** The rows by what is drawn of them, the total left where it is; otherwise they stand as the query has them. */
  order: z.enum(['rising', 'falling']).optional(),
  marks: z.array(Mark).min(1),
  x: scale.optional(),
  y: scale.optional(),
});
export type Chart = z.output<typeof Chart>;
