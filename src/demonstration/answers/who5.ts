import type { Burdens } from '../burden';
import { hasEnded, hasStarted } from '../children';
import type { Child } from '../children';
import type { AgeGroup, Plan } from '../plan';
import { drawChance, drawInteger, drawNormal, shuffle } from '../random';
import type { Random } from '../random';
import { toTick } from './form';
import type { Answers, Case } from './form';

/** Where each age group starts on the answer scale 0-5, those with a pair and the others, and how much it rises. */
const levels: Record<AgeGroup, { readonly paired: number; readonly others: number; readonly rise: number }> =
  {
    '0-2': { paired: 0, others: 0, rise: 0 },
    '3-10': { paired: 3.6, others: 3.35, rise: 0.4 },
    '11-16': { paired: 3.05, others: 2.85, rise: 0.5 },
    '17-24': { paired: 2.25, others: 2.25, rise: 1 },
    unknown: { paired: 2.4, others: 2.4, rise: 0.6 },
  };

/** Some questions are ticked higher than others by everyone. */
const leanings = [0.15, 0.05, 0.1, -0.45, 0.15];

/** WHO-5 forms of those who started: every pair of the plan, others before only, and forms with a gap besides. */
export function drawWho5(plan: Plan, burdens: Burdens, random: Random): Case[] {
  return plan.ages.flatMap((ages) => {
    const started = [...burdens.keys()].filter((child) => child.group === ages.group && hasStarted(child));
    const pairs = started.filter((child) => child.paired);
    const others = shuffle(random, started).filter((child) => !child.paired);
    const scored = ages.measured - pairs.length;
    const complete = others.slice(0, scored);
    const incomplete = others.slice(scored, scored + ages.unscorable.before);
    const answeredAfter = complete.filter(hasEnded).slice(0, ages.unscorable.after);
    const draw = (child: Child, withAfter: boolean) =>
      drawCase(child, burdens.get(child) ?? 0, withAfter, random);
    return [
      ...pairs.map((child) => draw(child, true)),
      ...complete.map((child) => withGap(draw(child, answeredAfter.includes(child)), 'after', random)),
      ...incomplete.map((child) => withGap(draw(child, false), 'before', random)),
    ];
  });
}

function drawCase(child: Child, burden: number, withAfter: boolean, random: Random): Case {
  const level = levels[child.group];
  const start = child.paired ? level.paired : level.others;
  const later = start + level.rise - 0.55 * burden + 0.8 * drawNormal(random);
  return {
    child,
    before: drawAnswers(start - burden, random),
    after: withAfter ? drawAnswers(later, random) : null,
  };
}

function drawAnswers(wellbeing: number, random: Random): Answers {
  return leanings.map((leaning) => toTick(wellbeing + leaning + 0.7 * drawNormal(random), 5));
}

/** One question skipped, now and then two: that form cannot be scored. */
function withGap(form: Case, wave: 'before' | 'after', random: Random): Case {
  const answers = form[wave];
  if (!answers) return form;
  answers[drawInteger(random, 0, 4)] = null;
  if (drawChance(random, 0.3)) answers[drawInteger(random, 0, 4)] = null;
  return form;
}

/** The same of the form after only: what the score before decides stays decided. */
export function nudgeWho5After(each: Case, random: Random): (() => void) | null {
  return nudgeWho5({ ...each, before: null }, random);
}

/** One to three ticks of one form a step up or down. */
export function nudgeWho5({ before, after }: Case, random: Random): (() => void) | null {
  const answers = after && (!before || drawChance(random, 0.5)) ? after : before;
  if (!answers) return null;
  const old = [...answers];
  const step = drawChance(random, 0.5) ? 1 : -1;
  for (let ticks = drawInteger(random, 1, 3); ticks > 0; ticks -= 1) {
    const position = drawInteger(random, 0, 4);
    const tick = answers[position] ?? null;
    if (tick !== null) answers[position] = toTick(tick + step, 5);
  }
  return () => old.forEach((tick, position) => (answers[position] = tick));
}
