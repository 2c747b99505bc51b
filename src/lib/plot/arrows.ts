import { sentencesOf } from '../i18n/sentences';
import type { Chart } from '../notebook/chart';
import type { Column } from '../results/result';
import { drawArrow, drawEndNames, type Arrow } from './arrow';
import type { Drawing } from './drawing';
import { crosses, drawBands, drawGrid, drawRules, type Field } from './field';
import { figureOf, tickOf } from './figures';
import { headsOf } from './heads';
import { widthOf } from './measure';
import { letter, sheet, type Pen } from './pen';
import { bandsOf, rulesOf, type ArrowMark } from './plan';
import { rowHeads, type RowHeads } from './rowheads';
import { numberAt, rowsOf, type Row } from './rows';
import { positionIn, roundDomain, ticksIn, type Extent, type Position } from './scale';

export interface ArrowColumns {
  readonly start: Column;
  readonly end: Column;
  readonly group: Column;
}

/** Before and after: a row for each group, a ring at start, an arrow to the end, values at both. */
export function drawArrows(drawing: Drawing, mark: ArrowMark, columns: ArrowColumns): Element {
  const { pen, chart, cleared, words, width } = drawing;
  const rows = rowsOf(cleared, columns.group, mark.n, words);
  const heads = rowHeads(rows, width);
  const bands = bandsOf(chart);
  const rules = rulesOf(chart, 'x');
  const domain = chart.x?.domain ?? roundDomain(valuesIn(columns, cleared.rowCount, chart));
  const position = positionIn(domain, [heads.left, heads.right]);
  const figure = figureOf(chart.x, words.language, mark.decimals);
  const names = headsOf(bands, rules, position, [heads.strips ? 0 : heads.left, width], figure);
  const layout = heads.strips ? narrowLayout : wideLayout;
  const field: Field = {
    left: heads.left,
    right: heads.right,
    top: names.height,
    bottom: names.height + layout.first + layout.pitch * Math.max(0, rows.length - 1) + layout.last,
  };
  const centre = (row: Row) => field.top + layout.first + layout.pitch * row.index;
  const around = {
    paper: [heads.strips ? 0 : heads.left - 2, width] as const,
    crossed: (span: Extent) => crosses(rules, position, span),
  };
  const arrows = rows.map((row) => arrowOfRow(row, columns, position, figure, centre(row)));
  const first = arrows.find((arrow) => arrow !== undefined);
  const says = sentencesOf(words.language).chart;
  const ticks = ticksIn(domain, Math.max(2, Math.min(5, (heads.right - heads.left) / 60)));
  const children = [
    ...drawBands(pen, bands, position, field),
    ...drawGrid(pen, ticks, position, field, tickOf(chart.x, words.language)),
    ...drawRules(pen, rules, names.rises, position, field),
    ...names.draw(pen, field.top),
    ...rows.flatMap((row) => drawHead(pen, heads, row, centre(row), width)),
    ...(first ? drawEndNames(pen, first, { start: says.atStart, end: says.atEnd }, around) : []),
    ...rows.flatMap((row, index) => {
      const arrow = arrows[index];
      if (arrow) return drawArrow(pen, arrow, around);
      return [drawReason(pen, row.absent, centre(row), field, around.crossed)];
    }),
  ];
  return sheet(pen, { width, height: field.bottom + 26 }, drawing.description, children);
}

const wideLayout = { first: 30, pitch: 46, last: 22 };
const narrowLayout = { first: 58, pitch: 74, last: 22 };

function valuesIn(columns: ArrowColumns, rowCount: number, chart: Chart): readonly number[] {
  const inRows = Array.from({ length: rowCount }, (_, row) => [
    numberAt(columns.start, row),
    numberAt(columns.end, row),
  ]);
  return [
    ...inRows.flat().filter((value) => value !== null),
    ...rulesOf(chart, 'x').map((rule) => rule.at),
    ...bandsOf(chart).flatMap((band) => [band.from, band.to]),
  ];
}

function arrowOfRow(
  row: Row,
  columns: ArrowColumns,
  position: Position,
  figure: (value: number) => string,
  y: number,
): Arrow | undefined {
  const start = numberAt(columns.start, row.index);
  const end = numberAt(columns.end, row.index);
  if (row.withheld !== undefined || start === null || end === null) return undefined;
  return {
    from: position(start),
    to: position(end),
    y,
    start: figure(start),
    end: figure(end),
    small: row.small !== undefined,
  };
}

/** On a narrow page the group stands on a strip of paper above its row. */
function drawHead(pen: Pen, heads: RowHeads, row: Row, y: number, width: number): readonly Element[] {
  if (!heads.strips) return heads.draw(pen, row, y);
  const strip = pen.make('rect', { x: 0, y: y - 52, width, height: 27, fill: 'var(--page)' });
  return [strip, ...heads.draw(pen, row, y - 38)];
}

/** Why there is no arrow, at the side of the field where no line stands in the words. */
function drawReason(
  pen: Pen,
  reason: string,
  y: number,
  field: Field,
  crossed: (span: Extent) => boolean,
): Element {
  const width = widthOf(reason, 14);
  const right = field.right - 10;
  const toTheLeft = crossed([right - width, right]) && !crossed([field.left + 10, field.left + 10 + width]);
  const style = { size: 14, fill: 'var(--ink2)', halo: true };
  return toTheLeft
    ? letter(pen, reason, field.left + 10, y, style)
    : letter(pen, reason, right, y, { ...style, anchor: 'end' });
}
