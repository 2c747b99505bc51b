import fc from 'fast-check';
import type { Clearing, Minimum } from '../../src/lib/disclosure/cleared';
import { clear } from '../../src/lib/disclosure/clear';
import { policyOf } from '../../src/lib/disclosure/policy';
import {
  boundsOf,
  crossTables,
  roundedBoundsOf,
  simpleTables,
  stackedTables,
  tableOf,
  type Made,
} from '../unit/disclosure/attacker';
import type { Campaign } from './campaign';

/** How much is hidden of the tables that can be cleared, and how long that takes. */
class Measured {
  #tables = 0;
  #rows = 0;
  #small = 0;
  #hidden = 0;
  #milliseconds = 0;

  clear(made: Made, policy: Minimum): Clearing {
    const from = performance.now();
    const clearing = clear(tableOf(made), policy);
    this.#milliseconds += performance.now() - from;
    if (!clearing.ok) return clearing;
    this.#tables += 1;
    this.#rows += made.counts.length;
    this.#small += made.counts.filter((count) => count < policy.minimum).length;
    this.#hidden += clearing.cleared.withheld.filter((why) => why !== null).length;
    return clearing;
  }

  tell(): string {
    const percent = (part: number) => `${Math.round((100 * part) / this.#rows)} %`;
    const each = (this.#milliseconds / this.#tables).toFixed(1);
    return `of ${this.#rows} rows in ${this.#tables} tables that could leave ${percent(this.#small)} were small and ${percent(this.#hidden)} hidden; ${each} ms a table`;
  }
}

/** Tries what an attacker with another solver, who is told how each table adds up, knows of its small counts. */
function attacked(
  numRuns: number,
  policy: Minimum,
  width: number,
  bounds: (row: number, made: Made, isHidden: (row: number) => boolean) => readonly [number, number],
): Campaign['open'] {
  return async () => {
    const measured = new Measured();
    const isSafe = (made: Made) => {
      const clearing = measured.clear(made, policy);
      if (!clearing.ok) return;
      const { withheld } = clearing.cleared;
      for (const [row, count] of made.counts.entries()) {
        if (count >= policy.minimum) continue;
        const [least, most] = bounds(row, made, (each) => withheld[each] !== null);
        if (most - least < width) throw new Error(`row ${row} is from ${least} to ${most}`);
      }
    };
    return {
      async round(seed) {
        fc.assert(fc.property(fc.oneof(simpleTables, crossTables, stackedTables), isSafe), { seed, numRuns });
        return numRuns;
      },
      measured: () => measured.tell(),
      close: async () => {},
    };
  };
}

export const secondaryCampaign: Campaign = {
  name: 'secondary suppression',
  law: 'who knows the sums of a table knows no small count of it to less than five children',
  enough: 10_000,
  open: attacked(60, { kind: 'minimum', minimum: 5 }, 5, boundsOf),
};

const few = { step: 5, least: 8 };

/** The same where counts are told to the nearest five: five whole numbers must be left. */
export const roundingCampaign: Campaign = {
  name: 'rounding',
  law: 'who reckons with the rounding of a table for anyone knows no small count of it to less than five children',
  enough: 10_000,
  open: attacked(20, policyOf({ preset: 'public' }), few.step - 1, (row, made, isHidden) =>
    roundedBoundsOf(row, made, isHidden, few),
  ),
};
