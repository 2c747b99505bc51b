import type { Unlocked } from '../workbench/remembered/vault';

/** What was chosen on the opening page, on its way to the notebook page. It never becomes an address. */
export type Handed =
  { readonly kind: 'files'; readonly files: readonly File[] } | ({ readonly kind: 'unlocked' } & Unlocked);

let waiting: Handed | undefined;

export function handOver(handed: Handed): void {
  waiting = handed;
}

/** Gives what waits, once. */
export function takeOver(): Handed | undefined {
  const handed = waiting;
  waiting = undefined;
  return handed;
}
