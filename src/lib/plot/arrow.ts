import { widthOf } from './measure';
import { letter, type Lettering, type Pen } from './pen';
import type { Extent } from './scale';

/** One course from before to after, in pixels, with the words at its ends. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly start: string;
  readonly end: string;
  readonly small: boolean;
}

export interface Surroundings {
  /** Where words may stand. */
  readonly paper: Extent;
  /** Is there a line across here? */
  readonly crossed: (span: Extent) => boolean;
}

const ring = 5;
const tip = { length: 13, half: 6 };

export function drawArrow(pen: Pen, arrow: Arrow, around: Surroundings): readonly Element[] {
  return [...shaft(pen, arrow), ...head(pen, arrow), circle(pen, arrow), ...values(pen, arrow, around)];
}

const facing = (arrow: Arrow) => (arrow.to < arrow.from ? -1 : 1);
const length = (arrow: Arrow) => Math.abs(arrow.to - arrow.from);
const inkOf = (arrow: Arrow) => (arrow.small ? 'var(--before)' : 'var(--after)');

/** The tip gives way when there is little room between it and the ring. */
const tipLength = (arrow: Arrow) => Math.min(tip.length, Math.max(0, length(arrow) - ring));

function shaft(pen: Pen, arrow: Arrow): readonly Element[] {
  const start = arrow.from + facing(arrow) * ring;
  const end = arrow.to - facing(arrow) * tipLength(arrow);
  if ((end - start) * facing(arrow) <= 0) return [];
  const dots = arrow.small ? { 'stroke-dasharray': '3 3.5' } : {};
  return [
    pen.make('line', {
      x1: start,
      x2: end,
      y1: arrow.y,
      y2: arrow.y,
      stroke: inkOf(arrow),
      'stroke-width': 3,
      ...dots,
    }),
  ];
}

/** A tip where there is a way to point; a dot where start and end fall together. */
function head(pen: Pen, arrow: Arrow): readonly Element[] {
  const long = tipLength(arrow);
  if (long < 4) return [pen.make('circle', { cx: arrow.to, cy: arrow.y, r: 2.5, fill: inkOf(arrow) })];
  const back = arrow.to - facing(arrow) * long;
  const half = Math.min(tip.half, long * 0.6);
  const paint = arrow.small
    ? { fill: 'var(--page)', stroke: inkOf(arrow), 'stroke-width': 1.5, 'stroke-linejoin': 'round' }
    : { fill: inkOf(arrow) };
  const at = (x: number, y: number) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`;
  return [
    pen.make('path', {
      d: `M${at(arrow.to, arrow.y)}L${at(back, arrow.y - half)}L${at(back, arrow.y + half)}Z`,
      ...paint,
    }),
  ];
}

function circle(pen: Pen, arrow: Arrow): Element {
  const fill = tipLength(arrow) < 4 ? 'none' : 'var(--page)';
  return pen.make('circle', {
    cx: arrow.from,
    cy: arrow.y,
    r: ring,
    fill,
    stroke: 'var(--before)',
    'stroke-width': 2,
  });
}

/** The value at start on the side away from the arrow, the value at end past its tip; over the mark without room. */
function values(pen: Pen, arrow: Arrow, around: Surroundings): readonly Element[] {
  const way = facing(arrow);
  const gap = Math.max(tipLength(arrow) < 4 ? ring : 0, 0) + 6;
  const startStyle = { size: 15, fill: 'var(--ink2)' };
  const endStyle = { size: 16, weight: 700, fill: arrow.small ? 'var(--ink2)' : 'var(--after)' };
  return [
    place(pen, arrow.start, arrow.from - way * (ring + 5), -way, arrow.from, arrow.y, startStyle, around),
    place(pen, arrow.end, arrow.to + way * gap, way, arrow.to, arrow.y, endStyle, around),
  ];
}

function place(
  pen: Pen,
  words: string,
  x: number,
  side: number,
  mark: number,
  y: number,
  style: Lettering,
  around: Surroundings,
): Element {
  const width = widthOf(words, style.size, style.weight);
  const span: Extent = side < 0 ? [x - width, x] : [x, x + width];
  const room = span[0] >= around.paper[0] && span[1] <= around.paper[1];
  if (!room)
    return letter(pen, words, mark, y + 16, { ...style, anchor: side < 0 ? 'start' : 'end', halo: true });
  return letter(pen, words, x, y, {
    ...style,
    anchor: side < 0 ? 'end' : 'start',
    halo: around.crossed(span),
  });
}

/** "ved start" over the ring and "ved slut" over the tip, leaning away from each other. */
export function drawEndNames(
  pen: Pen,
  arrow: Arrow,
  names: { readonly start: string; readonly end: string },
  around: Surroundings,
): readonly Element[] {
  const way = facing(arrow);
  const start = { size: 12.5, fill: 'var(--ink2)' };
  const end = { size: 12.5, weight: 600, fill: 'var(--after)' };
  const fromTip = length(arrow) < 8 ? 8 : 4;
  return [
    endName(pen, names.start, arrow.from + way * (ring + 1), -way, arrow.y, start, around),
    endName(pen, names.end, arrow.to + way * fromTip, way, arrow.y, end, around),
  ];
}

function endName(
  pen: Pen,
  words: string,
  x: number,
  side: number,
  y: number,
  style: Lettering,
  around: Surroundings,
): Element {
  const width = widthOf(words, style.size, style.weight);
  const [least, most] = around.paper;
  const left = Math.max(least, Math.min(side < 0 ? x - width : x, most - width));
  const at = side < 0 ? left + width : left;
  return letter(pen, words, at, y - 17, {
    ...style,
    anchor: side < 0 ? 'end' : 'start',
    halo: around.crossed([left, left + width]),
  });
}
