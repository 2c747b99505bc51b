import type { Burdens } from '../burden';
import type { Nudge } from '../calibration';
import { hasEnded, hasStarted, pairedFirst } from '../children';
import type { Child } from '../children';
import type { FormsPlan } from '../plan';
import { drawChance, drawInteger, drawNormal, pick, shuffle } from '../random';
import type { Random } from '../random';
import { toTick } from './form';
import type { Answers, Case } from './form';
import { itemsOf, turned } from './questionnaire';
import type { Questionnaire } from './questionnaire';
import type { Reliefs } from './relief';

/** How many of the forms have one question skipped. */
const skips = 0.06;

/** Forms of one questionnaire: its pairs, those answered once only, and a few with too many gaps to be scored. */
export function drawItems(
  questionnaire: Questionnaire,
  plans: readonly FormsPlan[],
  burdens: Burdens,
  reliefs: Reliefs,
  random: Random,
): Case[] {
  const draw = (child: Child, before: boolean, after: boolean) =>
    drawCase(
      questionnaire,
      { child, before, after },
      burdens.get(child) ?? 0,
      reliefs.get(child) ?? 0,
      random,
    );
  return plans
    .filter((plan) => plan.questionnaire === questionnaire.name)
    .flatMap(({ group, pairs, after, before, unscorable }) => {
      const started = [...burdens.keys()].filter((child) => child.group === group && hasStarted(child));
      const ended = pairedFirst(shuffle(random, started.filter(hasEnded)));
      const twice = ended.slice(0, pairs);
      const once = shuffle(random, started).filter((child) => !twice.includes(child));
      const cases = [
        ...twice.map((child) => draw(child, true, true)),
        ...ended.slice(pairs, pairs + after).map((child) => draw(child, false, true)),
        ...once.slice(0, before).map((child) => draw(child, true, false)),
      ];
      const lost = once.slice(before, before + unscorable).map((child) => draw(child, true, false));
      for (const { before: answers } of lost) if (answers) leaveOut(questionnaire, answers, random);
      return [...cases, ...lost];
    });
}

interface Asked {
  readonly child: Child;
  readonly before: boolean;
  readonly after: boolean;
}

function drawCase(
  questionnaire: Questionnaire,
  { child, before, after }: Asked,
  burdenOfAll: number,
  relief: number,
  random: Random,
): Case {
  const { spread, blocks } = questionnaire;
  const burden = spread.burden * burdenOfAll + spread.own * drawNormal(random);
  const bents = blocks.map(() => spread.block * drawNormal(random));
  const eased = spread.eased * drawNormal(random) - spread.relief * relief;
  return {
    child,
    before: before ? drawForm(questionnaire, 'before', burden, bents, random) : null,
    after: after ? drawForm(questionnaire, 'after', 0.6 * burden + eased, bents, random) : null,
  };
}

function drawForm(
  questionnaire: Questionnaire,
  wave: 'before' | 'after',
  burden: number,
  bents: readonly number[],
  random: Random,
): Answers {
  const { blocks, spread, lowest, highest, skippable } = questionnaire;
  const answers: Answers = itemsOf(questionnaire).map(() => null);
  blocks.forEach((block, index) => {
    for (const item of block.items) {
      const value = block[wave] + burden + (bents[index] ?? 0) + spread.noise * drawNormal(random);
      answers[item - 1] = turned(questionnaire, item, toTick(value, highest, lowest));
    }
  });
  if (skippable.length > 0 && drawChance(random, skips)) answers[pick(random, skippable) - 1] = null;
  return answers;
}

/** So many questions skipped that no scale of all items can be scored. */
function leaveOut(questionnaire: Questionnaire, answers: Answers, random: Random): void {
  const items = shuffle(
    random,
    itemsOf(questionnaire).map((_, position) => position),
  );
  for (const position of items.slice(0, Math.ceil(items.length / 6) + 1)) answers[position] = null;
}

/**
 * One to three ticks of one form a step up or down, of a long form one. Only those of `items`: what no number is printed of
 * stays as it was drawn, where nudging would make it commoner.
 */
export function nudgeItems(questionnaire: Questionnaire, items: readonly number[]): Nudge<Case> {
  const { lowest, highest } = questionnaire;
  const count = itemsOf(questionnaire).length;
  const most = count > 1 && count <= 5 ? 3 : 1;
  return ({ before, after }, random) => {
    const answers = after && (!before || drawChance(random, 0.5)) ? after : before;
    if (!answers) return null;
    const old = [...answers];
    const step = drawChance(random, 0.5) ? 1 : -1;
    for (let ticks = drawInteger(random, 1, most); ticks > 0; ticks -= 1) {
      const position = pick(random, items) - 1;
      const tick = answers[position] ?? null;
      const towards = questionnaire.reversed.includes(position + 1) ? -step : step;
      if (tick !== null) answers[position] = toTick(tick + towards, highest, lowest);
    }
    return () => old.forEach((tick, position) => (answers[position] = tick));
  };
}
