import type { Answers } from './form';

/** WHO-5: sum × 4, 0-100; null unless all five are answered. */
export function scoreWho5(answers: Answers): number | null {
  let sum = 0;
  for (const answer of answers) {
    if (answer === null) return null;
    sum += answer;
  }
  return sum * 4;
}

/** The SDQ's 25 items in the order of the form, then its impact supplement. */
export const sdqItems = [
  'consid',
  'restles',
  'somatic',
  'shares',
  'tantrum',
  'loner',
  'obeys',
  'worries',
  'caring',
  'fidgety',
  'friend',
  'fights',
  'unhappy',
  'popular',
  'distrac',
  'clingy',
  'kind',
  'lies',
  'bullied',
  'helpout',
  'reflect',
  'steals',
  'oldbest',
  'afraid',
  'attends',
] as const;
export const sdqImpact = ['ebddiff', 'distres', 'imphome', 'impfrie', 'impclas', 'impleis'] as const;

/** Positions of each scale's items in `sdqItems`. */
export const sdqScales = {
  emotion: [2, 7, 12, 15, 23],
  conduct: [4, 6, 11, 17, 21],
  hyper: [1, 9, 14, 20, 24],
  peer: [5, 10, 13, 18, 22],
  prosocial: [0, 3, 8, 16, 19],
} as const;
export type SdqScale = keyof typeof sdqScales;
export const sdqScaleNames = [
  'emotion',
  'conduct',
  'hyper',
  'peer',
  'prosocial',
] as const satisfies readonly SdqScale[];

const reversed = new Set([6, 10, 13, 20, 24]);

/** A tick in the direction of its scale: five of the items count backwards. Its own inverse. */
export function keyed(position: number, tick: number): number {
  return reversed.has(position) ? 2 - tick : tick;
}

/** Mean of the answered items × 5, rounded half up, 0-10; null with fewer than three of five. */
export function scoreSdqScale(answers: Answers, scale: SdqScale): number | null {
  let sum = 0;
  let answered = 0;
  for (const position of sdqScales[scale]) {
    const tick = answers[position] ?? null;
    if (tick === null) continue;
    sum += keyed(position, tick);
    answered += 1;
  }
  return answered < 3 ? null : Math.floor((sum / answered) * 5 + 0.5);
}

/** The four scales of difficulties together, 0-40; null if one cannot be scored. */
export function scoreSdq(answers: Answers): number | null {
  let total = 0;
  for (const scale of ['emotion', 'conduct', 'hyper', 'peer'] as const) {
    const score = scoreSdqScale(answers, scale);
    if (score === null) return null;
    total += score;
  }
  return total;
}
