import type { Burdens } from '../burden';
import { hasEnded, hasStarted, pairedFirst } from '../children';
import type { Child } from '../children';
import type { Plan } from '../plan';
import { drawChance, drawInteger, drawNormal, shuffle } from '../random';
import type { Random } from '../random';
import { toTick } from './form';
import type { Answers, Case } from './form';
import { keyed, sdqImpact, sdqItems, sdqScaleNames, sdqScales } from './scoring';
import type { SdqScale } from './scoring';

/** For each scale, where its items lie before and after on the latent scale of ticks 0-2. */
const levels: Record<SdqScale, { readonly before: number; readonly after: number }> = {
  emotion: { before: 0.7, after: 0.4 },
  conduct: { before: 0.35, after: 0.2 },
  hyper: { before: 0.7, after: 0.6 },
  peer: { before: 0.3, after: 0.25 },
  prosocial: { before: 1.6, after: 1.65 },
};

/** SDQ parent forms of 3-10-year-olds: each project's pairs, others before only, a few with too many gaps. */
export function drawSdq(plan: Plan, burdens: Burdens, random: Random): Case[] {
  const started = shuffle(
    random,
    [...burdens.keys()].filter((child) => child.group === '3-10' && hasStarted(child)),
  );
  const ended = pairedFirst(started.filter(hasEnded));
  const pairs = plan.projects.flatMap((project) =>
    ended.filter((child) => child.project === project).slice(0, project.sdq),
  );
  const others = started.filter((child) => !pairs.includes(child)).slice(0, plan.sdq.before);
  const cases = [
    ...pairs.map((child) => drawCase(child, burdens.get(child) ?? 0, true, random)),
    ...others.map((child) => drawCase(child, burdens.get(child) ?? 0, false, random)),
  ];
  for (const { before } of cases.slice(cases.length - plan.sdq.unscorable)) if (before) leaveOutScale(before);
  return cases;
}

function drawCase(child: Child, burdenOfAll: number, withAfter: boolean, random: Random): Case {
  const burden = 0.15 * burdenOfAll + 0.22 * drawNormal(random);
  const bents = { emotion: 0, conduct: 0, hyper: 0, peer: 0, prosocial: 0 };
  for (const scale of sdqScaleNames) bents[scale] = 0.28 * drawNormal(random);
  const eased = 0.24 * drawNormal(random);
  return {
    child,
    before: drawForm('before', burden, bents, random),
    after: withAfter ? drawForm('after', 0.7 * burden + eased, bents, random) : null,
  };
}

function drawForm(
  wave: 'before' | 'after',
  burden: number,
  bents: Readonly<Record<SdqScale, number>>,
  random: Random,
): Answers {
  const ticks: Answers = sdqItems.map(() => null);
  for (const scale of sdqScaleNames) {
    const towards = scale === 'prosocial' ? -0.6 * burden : burden;
    for (const position of sdqScales[scale]) {
      const value = levels[scale][wave] + towards + bents[scale] + 0.5 * drawNormal(random);
      const answered = !drawChance(random, 0.006);
      if (answered) ticks[position] = keyed(position, toTick(value, 2));
    }
  }
  return [...ticks, ...drawImpact(burden + (wave === 'before' ? 0.55 : 0.25), random)];
}

/** Difficulties at all (0-3); only those who have some are asked what they mean in daily life. */
function drawImpact(burden: number, random: Random): Answers {
  const difficulties = toTick(burden * 2 + 0.6 * drawNormal(random), 3);
  return sdqImpact.map((item) => {
    if (item === 'ebddiff') return difficulties;
    return difficulties === 0 ? null : toTick(difficulties * 0.55 + 0.7 * drawNormal(random), 3);
  });
}

/** Three of five emotional items skipped: neither that scale nor the total can be scored. */
function leaveOutScale(answers: Answers): void {
  for (const position of sdqScales.emotion.slice(0, 3)) answers[position] = null;
}

/** One tick of the 25 a step up or down. */
export function nudgeSdq({ before, after }: Case, random: Random): (() => void) | null {
  const answers = after && drawChance(random, 0.5) ? after : before;
  const position = drawInteger(random, 0, sdqItems.length - 1);
  const tick = answers?.[position] ?? null;
  if (!answers || tick === null) return null;
  answers[position] = toTick(tick + (drawChance(random, 0.5) ? 1 : -1), 2);
  return () => (answers[position] = tick);
}
