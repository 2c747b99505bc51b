import type { Pen } from './pen';

let drawn = 0;

/** An id no other drawing of this page has, so that one drawing's hatching never hangs on another's. */
export function hatchId(own: string | undefined): string {
  return `hatch-${own ?? ++drawn}`;
}

/** Tilbagegang: hatched at 45°, so that it is told apart without colour. */
export function hatchPattern(pen: Pen, id: string): Element {
  const pattern = pen.make(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    [
      pen.make('rect', { width: 6, height: 6, fill: 'var(--down)' }),
      pen.make('line', {
        x1: 0,
        x2: 0,
        y1: 0,
        y2: 6,
        stroke: 'var(--page)',
        'stroke-opacity': 0.45,
        'stroke-width': 2,
      }),
    ],
  );
  return pen.make('defs', {}, [pattern]);
}
