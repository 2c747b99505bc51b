import { toTick } from '../answers/form';
import type { Answers } from '../answers/form';
import type { Reliefs } from '../answers/relief';
import type { Child } from '../children';
import { drawChance, drawInteger, drawNormal } from '../random';
import type { Random } from '../random';
import type { CourseRecord } from '../sheets';
import type { SessionForm } from './form';
import { treatment } from './levels';
import type { Element, FidelityLevels, Treatment } from './levels';

/** A professional's judgements of a course that has ended: one for each form of treatment it had, now and then halfway too. */
export function drawFidelity(
  { child, dates: { started, ended }, background }: CourseRecord,
  reliefs: Reliefs,
  levels: FidelityLevels,
  random: Random,
): SessionForm[] {
  if (started === null || ended === null || !drawChance(random, child.project.fidelity)) return [];
  const usual = drawUsual(child, levels, random);
  const had = treatment.options.filter((form) => background.get(form) === 'true');
  return had.flatMap((kind) => {
    const judge = (session: number, day: number, lower: number): SessionForm => ({
      session,
      kind,
      day,
      respondent: 'professional',
      answers: drawElements(child, kind, usual - lower, { levels, relief: reliefs.get(child) ?? 0, random }),
    });
    const end = ended - drawInteger(random, 0, 10);
    if (!drawChance(random, levels.halfway.chance)) return [judge(1, end, 0)];
    const halfway = started + Math.floor((ended - started) / 2);
    return [judge(1, halfway, levels.halfway.lower), judge(2, end, 0)];
  });
}

/** What all answers about a child have in common: of the project, of the professional, of the child. */
function drawUsual({ project, unit }: Child, { professionals, spread }: FidelityLevels, random: Random) {
  const professional = `${project.name} ${unit} ${drawInteger(random, 1, professionals)}`;
  return (
    spread.project * drawNormal(random.fork(project.name)) +
    spread.professional * drawNormal(random.fork(professional)) +
    spread.own * drawNormal(random)
  );
}

interface Means {
  readonly levels: FidelityLevels;
  readonly relief: number;
  readonly random: Random;
}

function drawElements(
  child: Child,
  kind: Treatment,
  usual: number,
  { levels, relief, random }: Means,
): Answers {
  return levels.elements.map((element) => {
    const level = levelOf(element, child, kind) + element.relief * relief;
    const answer = toTick(level + usual + levels.spread.answer * drawNormal(random), 4);
    return drawChance(random, levels.unanswered) ? null : answer;
  });
}

function levelOf({ level, ages, forms }: Element, { group }: Child, kind: Treatment): number {
  return level + (ages[group] ?? 0) + (forms[kind] ?? 0);
}
