import type { Box, Theory } from '../notebook/theory';
import { wrapped } from './measure';

/** Pixels. */
export const metrics = {
  gap: 26,
  pad: 9,
  between: 14,
  letters: 13,
  line: 17,
  small: 12.5,
  head: 14,
} as const;

export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Under a rule; none for what is not a result one hopes for. */
  readonly said: readonly string[];
}
export interface PlacedStep {
  readonly x: number;
  readonly width: number;
  readonly head: readonly string[];
  readonly boxes: readonly PlacedBox[];
}
export interface TheoryLayout {
  readonly width: number;
  readonly height: number;
  /** Where the boxes begin: under the heads of the steps. */
  readonly top: number;
  readonly steps: readonly PlacedStep[];
  readonly arrows: readonly (readonly [from: PlacedBox, to: PlacedBox])[];
}

/** Steps side by side from left to right, the boxes of each spread over the height of the tallest. */
export function layTheory({ steps }: Theory, width: number, noIndicator: string): TheoryLayout {
  const column = (width - metrics.gap * (steps.length - 1)) / steps.length;
  const heads = steps.map(({ step }) => wrapped(step, column, metrics.head, 600));
  const top = Math.max(...heads.map((lines) => lines.length)) * 18 + 22;
  const measured = steps.map(({ boxes, expected }) =>
    boxes.map((box) => measure(box, column, expected ? (box.indicator ?? noIndicator) : undefined)),
  );
  const tallest = Math.max(...measured.map(stacked));
  const placed = measured.map((boxes, step) => {
    const x = step * (column + metrics.gap);
    return { x, width: column, head: heads[step] ?? [], boxes: spread(boxes, x, top, tallest) };
  });
  return { width, height: top + tallest + 2, top, steps: placed, arrows: arrowsOf(placed) };
}

type Measured = Omit<PlacedBox, 'x' | 'y'>;

function measure(box: Box, width: number, indicator: string | undefined): Measured {
  const room = width - 2 * metrics.pad;
  const lines = wrapped(box.text, room, metrics.letters);
  const said = indicator === undefined ? [] : wrapped(indicator, room, metrics.small);
  const height = 2 * metrics.pad + lines.length * metrics.line + (said.length && said.length * 16 + 13);
  return { box, width, height, lines, said };
}

function stacked(boxes: readonly Measured[]): number {
  return boxes.reduce((sum, { height }) => sum + height, metrics.between * (boxes.length - 1));
}

function spread(boxes: readonly Measured[], x: number, top: number, tallest: number): readonly PlacedBox[] {
  const spare = (tallest - stacked(boxes)) / (boxes.length + 1);
  let y = top;
  return boxes.map((box) => {
    y += spare;
    const placed = { ...box, x, y };
    y += box.height + metrics.between;
    return placed;
  });
}

function arrowsOf(steps: readonly PlacedStep[]): TheoryLayout['arrows'] {
  const boxes = new Map(
    steps.flatMap((step) => step.boxes).map((placed) => [placed.box.name, placed] as const),
  );
  return [...boxes.values()].flatMap((from) =>
    (from.box.leads_to ?? []).flatMap((name) => {
      const to = boxes.get(name);
      return to ? [[from, to] as const] : [];
    }),
  );
}
