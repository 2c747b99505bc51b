import { parse } from 'yaml';
import { z } from 'zod';
import text from './plan.yaml?raw';

const count = z.int().min(0);

const agePlan = z.strictObject({
  group: z.enum(['0-2', '3-10', '11-16', '17-24', 'unknown']),
  from: z.int().nullable(),
  to: z.int().nullable(),
  dropped: count,
  planned: count,
  unplanned: count,
  measured: count,
  unscorable: z.strictObject({ before: count, after: count }),
});
export type AgePlan = z.output<typeof agePlan>;
export type AgeGroup = AgePlan['group'];

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

const schema = z.strictObject({
  seed: z.string(),
  ages: z.array(agePlan).length(5),
  years: z.array(z.number().positive()).length(25),
  projects: z.array(projectPlan),
});

/** How the pool is made up: ages, projects, endings. */
export const plan = schema.parse(parse(text));

/** WHO-5 pairs a project has in an age group. */
export function pairsOf(project: ProjectPlan, group: AgeGroup): number {
  const position = ['3-10', '11-16', '17-24'].indexOf(group);
  return project.pairs[position] ?? 0;
}
