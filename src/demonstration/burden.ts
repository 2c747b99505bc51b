import type { Background } from './background';
import type { Child } from './children';
import { drawNormal } from './random';
import type { Random } from './random';

/** How hard each child has it (mean about 0, SD about 1): background weighs in, and every instrument hears some of it. */
export type Burdens = ReadonlyMap<Child, number>;

export function drawBurdens(backgrounds: ReadonlyMap<Child, Background>, random: Random): Burdens {
  return new Map(
    [...backgrounds].map(([child, own]) => [child, strainOf(own) - usualStrain + drawNormal(random)]),
  );
}

/** About the mean strain, so that groups differ without moving the whole. */
const usualStrain = 0.3;

/** The directions of bilag figur 12 to 17: who starts with low well-being more often. */
function strainOf(own: Background): number {
  return (
    (own.get('sex') === 'girl' ? 0.35 : 0) +
    (own.get('residence') === 'both_parents' ? -0.3 : 0) +
    (own.get('misuse_type') === 'alcohol' ? -0.2 : 0) +
    (own.get('other_support') === 'true' ? 0.3 : 0) +
    (own.get('problem_mental_health') === 'true' ? 0.15 : 0)
  );
}
