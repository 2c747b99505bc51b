import { drawChance, pick } from './random';
import type { Random } from './random';

/** A mean over some cases that must come out as printed: `of` is a score, or 100 and 0 for a percentage. */
export interface Goal<C> {
  readonly name: string;
  readonly value: number;
  /** How far from it still counts. */
  readonly tolerance: number;
  /** The least that one case can change the sum. */
  readonly step: number;
  readonly members: readonly C[];
  /** Null while the member does not count. */
  readonly of: (member: C) => number | null;
}

/** Changes a case a little and returns how to take it back, or null when there is nothing to change. */
export type Nudge<C> = (member: C, random: Random) => (() => void) | null;

interface Tally<C> {
  readonly goal: Goal<C>;
  sum: number;
  size: number;
}

/** The chance to keep a step away from the goals, without which two that pull apart can block each other. */
const setbacks = 0.006;

/**
 * Nudges random cases, keeping only what brings the goals nearer, until all are met. What is not aimed at stays as it
 * was drawn. Throws when the goals cannot be met in `limit` tries.
 */
export function calibrate<C>(
  goals: readonly Goal<C>[],
  nudge: Nudge<C>,
  random: Random,
  limit = 400_000,
): void {
  const tallies = goals.map(takeTally);
  const concerned = new Map<C, Tally<C>[]>();
  for (const tally of tallies) {
    for (const member of tally.goal.members) concerned.set(member, [...(concerned.get(member) ?? []), tally]);
  }
  for (let tries = 0; tries < limit; tries += 1) {
    const unmet = tallies.filter((tally) => misfit(tally) > 0);
    if (unmet.length === 0) return;
    const member = pick(random, pick(random, unmet).goal.members);
    tryNudge(member, concerned.get(member) ?? [], nudge, random);
  }
  const missed = tallies.filter((tally) => misfit(tally) > 0);
  throw new Error(`not met: ${missed.map(({ goal, sum, size }) => `${goal.name} ${sum / size}`).join('; ')}`);
}

function tryNudge<C>(member: C, tallies: readonly Tally<C>[], nudge: Nudge<C>, random: Random): void {
  const old = tallies.map(({ goal }) => goal.of(member));
  const undo = nudge(member, random);
  if (!undo) return;
  const changes = tallies.map((tally, index) => {
    const now = tally.goal.of(member);
    const then = old[index] ?? null;
    return { tally, by: (now ?? 0) - (then ?? 0), more: Number(now !== null) - Number(then !== null) };
  });
  const nearer = changes.reduce(
    (gain, { tally, by, more }) => gain + misfit(tally) - misfit(tally, tally.sum + by, tally.size + more),
    0,
  );
  if (!isWorthwhile(nearer, random) || changes.every(({ by, more }) => by === 0 && more === 0)) return undo();
  for (const { tally, by, more } of changes) {
    tally.sum += by;
    tally.size += more;
  }
}

/** An even trade between two goals counts too: another case can settle it. */
function isWorthwhile(nearer: number, random: Random): boolean {
  return nearer >= 0 || drawChance(random, setbacks);
}

/** How many steps of one case a sum is from what is printed; 0 when its mean rounds to it. */
function misfit<C>({ goal, ...now }: Tally<C>, sum = now.sum, size = now.size): number {
  // Of nobody nothing is printed.
  if (size === 0) return 1;
  const distance = Math.abs(sum - goal.value * size);
  return Math.max(0, distance - goal.tolerance * size) / goal.step;
}

function takeTally<C>(goal: Goal<C>): Tally<C> {
  const counted = goal.members.flatMap((member) => goal.of(member) ?? []);
  return { goal, sum: counted.reduce((sum, each) => sum + each, 0), size: counted.length };
}
