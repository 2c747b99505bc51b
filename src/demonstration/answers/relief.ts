import type { Child } from '../children';
import type { Case } from './form';
import { scoreWho5 } from './scoring';

/** How far each child's well-being rose beyond what is usual (mean about 0, SD about 1): the other forms hear some of it. */
export type Reliefs = ReadonlyMap<Child, number>;

/** About the mean and the SD of the gains in points of WHO-5. */
const usual = { gain: 14, spread: 22 };

export function readReliefs(who5: readonly Case[]): Reliefs {
  return new Map(
    who5.map(({ child, before, after }) => {
      const scores = [before && scoreWho5(before), after && scoreWho5(after)] as const;
      if (scores[0] === null || scores[1] === null) return [child, 0];
      return [child, (scores[1] - scores[0] - usual.gain) / usual.spread];
    }),
  );
}
