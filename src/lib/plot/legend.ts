import { widthOf } from './measure';
import type { LegendEntry } from './paint';
import { letter, type Pen } from './pen';

const lineHeight = 20;

interface Placed {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly line: number;
}

function place(entries: readonly LegendEntry[], width: number): readonly Placed[] {
  let x = 0;
  let line = 0;
  return entries.map((entry) => {
    const room = widthOf(entry.words, 13) + 36;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const placed = { entry, x, line };
    x += room;
    return placed;
  });
}

export function legendHeight(entries: readonly LegendEntry[], width: number): number {
  const last = place(entries, width).at(-1);
  return last ? (last.line + 1) * lineHeight + 4 : 0;
}

/** Swatches with their names in reading order, over the drawing: only where nothing can be named in its place. */
export function drawLegend(pen: Pen, entries: readonly LegendEntry[], width: number): Element {
  return pen.make(
    'g',
    {},
    place(entries, width).flatMap(({ entry, x, line }) => [
      pen.make('rect', { x, y: line * lineHeight + 3, width: 12, height: 12, rx: 3, fill: entry.colour }),
      letter(pen, entry.words, x + 18, line * lineHeight + 9, { size: 13, fill: 'var(--ink2)' }),
    ]),
  );
}
