import type { Language } from '../i18n/language';
import { sentencesOf } from '../i18n/sentences';
import type { Theory } from '../notebook/theory';
import { letter, penOf, sheet, type Pen } from './pen';
import { layTheory, metrics, type PlacedBox, type PlacedStep } from './theory-layout';

/** Under this many pixels the boxes would be columns of single words: show the list instead. */
export const pictureFrom = 720;

/** A theory of change, its lookups already in words, as an SVG element of `document`. Colours are CSS variables. */
export function drawTheory(theory: Theory, width: number, language: Language, document: Document): Element {
  const pen = penOf(document);
  const layout = layTheory(theory, width, sentencesOf(language).theory.noIndicator);
  return sheet(pen, layout, describeTheory(theory, language), [
    ...layout.arrows.map(([from, to]) => arrowElement(pen, from, to)),
    ...layout.steps.flatMap((step) => headElements(pen, step, layout.top)),
    ...layout.steps.flatMap(({ boxes }) => boxes.map((box) => boxElement(pen, box))),
  ]);
}

/** The picture in words, for those who do not see it. */
export function describeTheory({ title, steps }: Theory, language: Language): string {
  const said = sentencesOf(language).theory;
  const parts = steps.map(({ step, boxes, expected }) => {
    const words = boxes.map((box) =>
      expected ? `${box.text} (${box.indicator ?? said.noIndicator.toLowerCase()})` : box.text,
    );
    return `${step}: ${words.join('; ')}.`;
  });
  return [`${title ?? said.title}.`, ...parts].join(' ');
}

function headElements(pen: Pen, { head, x, width }: PlacedStep, top: number): readonly Element[] {
  const foot = top - 14;
  const lines = head.map((line, at) =>
    letter(pen, line, x, foot - 14 - (head.length - 1 - at) * 18, {
      size: metrics.head,
      weight: 600,
      fill: 'var(--ink)',
    }),
  );
  const rule = { x1: x, x2: x + width, y1: foot, y2: foot, stroke: 'var(--ink)', 'stroke-width': 1.5 };
  return [...lines, pen.make('line', rule)];
}

function boxElement(pen: Pen, placed: PlacedBox): Element {
  const { x, y, width, height, lines, said, box } = placed;
  const left = x + metrics.pad;
  const first = y + metrics.pad + metrics.line / 2;
  const under = y + metrics.pad + lines.length * metrics.line + 6;
  const frame = { x, y, width, height, rx: 4, fill: 'var(--page)', stroke: 'var(--edge)' };
  const words = lines.map((line, at) =>
    letter(pen, line, left, first + at * metrics.line, { size: metrics.letters, fill: 'var(--ink)' }),
  );
  const rule = { x1: left, x2: x + width - metrics.pad, y1: under, y2: under, stroke: 'var(--line)' };
  const fill = box.indicator === undefined ? 'var(--ink3)' : 'var(--accent)';
  const indicator = said.map((line, at) =>
    letter(pen, line, left, under + 13 + at * 16, { size: metrics.small, fill }),
  );
  return pen.make('g', {}, [
    pen.make('rect', frame),
    ...words,
    ...(said.length > 0 ? [pen.make('line', rule)] : []),
    ...indicator,
  ]);
}

function arrowElement(pen: Pen, from: PlacedBox, to: PlacedBox): Element {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = metrics.gap * 0.7;
  const path = `M${x1} ${r(y1)}C${r(x1 + bend)} ${r(y1)} ${r(x2 - bend)} ${r(y2)} ${r(x2 - 5)} ${r(y2)}`;
  const tip = `M${r(x2)} ${r(y2)}l-7 -3.5v7z`;
  return pen.make('g', {}, [
    pen.make('path', { d: path, stroke: 'var(--edge)', 'stroke-width': 1.25 }),
    pen.make('path', { d: tip, fill: 'var(--edge)' }),
  ]);
}

const r = (value: number) => Math.round(value * 100) / 100;
