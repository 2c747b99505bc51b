import { parse } from 'yaml';
import { z } from 'zod';

const count = z.int().min(0);

export const ageGroup = z.enum(['0-2', '3-10', '11-16', '17-24', 'unknown']);
export type AgeGroup = z.output<typeof ageGroup>;

/** The spans of days that BRUS divides its courses by. */
export const lengthBand = z.enum(['0-90', '91-270', '271-', 'unknown']);
export type LengthBand = z.output<typeof lengthBand>;

const agePlan = z.strictObject({
  group: ageGroup,
  from: z.int().nullable(),
  to: z.int().nullable(),
  dropped: count,
  planned: count,
  unplanned: count,
  measured: count,
  unscorable: z.strictObject({ before: count, after: count }),
  /** How many of the pairs last how many days; `unknown`: nobody wrote down when they began. */
  lengths: z.partialRecord(lengthBand, count).optional(),
});
export type AgePlan = z.output<typeof agePlan>;

const projectPlan = z.strictObject({
  name: z.string(),
  ages: z.tuple([z.int(), z.int()]),
  courses: z.tuple([count, count, count, count, count]),
  pairs: z.tuple([count, count, count]),
  sdq: count,
  forms: z.strictObject({
    individual: z.number(),
    grouped: z.number(),
    family: z.number(),
    chat: z.number(),
  }),
  /** Courses with FIT at 3-10, 11-16 and 17-24. */
  fit: z.tuple([count, count, count]).default([0, 0, 0]),
  /** The chance that the core elements of a course that has ended are judged. */
  fidelity: z.number().default(0),
  units: z.record(z.string(), z.number().positive()),
});
export type ProjectPlan = z.output<typeof projectPlan>;

/** How many forms of a questionnaire an age group has: answered twice, after only, before only, and not to be scored. */
const formsPlan = z.strictObject({
  questionnaire: z.string(),
  group: ageGroup,
  pairs: count.default(0),
  after: count.default(0),
  before: count.default(0),
  unscorable: count.default(0),
});
export type FormsPlan = z.output<typeof formsPlan>;

const schema = z.strictObject({
  seed: z.string(),
  /** Whose printed numbers, as the manifest says it. */
  reproduces: z.strictObject({ da: z.string(), en: z.string() }),
  ids: z.strictObject({ course: z.string(), child: z.string() }),
  /** SDQ forms besides the pairs: before only, and how many of those cannot be scored. */
  sdq: z.strictObject({ before: count, unscorable: count }),
  forms: z.array(formsPlan),
  ages: z.array(agePlan).length(5),
  years: z.array(z.number().positive()).length(25),
  projects: z.array(projectPlan),
});

/** How an export is made up: ages, projects, endings, forms. */
export type Plan = z.output<typeof schema>;

export function readPlan(yaml: string): Plan {
  return schema.parse(parse(yaml));
}

/** The age groups that a project's pairs and courses with FIT are given for. */
export const counted: readonly AgeGroup[] = ['3-10', '11-16', '17-24'];

/** WHO-5 pairs a project has in an age group. */
export function pairsOf(project: ProjectPlan, group: AgeGroup): number {
  return project.pairs[counted.indexOf(group)] ?? 0;
}
