import { scoreWho5 } from '../answers/scoring';
import { hasStarted } from '../children';
import { counted } from '../plan';
import type { ProjectPlan } from '../plan';
import { drawChance, drawNormal, shuffle } from '../random';
import type { Random } from '../random';
import { respondentOf } from '../sheets';
import type { CourseRecord } from '../sheets';
import type { SessionForm } from './form';
import type { Known } from './known';
import type { FitLevels } from './levels';
import { drawWay, drawMarks } from './marks';
import type { Way } from './marks';
import { drawMeetings } from './meetings';

/** Which of those who started have FIT: as many of each project and age as its plan says. */
export function dealFit(
  projects: readonly ProjectPlan[],
  records: readonly CourseRecord[],
  random: Random,
): ReadonlySet<CourseRecord> {
  const started = records.filter(({ child }) => hasStarted(child));
  const chosen = projects.flatMap((project) =>
    counted.flatMap((group, position) => {
      const count = project.fit[position] ?? 0;
      const own = started.filter(({ child }) => child.project === project && child.group === group);
      if (count > own.length) throw new Error(`${project.name}: FIT of ${count} among ${own.length}`);
      return shuffle(random, own).slice(0, count);
    }),
  );
  return new Set(chosen);
}

/** How it goes at the start of each session, how the cooperation is at its end. */
export function drawFit(
  record: CourseRecord,
  known: Known,
  levels: FitLevels,
  random: Random,
): SessionForm[] {
  const respondent = respondentOf(record.child);
  const kinds = Object.entries(drawWays(record, known, levels, random));
  let left = 1;
  return drawMeetings(record, levels.meetings, random).flatMap((day, index) => {
    const gone = 1 - left;
    left *= levels.left;
    return kinds.flatMap(([kind, way]): SessionForm[] => {
      const answers = drawMarks(way, gone, levels.missing.mark, random);
      if (drawChance(random, levels.missing.form)) return [];
      return [{ session: index + 1, kind, day, respondent, answers }];
    });
  });
}

function drawWays(
  { child }: CourseRecord,
  { burdens, reliefs, who5 }: Known,
  { outcome, alliance }: FitLevels,
  random: Random,
): { readonly outcome: Way; readonly alliance: Way } {
  const relief = reliefs.get(child) ?? 0;
  const before = who5.get(child)?.before ?? null;
  const first =
    outcome.first.level +
    outcome.first.burden * (burdens.get(child) ?? 0) +
    outcome.first.wellbeing * wellbeingOf(before && scoreWho5(before)) +
    outcome.first.own * drawNormal(random);
  const beyond = outcome.rise.relief * relief + outcome.rise.own * drawNormal(random);
  const liked =
    alliance.first.level +
    (child.progress === 'unplanned' ? alliance.first.unplanned : 0) +
    alliance.first.rise * beyond +
    alliance.first.own * drawNormal(random);
  const nearer = alliance.rise.level + alliance.rise.own * drawNormal(random);
  return {
    outcome: drawWay(first, outcome.rise.level + beyond, outcome.spread, random),
    alliance: drawWay(liked, nearer, alliance.spread, random),
  };
}

/** About the mean and the SD of WHO-5 before. */
const usual = { score: 45, spread: 20 };

function wellbeingOf(score: number | null): number {
  return score === null ? 0 : (score - usual.score) / usual.spread;
}
