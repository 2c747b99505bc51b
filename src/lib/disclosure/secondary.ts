import { solve } from 'yalps';
import { membersOf, rangeOf, sumsAbout, type Reading } from './attack';
import type { Sum } from './sums';

/** More withheld rows in one web of sums than a screen should wait for: all that is left in it is withheld too. */
const manyWithheld = 150;

/** From the least to the most that a count under the minimum can be where only rounding hides it. */
const roundedWidth = 4;

/**
 * Secondary suppression: further rows to withhold, so that who subtracts those shown from their sums knows each of the
 * `small` counts to no less than `width` children. Which is chosen by what it costs, the children no longer told of.
 * The rows of `reading.withheld` come back with it.
 */
export function withholdMore(reading: Reading, small: readonly number[], width: number): ReadonlySet<number> {
  const withheld = new Set(reading.withheld);
  const now: Reading = { ...reading, withheld };
  const isTold = (row: number) => {
    const [least, most] = rangeOf(row, now);
    if (!reading.rounded) return most - least < width;
    // Rounding alone hides it: then it is known to be few. Five whole numbers must be left.
    const isAlone = webOf(row, now).every((member) => reading.withheld.has(member));
    return Math.min(most, isAlone ? width - 1 : most) - least < (isAlone ? roundedWidth : width);
  };
  const hide = (rows: readonly number[]) => rows.forEach((each) => withheld.add(each));
  const settled = new Set<number>();
  const hideWeb = (row: number) => {
    for (let size = -1; size < withheld.size;) {
      size = withheld.size;
      hide(partsAbout(row, now));
    }
    for (const part of partsAbout(row, now)) settled.add(part);
  };
  for (const row of small) {
    if (settled.has(row)) continue;
    if (isTooMany(row, now)) {
      hideWeb(row);
      continue;
    }
    for (const by of stepsFrom(reading.counts[row] ?? 0, width)) {
      if (!isTold(row)) break;
      hide(cheapest(row, now, by));
    }
    if (isTold(row)) hideWeb(row);
  }
  return withheld;
}

/** How far a count should be able to move: up until none and `width` are both possible, and down to none. */
function stepsFrom(count: number, width: number): readonly number[] {
  return [Math.max(width - count, 1), -Math.min(count, width)];
}

function isTooMany(row: number, reading: Reading): boolean {
  return webOf(row, reading).length > manyWithheld;
}

/** The withheld rows that sums tie to a row, itself among them where there are any. */
function webOf(row: number, reading: Reading): readonly number[] {
  const web = sumsAbout(row, reading).flatMap((sum) => membersOf(sum).map(([member]) => member));
  return [...new Set(web.filter((member) => reading.withheld.has(member)))];
}

/** Every row of the sums that tell of it, but what they add up to. */
function partsAbout(row: number, reading: Reading): readonly number[] {
  return sumsAbout(row, reading).flatMap(({ parts }) => parts);
}

/**
 * The rows that must move along when a withheld count is `by` more: each sum stays what it is, no count gets under
 * zero, and moving a shown row costs as much as it counts. None where that cannot be.
 */
function cheapest(row: number, reading: Reading, by: number): readonly number[] {
  const { counts, withheld } = reading;
  const sums = reachable(row, reading);
  const variables = new Map<string, Map<string, number>>();
  const constraints = new Map<string, { equal?: number; max?: number }>([['moved', { equal: by }]]);
  sums.forEach((sum, index) => {
    constraints.set(`sum ${index}`, { equal: 0 });
    for (const [member, sign] of membersOf(sum)) {
      constraints.set(`down ${member}`, { max: counts[member] ?? 0 });
      for (const [way, step] of ways) {
        const name = `${way} ${member}`;
        const variable = variables.get(name) ?? new Map<string, number>();
        variable.set(`sum ${index}`, sign * step);
        variable.set('cost', withheld.has(member) ? 0 : 1 + (counts[member] ?? 0));
        if (way === 'down') variable.set(name, 1);
        if (member === row) variable.set('moved', step);
        variables.set(name, variable);
      }
    }
  });
  const { status, variables: moved } = solve({
    direction: 'minimize',
    objective: 'cost',
    constraints,
    variables,
  });
  if (status !== 'optimal') return [];
  return moved.flatMap(([name, amount]) => (amount > 1e-6 ? [Number(name.split(' ')[1])] : []));
}

const ways = [
  ['up', 1],
  ['down', -1],
] as const;

/** The sums that are tied to a row's by rows, shown or not. */
function reachable(row: number, { counts, sums }: Reading): readonly Sum[] {
  return sumsAbout(row, { sums, withheld: new Set(counts.keys()) });
}
