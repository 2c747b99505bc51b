import { dayOf } from './calendar';
import type { Day } from './calendar';
import { hasEnded, hasStarted } from './children';
import { lengthBand } from './plan';
import type { LengthBand, Plan } from './plan';
import type { Child } from './children';
import { drawInteger, drawNormal, shuffle } from './random';
import type { Random } from './random';

export interface Dates {
  readonly registered: Day;
  readonly started: Day | null;
  readonly ended: Day | null;
  /** Now and then nobody writes down when a course began, though there is a form from then. */
  readonly startRecorded: boolean;
}

const first = dayOf(2016, 1, 4);
/** The day the exports were made. */
export const lastDay = dayOf(2018, 11, 30);

/** From registration to start days or weeks pass; a course that has ended lasted about seven months. */
export function drawDates(child: Child, length: LengthBand | undefined, random: Random): Dates {
  const startRecorded = length !== 'unknown';
  if (!hasStarted(child))
    return {
      registered: drawInteger(random, first, lastDay - 30),
      started: null,
      ended: null,
      startRecorded,
    };
  const waited = Math.floor(random.next() * random.next() * 70);
  if (!hasEnded(child)) {
    const started = drawInteger(random, first + 70 + 270, lastDay - 10);
    return { registered: started - waited, started, ended: null, startRecorded };
  }
  const lasted =
    length === undefined || length === 'unknown'
      ? drawLength(child, random)
      : drawInteger(random, spans[length][0], spans[length][1]);
  const started = drawInteger(random, first + 70, lastDay - lasted);
  return { registered: started - waited, started, ended: started + lasted, startRecorded };
}

const spans = {
  '0-90': [42, 90],
  '91-270': [91, 270],
  '271-': [271, 560],
} as const satisfies Partial<Record<LengthBand, readonly [number, number]>>;

/** Right-skewed, 28 to 800 days; courses that stop before time are shorter. */
function drawLength(child: Child, random: Random): number {
  const usual = child.progress === 'planned' ? 15 : 12;
  const root = usual + 4 * drawNormal(random);
  return Math.min(800, Math.max(28, Math.round(root * root)));
}

/** Which pairs last how long, where the plan fixes it. */
export function dealLengths(
  plan: Plan,
  children: readonly Child[],
  random: Random,
): ReadonlyMap<Child, LengthBand> {
  const lengths = new Map<Child, LengthBand>();
  for (const { group, lengths: counts } of plan.ages) {
    const paired = children.filter((child) => child.group === group && child.paired);
    const bands = lengthBand.options.flatMap((band) => Array<LengthBand>(counts?.[band] ?? 0).fill(band));
    shuffle(random, bands).forEach((band, index) => {
      const child = paired[index];
      if (child) lengths.set(child, band);
    });
  }
  return lengths;
}
