import { z } from 'zod';

/**
 * What a questionnaire is, as data: one YAML file each, read once. No item wording is ever in it (licences): only
 * column names, keys, rules, limits, and where each of them comes from.
 */

const words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** How sure a fact is: `seen` in the source named, `derived` from seen facts, or `memory`: not confirmed, used by no view. */
const sourced = {
  source: z.string().min(1),
  status: z.enum(['seen', 'derived', 'memory']),
};

/** Whole years, both ends included. */
const ages = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });
const sex = z.enum(['girl', 'boy']);

/** For whom a fact holds; what is left out does not matter. */
const group = { ages: ages.optional(), sex: sex.optional(), respondent: name.optional() };

const Item = z.strictObject({
  /** The column of the export: the author's variable name. */
  name,
  min: z.int(),
  max: z.int(),
  /** Counted as `min + max − answer`. */
  reversed: z.boolean().default(false),
});
export type Item = z.output<typeof Item>;

/** How many items must be answered: a number of them, or a share that may be missing (0.1 of 34 is 3). */
const needs = z.union([
  z.strictObject({ answered: z.int().min(1) }),
  z.strictObject({ missingShare: z.number().min(0).max(1) }),
]);

const items = z.array(name).min(1);

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
  z.strictObject({ kind: z.literal('scales'), scales: z.array(name).min(2), factor: z.number().default(1) }),
  /** Σ points for the answers; an unanswered item gives `missing` points, all unanswered gives none at all. */
  z.strictObject({
    kind: z.literal('points'),
    items,
    points: z.array(z.strictObject({ answer: z.int(), points: z.number() })).min(1),
    missing: z.number(),
    /** When this item has this answer the score is fixed, whatever else is answered. */
    unless: z.strictObject({ item: name, is: z.int(), score: z.number() }).optional(),
  }),
]);
export type Method = z.output<typeof Method>;

const Scale = z.strictObject({
  name,
  label: words,
  better: z.enum(['higher', 'lower']),
  range: z.tuple([z.number(), z.number()]),
  method: Method,
  rule: z.strictObject({ text: words, ...sourced }),
});
export type Scale = z.output<typeof Scale>;

const Limits = z.strictObject({
  scale: name,
  ...group,
  /** Each band from the score it starts at, included, to where the next one starts. */
  starts: z.array(z.strictObject({ band: name, from: z.number() })).min(2),
  ...sourced,
});
export type Limits = z.output<typeof Limits>;

const Banding = z.strictObject({
  name,
  label: words,
  /** In the order people read them. */
  bands: z.array(z.strictObject({ code: name, label: words })).min(2),
  /** Limits with ages or sex go before those without for the same scale. */
  limits: z.array(Limits).min(1),
});
export type Banding = z.output<typeof Banding>;

const Norm = z.strictObject({
  scale: name,
  ...group,
  population: z.string(),
  mean: z.number(),
  sd: z.number().positive().optional(),
  n: z.int().positive().optional(),
  ...sourced,
});

const CutOff = z.strictObject({
  name,
  scale: name,
  ...group,
  /** Clinical at this score and on the worse side of it. */
  value: z.number(),
  ...sourced,
});

const Reliability = z.strictObject({
  scale: name,
  ...group,
  kind: z.enum(['alpha', 'retest']),
  value: z.number().min(0).max(1),
  population: z.string(),
  ...sourced,
});

export const Instrument = z
  .strictObject({
    name,
    /** The table an export of it becomes. */
    table: name,
    version: z.int().positive(),
    title: words,
    respondents: z.array(name).min(1),
    ages,
    licence: z.string(),
    items: z.array(Item).min(1),
    scales: z.array(Scale).min(1),
    /** Which of the bandings `scores` uses. */
    banding: name.optional(),
    bandings: z.array(Banding).default([]),
    norms: z.array(Norm).default([]),
    cutOffs: z.array(CutOff).default([]),
    reliability: z.array(Reliability).default([]),
  })
  .superRefine((instrument, context) => {
    for (const problem of inconsistencies(instrument)) context.addIssue({ code: 'custom', message: problem });
  });
export type Instrument = z.output<typeof Instrument>;

interface Parts {
  items: Item[];
  scales: Scale[];
  banding?: string | undefined;
  bandings: Banding[];
  norms: { scale: string }[];
  cutOffs: { scale: string }[];
  reliability: { scale: string }[];
}

/** What zod cannot see: names that refer to nothing, scales used before they are made, limits out of order. */
function inconsistencies(instrument: Parts): string[] {
  const found: string[] = [];
  const itemNames = new Set(instrument.items.map((item) => item.name));
  const made = new Set<string>();
  for (const { name, method } of instrument.scales) {
    if (made.has(name)) found.push(`scale ${name} stands twice`);
    if (method.kind === 'scales') {
      for (const part of method.scales)
        if (!made.has(part)) found.push(`${name}: ${part} is not made before it`);
    } else {
      const used = [
        ...method.items,
        ...(method.kind === 'points' && method.unless ? [method.unless.item] : []),
      ];
      for (const item of used) if (!itemNames.has(item)) found.push(`${name}: no item ${item}`);
    }
    made.add(name);
  }
  const facts = [
    ...instrument.bandings.flatMap((banding) => banding.limits),
    ...instrument.norms,
    ...instrument.cutOffs,
    ...instrument.reliability,
  ];
  for (const { scale } of facts) if (!made.has(scale)) found.push(`no scale ${scale}`);
  for (const banding of instrument.bandings) {
    const codes = new Set(banding.bands.map((band) => band.code));
    for (const { scale, starts } of banding.limits) {
      starts.forEach((start, index) => {
        if (!codes.has(start.band)) found.push(`${scale}: no band ${start.band}`);
        const next = starts[index + 1];
        if (next && next.from <= start.from) found.push(`${scale}: limits must rise`);
      });
    }
  }
  if (instrument.banding && !instrument.bandings.some((banding) => banding.name === instrument.banding)) {
    found.push(`no banding ${instrument.banding}`);
  }
  return found;
}
