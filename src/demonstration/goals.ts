import type { Answers, Case } from './answers/form';
import { scoreSdq, scoreSdqScale, scoreWho5, sdqScaleNames } from './answers/scoring';
import type { Background } from './background';
import type { Goal } from './calibration';
import type { Child } from './children';
import { toleranceOf } from './targets';
import type { Target } from './targets';

type Score = (answers: Answers) => number | null;

/** The kept targets of an instrument that answers decide: means and percentages, not counts. */
export function goalsOf(
  instrument: 'who5' | 'sdq_p',
  targets: readonly Target[],
  cases: readonly Case[],
  backgrounds: ReadonlyMap<Child, Background>,
): Goal<Case>[] {
  return targets
    .filter((target) => target.kept && target.instrument === instrument && !isFixedByPlan(target))
    .map((target) => {
      const score = scoreOf(instrument, target.scale);
      const members = cases.filter(
        (each) =>
          isMember(each, target, score) && isInGroup(each.child, target.group, backgrounds.get(each.child)),
      );
      const name = `${target.figure} ${target.measure} ${JSON.stringify(target.group)}`;
      const per = target.measure === 'count low before' ? members.length : 1;
      return {
        name,
        value: target.value / per,
        tolerance: toleranceOf(target) / per,
        step: stepOf(target),
        members,
        of: contribution(target, score),
      };
    });
}

/** A child is 100 of a percentage, a tick 4 points of WHO-5 and one of the SDQ. */
function stepOf({ measure, instrument }: Target): number {
  if (measure.startsWith('percent')) return 100;
  return measure.startsWith('mean') && instrument === 'who5' ? 4 : 1;
}

function isFixedByPlan({ measure }: Target): boolean {
  return measure === 'count' || measure === 'count known';
}

function scoreOf(instrument: 'who5' | 'sdq_p', scale: string): Score {
  if (instrument === 'who5') return scoreWho5;
  if (scale === 'total') return scoreSdq;
  const own = sdqScaleNames.find((name) => name === scale);
  if (own === undefined) throw new Error(`no scale ${scale}`);
  return (answers) => scoreSdqScale(answers, own);
}

function isMember({ before, after }: Case, { population, instrument }: Target, score: Score): boolean {
  if (score(before) === null) return false;
  if (population === 'measured') return true;
  if (population !== 'pairs') throw new Error(`${instrument}: no scores for ${population}`);
  return after !== null && score(after) !== null;
}

function isInGroup(child: Child, group: Target['group'], own: Background | undefined): boolean {
  return Object.entries(group).every(([column, code]) => {
    if (column === 'age_group') return child.group === code;
    if (column === 'project') return child.project.name === code;
    return own?.get(column) === code;
  });
}

/** What one child adds to the mean; questionnaires of difficulties improve downwards. */
function contribution({ measure, instrument }: Target, score: Score): (each: Case) => number {
  const before = (each: Case) => score(each.before) ?? 0;
  const after = (each: Case) => (each.after ? (score(each.after) ?? 0) : 0);
  const gain = (each: Case) =>
    instrument === 'who5' ? after(each) - before(each) : before(each) - after(each);
  const percent = (holds: (each: Case) => boolean) => (each: Case) => (holds(each) ? 100 : 0);
  switch (measure) {
    case 'mean before':
      return before;
    case 'mean after':
      return after;
    case 'percent improved':
      return percent((each) => gain(each) > 0);
    case 'percent unchanged':
      return percent((each) => gain(each) === 0);
    case 'percent deteriorated':
      return percent((each) => gain(each) < 0);
    case 'percent low before':
      return percent((each) => before(each) <= 50);
    case 'count low before':
      return (each) => (before(each) <= 50 ? 1 : 0);
    case 'count':
    case 'count known':
    case 'percent':
      throw new Error(`${measure} is not a mean of scores`);
  }
}
