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

/** A case in a goal, with what it gives there at the moment. */
interface Stake<C> {
  readonly tally: Tally<C>;
  value: number | null;
}

/**
 * The chance to keep a step away from the goals, without which two that pull apart can block each other. Where many goals
 * share a few cases the first tries do not settle it: then short steps away are kept more often, long ones never.
 */
const setbacks = { early: 0.002, late: 0.03, from: 60_000, farthest: 2.5 };

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
  const tallies = goals.map((goal): Tally<C> => ({ goal, sum: 0, size: 0 }));
  const stakes = placeStakes(tallies);
  for (let tries = 0; tries < limit; tries += 1) {
    const unmet = tallies.filter((tally) => misfit(tally) > 0);
    if (unmet.length === 0) return;
    const member = pick(random, pick(random, unmet).goal.members);
    const undo = nudge(member, random);
    if (undo) keepOrUndo(member, stakes.get(member) ?? [], undo, (loss) => isBearable(loss, tries, random));
  }
  const missed = tallies.filter((tally) => misfit(tally) > 0);
  throw new Error(`not met: ${missed.map(({ goal, sum, size }) => `${goal.name} ${sum / size}`).join('; ')}`);
}

function placeStakes<C>(tallies: readonly Tally<C>[]): Map<C, Stake<C>[]> {
  const stakes = new Map<C, Stake<C>[]>();
  for (const tally of tallies) {
    for (const member of tally.goal.members) {
      const stake = { tally, value: null };
      stakes.set(member, [...(stakes.get(member) ?? []), stake]);
      settle(stake, tally.goal.of(member));
    }
  }
  return stakes;
}

function keepOrUndo<C>(
  member: C,
  stakes: readonly Stake<C>[],
  undo: () => void,
  isKept: (loss: number) => boolean,
): void {
  const now = stakes.map(({ tally }) => tally.goal.of(member));
  const loss = stakes.reduce((sum, { tally, value }, index) => {
    const next = now[index] ?? null;
    if (next === value) return sum;
    const changed = tally.sum + (next ?? 0) - (value ?? 0);
    return sum + misfit(tally, changed, tally.size + sizeOf(next) - sizeOf(value)) - misfit(tally);
  }, 0);
  if (!isKept(loss) || stakes.every(({ value }, index) => value === now[index])) return undo();
  stakes.forEach((stake, index) => settle(stake, now[index] ?? null));
}

function settle<C>(stake: Stake<C>, value: number | null): void {
  stake.tally.sum += (value ?? 0) - (stake.value ?? 0);
  stake.tally.size += sizeOf(value) - sizeOf(stake.value);
  stake.value = value;
}

function sizeOf(value: number | null): number {
  return value === null ? 0 : 1;
}

/** An even trade between two goals counts too: another case can settle it. */
function isBearable(loss: number, tries: number, random: Random): boolean {
  if (loss <= 0) return true;
  if (tries < setbacks.from) return drawChance(random, setbacks.early);
  return loss <= setbacks.farthest && drawChance(random, setbacks.late);
}

/** How many steps of one case a sum is from what is printed; 0 when its mean rounds to it. */
function misfit<C>({ goal, ...now }: Tally<C>, sum = now.sum, size = now.size): number {
  // Of nobody nothing is printed.
  if (size === 0) return 1;
  const distance = Math.abs(sum - goal.value * size);
  return Math.max(0, distance - goal.tolerance * size) / goal.step;
}
