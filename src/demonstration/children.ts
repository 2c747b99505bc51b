import { pairsOf } from './plan';
import type { AgeGroup, AgePlan, Plan, ProjectPlan } from './plan';
import { pickWeighted, shuffle } from './random';
import type { Random } from './random';

export type Progress = 'dropped' | 'open' | 'planned' | 'unplanned';

/** One child's course of treatment before dates, background and answers are known. */
export interface Child {
  readonly project: ProjectPlan;
  readonly unit: string;
  readonly group: AgeGroup;
  readonly age: number | null;
  progress: Progress;
  /** WHO-5 answered in full both before and after. */
  paired: boolean;
}

export function hasStarted(child: Child): boolean {
  return child.progress !== 'dropped';
}

export function hasEnded(child: Child): boolean {
  return child.progress === 'planned' || child.progress === 'unplanned';
}

/** Whoever answered the WHO-5 twice answered the other questionnaires twice. */
export function pairedFirst(children: readonly Child[]): Child[] {
  return [...children.filter((child) => child.paired), ...children.filter((child) => !child.paired)];
}

/** Every course of the plan: exactly its numbers by project, age group, ending and pair. */
export function makeChildren(plan: Plan, random: Random): Child[] {
  return plan.ages.flatMap((ages, position) => {
    const children = plan.projects.flatMap((project) =>
      Array.from({ length: project.courses[position] ?? 0 }, () => makeChild(plan, project, ages, random)),
    );
    return dealCourses(plan, shuffle(random, children), ages, random);
  });
}

function makeChild(plan: Plan, project: ProjectPlan, ages: AgePlan, random: Random): Child {
  return {
    project,
    unit: pickWeighted(random, Object.entries(project.units)),
    group: ages.group,
    age: drawAge(plan, project, ages, random),
    progress: 'open',
    paired: false,
  };
}

function drawAge(plan: Plan, project: ProjectPlan, ages: AgePlan, random: Random): number | null {
  if (ages.from === null || ages.to === null) return null;
  const from = Math.max(ages.from, project.ages[0]);
  const to = Math.min(ages.to, project.ages[1]);
  const years = plan.years.slice(from, to + 1).map((weight, index) => [from + index, weight] as const);
  return pickWeighted(random, years);
}

/** Pairs first, by project; then the others who ended, those who never started, and the rest are still under way. */
function dealCourses(plan: Plan, children: Child[], ages: AgePlan, random: Random): Child[] {
  for (const project of plan.projects) {
    const own = children.filter((child) => child.project === project);
    for (const child of own.slice(0, pairsOf(project, ages.group))) child.paired = true;
  }
  const paired = children.filter((child) => child.paired);
  const others = children.filter((child) => !child.paired);
  const endedBesides = ages.planned + ages.unplanned - paired.length;
  dealEndings(paired, others.slice(0, endedBesides), ages, random);
  for (const child of others.slice(endedBesides, endedBesides + ages.dropped)) child.progress = 'dropped';
  return children;
}

/** Who stops before time seldom answers a second time: most of the others who ended did so unplanned. */
function dealEndings(paired: Child[], besides: Child[], ages: AgePlan, random: Random): void {
  const unplannedBesides = Math.min(ages.unplanned, Math.round(besides.length * 0.6));
  const unplannedPaired = ages.unplanned - unplannedBesides;
  const end = (children: Child[], unplanned: number) =>
    shuffle(random, children).forEach((child, index) => {
      child.progress = index < unplanned ? 'unplanned' : 'planned';
    });
  end(besides, unplannedBesides);
  end(paired, unplannedPaired);
}
