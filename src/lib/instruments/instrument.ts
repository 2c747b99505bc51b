import { z } from 'zod';
import { inconsistencies } from './consistency';
import { ages, group, mostEntries, mostSteps, name, respondent, said, sourced, words } from './sourced';
import { Item, Scale } from './scale';

export type { Item, Method, Scale } from './scale';

/**
 * What a questionnaire is, as data: one YAML file each, read once. No item wording is ever in it (licences): only
 * column names, keys, rules, limits, and where each of them comes from.
 */

const Limits = z.strictObject({
  scale: name,
  ...group,
  /** Each band from the score it starts at, included, to where the next one starts. */
  starts: z
    .array(z.strictObject({ band: name, from: z.number() }))
    .min(2)
    .max(mostSteps),
  ...sourced,
});
export type Limits = z.output<typeof Limits>;

const Banding = z.strictObject({
  name,
  label: words,
  /** In the order people read them. */
  bands: z
    .array(z.strictObject({ code: name, label: words }))
    .min(2)
    .max(mostSteps),
  /** Limits with ages or sex go before those without for the same scale. */
  limits: z.array(Limits).min(1).max(mostEntries),
});
export type Banding = z.output<typeof Banding>;

const Norm = z.strictObject({
  scale: name,
  ...group,
  population: said,
  mean: z.number(),
  sd: z.number().positive().optional(),
  n: z.int32().positive().optional(),
  ...sourced,
});
export type Norm = z.output<typeof Norm>;

/**
 * Cut-offs of one name are one set; of a scale's sets the one that stands first in the file is in force, and in it the
 * first that fits the child.
 */
const CutOff = z.strictObject({
  name,
  scale: name,
  ...group,
  /** Clinical at this score and on the worse side of it. */
  value: z.number(),
  ...sourced,
});
export type CutOff = z.output<typeof CutOff>;

const reliabilityFacts = { scale: name, ...group, population: said, ...sourced };

/** Of a scale's reliabilities the first in the file that fits the child is in force. */
const Reliability = z.discriminatedUnion('kind', [
  z.strictObject({ ...reliabilityFacts, kind: z.enum(['alpha', 'retest']), value: z.number().min(0).max(1) }),
  /** A published threshold of reliable change, in points of the scale; in place of one computed. */
  z.strictObject({ ...reliabilityFacts, kind: z.literal('threshold'), value: z.number().positive() }),
]);
export type Reliability = z.output<typeof Reliability>;

/** When it is answered: at some of the waves, or at each session, a series of forms of one or more kinds. */
const When = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('waves'),
    waves: z
      .array(z.enum(['before', 'after', 'followup']))
      .min(1)
      .max(3),
  }),
  z.strictObject({
    kind: z.literal('sessions'),
    kinds: z
      .array(z.strictObject({ code: name, label: words }))
      .min(1)
      .max(mostSteps),
  }),
]);
export type When = z.output<typeof When>;

/** One of several forms with the same columns and scoring: which the child's age gives. */
const Version = z.strictObject({ label: words, ages, ...sourced });

/** A number that a notebook may take up. No view uses it; one from memory is shown as unconfirmed. */
const Setting = z.strictObject({
  name,
  label: words,
  scale: name.optional(),
  ...group,
  value: z.number(),
  ...sourced,
});
export type Setting = z.output<typeof Setting>;

export const Instrument = z
  .strictObject({
    name,
    /** The table an export of it becomes. */
    table: name,
    version: z.int32().positive(),
    title: words,
    respondents: z.array(respondent).min(1).max(3),
    /** Whom it is for; a form of another age is listed at import. */
    ages,
    versions: z.array(Version).max(mostEntries).default([]),
    when: When.default({ kind: 'waves', waves: ['before', 'after', 'followup'] }),
    /** What it measures, in a sentence or two; nothing of what it asks. */
    measures: words.optional(),
    licence: said,
    /** What is not published, so that a file of one's own under the same name should say it. */
    configurable: words.optional(),
    items: z.array(Item).min(1).max(mostEntries),
    scales: z.array(Scale).min(1).max(100),
    /** Which of the bandings `scores` uses. */
    banding: name.optional(),
    bandings: z.array(Banding).max(mostEntries).default([]),
    norms: z.array(Norm).max(mostEntries).default([]),
    cutOffs: z.array(CutOff).max(mostEntries).default([]),
    reliability: z.array(Reliability).max(mostEntries).default([]),
    settings: z.array(Setting).max(mostEntries).default([]),
  })
  .superRefine((instrument, context) => {
    for (const { path, rule, detail } of inconsistencies(instrument))
      context.addIssue({
        code: 'custom',
        path: [...path],
        message: `${rule}: ${detail}`,
        params: { rule, detail },
      });
  });
export type Instrument = z.output<typeof Instrument>;
