import { parse } from 'yaml';
import { z } from 'zod';
import { ageGroup } from '../plan';

const share = z.number().min(0).max(1);
const range = z.tuple([z.int().positive(), z.int().positive()]);

/** How much varies between a child's marks, from session to session, and by chance. */
const spread = z.strictObject({ marks: z.number(), session: z.number(), mark: z.number() });

const fit = z.strictObject({
  meetings: z.strictObject({
    planned: range,
    unplanned: range,
    open: range,
    between: z.array(z.int().positive()),
    shift: z.int().min(0),
  }),
  missing: z.strictObject({ form: share, mark: share }),
  left: share,
  outcome: z.strictObject({
    first: z.strictObject({
      level: z.number(),
      burden: z.number(),
      wellbeing: z.number(),
      own: z.number(),
    }),
    rise: z.strictObject({ level: z.number(), relief: z.number(), own: z.number() }),
    spread,
  }),
  alliance: z.strictObject({
    first: z.strictObject({
      level: z.number(),
      unplanned: z.number(),
      rise: z.number(),
      own: z.number(),
    }),
    rise: z.strictObject({ level: z.number(), own: z.number() }),
    spread,
  }),
});
export type FitLevels = z.output<typeof fit>;
export type MarkSpread = z.output<typeof spread>;

export const treatment = z.enum(['individual', 'grouped', 'family', 'chat']);
export type Treatment = z.output<typeof treatment>;

const element = z.strictObject({
  name: z.string(),
  level: z.number(),
  ages: z.partialRecord(ageGroup, z.number()).default({}),
  forms: z.partialRecord(treatment, z.number()).default({}),
  relief: z.number().default(0),
});
export type Element = z.output<typeof element>;

const fidelity = z.strictObject({
  halfway: z.strictObject({ chance: share, lower: z.number() }),
  unanswered: share,
  professionals: z.int().positive(),
  spread: z.strictObject({
    project: z.number(),
    professional: z.number(),
    own: z.number(),
    answer: z.number(),
  }),
  elements: z.array(element),
});
export type FidelityLevels = z.output<typeof fidelity>;

const schema = z.strictObject({ fit, fidelity });
/** How the forms of sessions go: what is answered at first, what moves it, and how much they differ. */
export type SessionLevels = z.output<typeof schema>;

export function readSessionLevels(yaml: string): SessionLevels {
  return schema.parse(parse(yaml));
}
