export type Extent = readonly [number, number];
export type Position = (value: number) => number;

/** A straight scale; what lies outside the domain is drawn at its edge. */
export function positionIn([from, to]: Extent, [left, right]: Extent): Position {
  const span = to - from || 1;
  return (value) => left + (right - left) * Math.min(1, Math.max(0, (value - from) / span));
}

/** 1, 2 or 5 times a power of ten, so that about `count` steps fill the span. */
function stepOf(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const error = rough / power;
  return power * (error >= 7.07 ? 10 : error >= 3.16 ? 5 : error >= 1.41 ? 2 : 1);
}

/** Round values within the domain, and its end where there is room for it. */
export function ticksIn([from, to]: Extent, count: number): readonly number[] {
  if (!(to > from)) return [from];
  const step = stepOf(to - from, count);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return to - (ticks.at(-1) ?? from) > step * 0.5 ? [...ticks, to] : ticks;
}

/** A domain that holds the values, starts at 0 where they are all on one side of it, and ends on a round number. */
export function roundDomain(values: readonly number[]): Extent {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  if (most - least < 1e-9) return [least, most + 1];
  const step = stepOf(most - least, 5);
  return [Math.floor(least / step) * step, Math.ceil(most / step) * step];
}
