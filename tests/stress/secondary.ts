import fc from 'fast-check';
import { clear } from '../../src/lib/disclosure/clear';
import { boundsOf, crossTables, simpleTables, stackedTables, tableOf } from '../unit/disclosure/attacker';
import { pure } from './campaign';

const minimum = 5;
const numRuns = 60;

/** An attacker with another solver, who is told how each table adds up. */
export const secondaryCampaign = pure(
  'secondary suppression',
  'who knows the sums of a table knows no small count of it to less than five children',
  async (seed) => {
    fc.assert(
      fc.property(fc.oneof(simpleTables, crossTables, stackedTables), (made) => {
        const clearing = clear(tableOf(made), { kind: 'minimum', minimum });
        if (!clearing.ok) return;
        const { withheld } = clearing.cleared;
        for (const [row, count] of made.counts.entries()) {
          if (count >= minimum) continue;
          const [least, most] = boundsOf(row, made, (each) => withheld[each] !== null);
          if (most - least < minimum) throw new Error(`row ${row} is from ${least} to ${most}`);
        }
      }),
      { seed, numRuns },
    );
    return numRuns;
  },
);
