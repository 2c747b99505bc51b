import { letter, type Pen } from './pen';
import type { Band, Rule } from './plan';
import type { Extent, Position } from './scale';

/** Where the drawing itself stands. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const paper = 1.5;

/** The fields behind everything, over the whole height, with a seam of paper between them. */
export function drawBands(
  pen: Pen,
  bands: readonly Band[],
  position: Position,
  field: Field,
): readonly Element[] {
  return bands.map((band) => {
    const from = position(band.from);
    const to = position(band.to);
    const seam = to < field.right ? paper : 0;
    return pen.make('rect', {
      x: from,
      y: field.top,
      width: Math.max(0, to - from - seam),
      height: field.bottom - field.top,
      fill: `var(--${band.fill})`,
    });
  });
}

export function drawGrid(
  pen: Pen,
  ticks: readonly number[],
  position: Position,
  field: Field,
  words: (value: number) => string,
): readonly Element[] {
  return ticks.flatMap((tick) => [
    pen.make('line', {
      x1: position(tick),
      x2: position(tick),
      y1: field.top,
      y2: field.bottom,
      stroke: 'var(--line)',
      'stroke-width': 1,
    }),
    letter(pen, words(tick), position(tick), field.bottom + 14, {
      size: 13,
      fill: 'var(--ink2)',
      anchor: 'middle',
    }),
  ]);
}

/** The norm is solid, 2 px; a cut-off is dashed. `rises` is how far each stands over the field, to meet its name. */
export function drawRules(
  pen: Pen,
  rules: readonly Rule[],
  rises: readonly number[],
  position: Position,
  field: Field,
): readonly Element[] {
  return rules.map((rule, index) =>
    pen.make('line', {
      x1: position(rule.at),
      x2: position(rule.at),
      y1: field.top - (rises[index] ?? 10),
      y2: field.bottom,
      ...ruleStroke(rule.as),
    }),
  );
}

export function ruleStroke(as: Rule['as']): Readonly<Record<string, string | number>> {
  return as === 'norm'
    ? { stroke: 'var(--norm)', 'stroke-width': 2 }
    : { stroke: 'var(--cut)', 'stroke-width': 1.5, 'stroke-dasharray': '5 4' };
}

export function crosses(rules: readonly Rule[], position: Position, [from, to]: Extent): boolean {
  return rules.some((rule) => position(rule.at) > from - 3 && position(rule.at) < to + 3);
}
