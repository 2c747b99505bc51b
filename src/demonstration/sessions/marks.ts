import type { Answers } from '../answers/form';
import { drawChance, drawNormal } from '../random';
import type { Random } from '../random';
import type { MarkSpread } from './levels';

/** A child's way through one kind of form: where it begins, how far it goes, and which marks lie higher or lower. */
export interface Way {
  readonly first: number;
  readonly rise: number;
  readonly bents: readonly number[];
  readonly spread: MarkSpread;
}

export function drawWay(first: number, rise: number, spread: MarkSpread, random: Random): Way {
  const bents = [1, 2, 3, 4].map(() => spread.marks * drawNormal(random));
  return { first, rise, bents, spread };
}

/** The four marks when so much of the way is gone, from 0 to 1; some are not set. */
export function drawMarks(
  { first, rise, bents, spread }: Way,
  gone: number,
  missing: number,
  random: Random,
): Answers {
  const level = first + rise * gone + spread.session * drawNormal(random);
  return bents.map((bent) => {
    const mark = toMark(level + bent + spread.mark * drawNormal(random));
    return drawChance(random, missing) ? null : mark;
  });
}

/** On a line of 10 cm, measured in millimetres. */
function toMark(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value * 10))) / 10;
}
