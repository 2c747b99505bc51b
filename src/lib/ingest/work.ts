/**
 * Long work in steps of a few milliseconds. It yields how far it is, from 0 to 1; whoever drives it may rest, or stop,
 * between two steps. It knows no clock itself.
 */
export type Work<T> = Generator<number, T, void>;

/** Bytes to go through between two steps. */
export const stepBytes = 1 << 20;

/** All steps in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A part of a longer work, which has come `from` when it begins and `to` when it ends. */
export function* part<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
