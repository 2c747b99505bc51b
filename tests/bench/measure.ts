/** The middle of several measurements, and the best: beside other work on the machine the best is what can be trusted. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly runs: number;
}

export function timingOf(milliseconds: readonly number[]): Timing {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { median, least: sorted[0] ?? NaN, runs: sorted.length };
}

/** Two things measured in turn, so that whatever else the machine does falls on both. Milliseconds each. */
export async function inTurn(
  runs: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<readonly [ours: Timing, theirs: Timing]> {
  const [mine, others]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    mine.push(await ours());
    others.push(await theirs());
  }
  return [timingOf(mine), timingOf(others)];
}

/** How many times as long: of the medians, and of the best. */
export function ratioOf(ours: Timing, theirs: Timing): { readonly median: number; readonly least: number } {
  return { median: ours.median / theirs.median, least: ours.least / theirs.least };
}

export async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
