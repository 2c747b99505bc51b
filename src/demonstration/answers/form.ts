import type { Child } from '../children';

/** Raw ticks in the questionnaire's order; null was not answered. */
export type Answers = (number | null)[];

/** A child's forms of one instrument. Calibration changes ticks, never who answered what. */
export interface Case {
  readonly child: Child;
  readonly before: Answers | null;
  readonly after: Answers | null;
}

/** Rounds to a tick of the answer scale `lowest` … `highest`. */
export function toTick(value: number, highest: number, lowest = 0): number {
  return Math.min(highest, Math.max(lowest, Math.round(value)));
}
