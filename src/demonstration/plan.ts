import { parse } from 'yaml';
import { z } from 'zod';
import text from './plan.yaml?raw';

const count = z.int().min(0);

const ageGroup = z.enum(['0-2', '3-10', '11-16', '17-24', 'unknown']);
export type AgeGroup = z.output<typeof ageGroup>;

const agePlan = z.strictObject({
  group: ageGroup,
  from: z.int().nullable(),
  to: z.int().nullable(),
  dropped: count,
  planned: count,
  unplanned: count,
  measured: count,
  unscorable: z.strictObject({ before: count, after: count }),
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
  forms: z.array(formsPlan),
  ages: z.array(agePlan).length(5),
  years: z.array(z.number().positive()).length(25),
  projects: z.array(projectPlan),
});

/** How an export is made up: ages, projects, endings, forms. */
export type Plan = z.output<typeof schema>;

export const plan = schema.parse(parse(text));

/** WHO-5 pairs a project has in an age group. */
export function pairsOf(project: ProjectPlan, group: AgeGroup): number {
  const position = ['3-10', '11-16', '17-24'].indexOf(group);
  return project.pairs[position] ?? 0;
}
