import { widthOf } from './measure';
import type { LegendEntry } from './paint';
import { letter, type Pen } from './pen';

/** What the colours are on: a swatch for what is filled, else the line or the point as it is drawn. */
export interface LegendOf {
  readonly lines: boolean;
  readonly points: boolean;
}

const lineHeight = 20;
const swatch = 12;
const sample = 28;

interface Placed {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly line: number;
}

const widthFor = (of: LegendOf) => (of.lines ? sample : swatch);

function place(entries: readonly LegendEntry[], width: number, of: LegendOf): readonly Placed[] {
  let x = 0;
  let line = 0;
  return entries.map((entry) => {
    const room = widthOf(entry.words, 13) + widthFor(of) + 24;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const placed = { entry, x, line };
    x += room;
    return placed;
  });
}

export function legendHeight(entries: readonly LegendEntry[], width: number, of: LegendOf): number {
  const last = place(entries, width, of).at(-1);
  return last ? (last.line + 1) * lineHeight + 4 : 0;
}

/** Samples with their names in reading order, over the drawing: only where nothing can be named in its place. */
export function drawLegend(pen: Pen, entries: readonly LegendEntry[], width: number, of: LegendOf): Element {
  return pen.make(
    'g',
    {},
    place(entries, width, of).flatMap(({ entry, x, line }) => [
      ...drawSample(pen, entry, x, line * lineHeight + 9, of),
      letter(pen, entry.words, x + widthFor(of) + 6, line * lineHeight + 9, {
        size: 13,
        fill: 'var(--ink2)',
      }),
    ]),
  );
}

function drawSample(pen: Pen, entry: LegendEntry, x: number, y: number, of: LegendOf): readonly Element[] {
  if (!of.lines && !of.points) {
    const size = { width: swatch, height: swatch, rx: 3 };
    return [pen.make('rect', { x, y: y - swatch / 2, ...size, fill: entry.colour })];
  }
  const width = widthFor(of);
  const line = {
    x1: x,
    x2: x + width,
    y1: y,
    y2: y,
    stroke: entry.colour,
    'stroke-width': 2.5,
    'stroke-dasharray': entry.dash,
  };
  return [
    ...(of.lines ? [pen.make('line', line)] : []),
    ...(of.points ? [drawSymbol(pen, entry, x + width / 2, y)] : []),
  ];
}

/** The symbols of Plot, as large as a point of the chart is. */
const outlines: Readonly<Record<string, string>> = {
  circle: 'M5,0A5,5 0 1 1 -5,0A5,5 0 1 1 5,0Z',
  square: 'M-4.4,-4.4H4.4V4.4H-4.4Z',
  triangle: 'M0,-5.8L5,2.9H-5Z',
  diamond: 'M0,-6.2L3.6,0L0,6.2L-3.6,0Z',
  cross: 'M-6,-2H-2V-6H2V-2H6V2H2V6H-2V2H-6Z',
  star: 'M0,-6.6L1.5,-2H6.3L2.4,0.8L3.9,5.3L0,2.5L-3.9,5.3L-2.4,0.8L-6.3,-2H-1.5Z',
};

function drawSymbol(pen: Pen, { colour, symbol }: LegendEntry, x: number, y: number): Element {
  return pen.make('path', {
    d: outlines[symbol] ?? '',
    transform: `translate(${x},${y})`,
    fill: colour,
    stroke: 'var(--page)',
  });
}
