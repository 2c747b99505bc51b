import fc from 'fast-check';
import { clear } from '../../src/lib/disclosure/clear';
import { policyOf } from '../../src/lib/disclosure/policy';
import {
  boundsOf,
  crossTables,
  roundedBoundsOf,
  simpleTables,
  stackedTables,
  tableOf,
} from '../unit/disclosure/attacker';
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

const few = { step: 5, least: 8 };

/** The same where counts are told to the nearest five: five whole numbers must be left. */
export const roundingCampaign = pure(
  'rounding',
  'who reckons with the rounding of a table for anyone knows no small count of it to less than five children',
  async (seed) => {
    const runs = 20;
    fc.assert(
      fc.property(fc.oneof(simpleTables, crossTables, stackedTables), (made) => {
        const clearing = clear(tableOf(made), policyOf({ preset: 'public' }));
        if (!clearing.ok) return;
        const hidden = (row: number) => clearing.cleared.withheld[row] !== null;
        for (const [row, count] of made.counts.entries()) {
          if (count >= few.least) continue;
          const [least, most] = roundedBoundsOf(row, made, hidden, few);
          if (most - least < few.step - 1) throw new Error(`row ${row} is from ${least} to ${most}`);
        }
      }),
      { seed, numRuns: runs },
    );
    return runs;
  },
);
