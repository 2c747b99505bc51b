import { bandOf } from './background';
import type { Child } from './children';
import { hasStarted } from './children';
import { drawChance, pick } from './random';
import type { Random } from './random';

/** What is known of a child, by column. */
type Own = Map<string, string>;

/** How many of some children an answer must hold for, both ends included. */
export interface Tally {
  readonly name: string;
  readonly members: ReadonlySet<Child>;
  readonly column: string;
  readonly holds: (own: ReadonlyMap<string, string>) => boolean;
  readonly from: number;
  readonly to: number;
}

/** Columns that belong together are swapped together. */
const questions = [
  ['sex'],
  ['residence'],
  ['misuse_type'],
  ['misuse_by', 'misuse_by_mother', 'misuse_by_father', 'misuse_by_other'],
  ['lives_with_misuse'],
  ['other_support', 'support_social', 'support_private', 'support_other'],
] as const;

interface Count {
  readonly tally: Tally;
  now: number;
}

/**
 * Swaps answers between children of the same age band, both begun or both not, until every tally is met. Whatever is
 * counted by age and by who began stays as it was. Throws when the tallies cannot be met in `limit` tries.
 */
export function swapAnswers(
  known: ReadonlyMap<Child, Own>,
  tallies: readonly Tally[],
  random: Random,
  limit = 2_000_000,
): void {
  const strata = stratify([...known.keys()]);
  for (const columns of questions) {
    const own = tallies.filter(({ column }) => columns.some((each) => each === column));
    settle(known, own, columns, { strata, random, limit });
  }
}

interface Means {
  readonly strata: ReadonlyMap<Child, readonly Child[]>;
  readonly random: Random;
  readonly limit: number;
}

function settle(
  known: ReadonlyMap<Child, Own>,
  tallies: readonly Tally[],
  columns: readonly string[],
  { strata, random, limit }: Means,
): void {
  const of = (child: Child) => known.get(child) ?? new Map<string, string>();
  const counts = tallies.map((tally): Count => ({
    tally,
    now: [...tally.members].filter((child) => tally.holds(of(child))).length,
  }));
  const concerned = new Map<Child, Count[]>();
  for (const count of counts)
    for (const child of count.tally.members) concerned.set(child, [...(concerned.get(child) ?? []), count]);
  for (let tries = 0; tries < limit; tries += 1) {
    const unmet = counts.filter((count) => misfit(count) > 0);
    if (unmet.length === 0) return;
    const { tally, now } = pick(random, unmet);
    const one = pick(random, [...tally.members]);
    const other = pick(random, strata.get(one) ?? [one]);
    // Only a swap that moves this count the right way is worth a try.
    const moves = Number(tally.holds(of(other))) - Number(tally.holds(of(one)));
    if (tally.members.has(other) || moves !== (now < tally.from ? 1 : -1)) continue;
    const touched = [...new Set([...(concerned.get(one) ?? []), ...(concerned.get(other) ?? [])])];
    const before = touched.reduce((sum, count) => sum + misfit(count), 0);
    const change = () => {
      count(touched, one, of(one), -1);
      count(touched, other, of(other), -1);
      swapColumns(of(one), of(other), columns);
      count(touched, one, of(one), 1);
      count(touched, other, of(other), 1);
    };
    change();
    const after = touched.reduce((sum, each) => sum + misfit(each), 0);
    if (after > before + 1 || (after > before && !drawChance(random, setbacks))) change();
  }
  const missed = counts.filter((each) => misfit(each) > 0);
  throw new Error(
    `not met: ${missed.map(({ tally: { name, from, to }, now }) => `${name} ${now}, not ${from}-${to}`).join('; ')}`,
  );
}

/** As in calibration: two counts that pull apart must not block each other. */
const setbacks = 0.02;

function count(counts: readonly Count[], child: Child, own: Own, by: 1 | -1): void {
  for (const each of counts) if (each.tally.members.has(child) && each.tally.holds(own)) each.now += by;
}

function misfit({ tally: { from, to }, now }: Count): number {
  return Math.max(from - now, now - to, 0);
}

function swapColumns(one: Own, other: Own, columns: readonly string[]): void {
  for (const column of columns) {
    const [mine, theirs] = [one.get(column), other.get(column)];
    if (theirs === undefined) one.delete(column);
    else one.set(column, theirs);
    if (mine === undefined) other.delete(column);
    else other.set(column, mine);
  }
}

function stratify(children: readonly Child[]): ReadonlyMap<Child, readonly Child[]> {
  const nameOf = (child: Child) => `${bandOf(child)} ${hasStarted(child) ? 'begun' : 'not'}`;
  const strata = new Map<string, Child[]>();
  for (const child of children) strata.set(nameOf(child), [...(strata.get(nameOf(child)) ?? []), child]);
  return new Map(children.map((child) => [child, strata.get(nameOf(child)) ?? []]));
}
