import type { Answers, Case } from './answers/form';
import { scoringOf } from './answers/instruments';
import type { Scoring } from './answers/instruments';
import type { Background } from './background';
import type { Goal } from './calibration';
import type { Child } from './children';
import { toleranceOf } from './targets';
import type { Target } from './targets';

/** What is already settled when an instrument is calibrated. */
export interface Settled {
  readonly backgrounds: ReadonlyMap<Child, Background>;
  readonly who5: readonly Case[];
}

/** The kept targets of an instrument that answers decide: means and percentages, not counts. */
export function goalsOf(
  instrument: string,
  targets: readonly Target[],
  cases: readonly Case[],
  settled: Settled,
): Goal<Case>[] {
  return targets
    .filter((target) => target.kept && calibratedBy(target) === instrument && !isSettled(target))
    .map((target) => {
      const scoring = scoringOf(target.instrument ?? '', target.scale);
      const members = cases.filter(
        (each) =>
          isMember(each, target, scoring) &&
          isInGroup(each.child, target.group, settled.backgrounds.get(each.child)),
      );
      const per = target.measure === 'count low before' ? members.length : 1;
      return {
        name: `${target.figure} ${instrument} ${target.scale} ${target.measure} ${JSON.stringify(target.group)}`,
        value: target.value / per,
        tolerance: narrowed(target) / per,
        step: stepOf(target, scoring),
        members,
        of: contributionOf(target, scoring, settled.who5),
      };
    });
}

/** Short of exact halves, which readers round either way; a few answers among many leave less room. */
function narrowed(target: Target): number {
  return toleranceOf(target) * (target.measure.startsWith('percent') ? 0.999 : 0.98);
}

/** Well-being is settled before the family: which families decline is what can still be moved. */
function calibratedBy({ population, instrument }: Target): string | undefined {
  return population === 'family declined' ? 'family' : instrument;
}

/** A child is 100 of a percentage. */
function stepOf({ measure }: Target, { step }: Scoring): number {
  if (measure.startsWith('percent')) return 100;
  return measure.startsWith('mean') ? step : 1;
}

/** Not of a group that is known only when the background is settled. */
export function isOfAnswers({ group }: Target): boolean {
  return Object.keys(group).every((column) => column === 'age_group' || column === 'project');
}

function isSettled({ measure, follows }: Target): boolean {
  return follows || measure === 'count' || measure === 'count known';
}

function isMember(each: Case, { population, instrument }: Target, { score }: Scoring): boolean {
  const has = (answers: Answers | null) => answers !== null && score(answers) !== null;
  switch (population) {
    case 'measured':
      return has(each.before);
    case 'answered':
      return has(each.after);
    case 'pairs':
      return has(each.before) && has(each.after);
    case 'family declined':
      return each.before !== null && each.after !== null;
    default:
      throw new Error(`${instrument}: no scores for ${population}`);
  }
}

function isInGroup(child: Child, group: Target['group'], own: Background | undefined): boolean {
  return Object.entries(group).every(([column, code]) => {
    if (column === 'age_group') return child.group === code;
    if (column === 'project') return child.project.name === code;
    return own?.get(column) === code;
  });
}

type Contribution = (each: Case) => number | null;

/** What one child adds to the mean; null does not count. */
function contributionOf(target: Target, scoring: Scoring, who5: readonly Case[]): Contribution {
  const own = ownContribution(target, scoring);
  if (target.population !== 'family declined') return own;
  const wellbeing = new Map(who5.map((each) => [each.child, each]));
  const index = gainOf(scoringOf('family', 'index'));
  return (each) => {
    const form = wellbeing.get(each.child);
    const gain = index(each);
    if (!form?.after || gain === null || gain >= 0) return null;
    return gainOf(scoring)(form) === null ? null : own(form);
  };
}

/** Upwards is better, whichever way the scale goes; null without a pair. */
function gainOf({ score, better }: Scoring): Contribution {
  return ({ before, after }) => {
    const scores = [before && score(before), after && score(after)] as const;
    if (scores[0] === null || scores[1] === null) return null;
    // Means of items: what is equal on paper is not always so in the last bit.
    const gain = (scores[1] - scores[0]) * (better === 'higher' ? 1 : -1);
    return Math.abs(gain) < 1e-9 ? 0 : gain;
  };
}

function ownContribution({ measure, answers }: Target, scoring: Scoring): (each: Case) => number {
  const read = (form: Answers | null) => (form && scoring.score(form)) ?? 0;
  const gain = (each: Case) => gainOf(scoring)(each) ?? 0;
  const percent = (holds: (each: Case) => boolean) => (each: Case) => (holds(each) ? 100 : 0);
  switch (measure) {
    case 'mean before':
      return ({ before }) => read(before);
    case 'mean after':
      return ({ after }) => read(after);
    case 'mean change':
      return ({ before, after }) => read(after) - read(before);
    case 'percent improved':
      return percent((each) => gain(each) > 0);
    case 'percent unchanged':
      return percent((each) => gain(each) === 0);
    case 'percent deteriorated':
      return percent((each) => gain(each) < 0);
    case 'percent low before':
      return percent(({ before }) => read(before) <= 50);
    case 'percent of answers':
      return percent(({ after }) => answers.includes(read(after)));
    case 'count low before':
      return ({ before }) => (read(before) <= 50 ? 1 : 0);
    case 'count':
    case 'count known':
    case 'percent':
      throw new Error(`${measure} is not a mean of scores`);
  }
}
