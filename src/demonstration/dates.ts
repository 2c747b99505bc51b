import { dayOf } from './calendar';
import type { Day } from './calendar';
import { hasEnded, hasStarted } from './children';
import type { Child } from './children';
import { drawInteger, drawNormal } from './random';
import type { Random } from './random';

export interface Dates {
  readonly registered: Day;
  readonly started: Day | null;
  readonly ended: Day | null;
}

const first = dayOf(2016, 1, 4);
const last = dayOf(2018, 11, 30);

/** From registration to start days or weeks pass; a course that has ended lasted about seven months. */
export function drawDates(child: Child, random: Random): Dates {
  if (!hasStarted(child))
    return { registered: drawInteger(random, first, last - 30), started: null, ended: null };
  const waited = Math.floor(random.next() * random.next() * 70);
  if (!hasEnded(child)) {
    const started = drawInteger(random, first + 70 + 270, last - 10);
    return { registered: started - waited, started, ended: null };
  }
  const lasted = drawLength(child, random);
  const started = drawInteger(random, first + 70, last - lasted);
  return { registered: started - waited, started, ended: started + lasted };
}

/** Right-skewed, 28 to 800 days; courses that stop before time are shorter. */
function drawLength(child: Child, random: Random): number {
  const usual = child.progress === 'planned' ? 15 : 12;
  const root = usual + 4 * drawNormal(random);
  return Math.min(800, Math.max(28, Math.round(root * root)));
}
