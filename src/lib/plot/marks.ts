import * as Plot from '@observablehq/plot';
import type { Cleared } from '../disclosure/cleared';
import { sentencesOf } from '../i18n/sentences';
import type { Column } from '../results/result';
import { axisOf, type Axes, type Axis, type Place } from './axes';
import { baseOf, countName } from './base';
import type { Drawing } from './drawing';
import { hatchPattern } from './hatch';
import { figureOf } from './figures';
import { headsOf, type Heads } from './heads';
import {
  axisMarks,
  bandMarks,
  bandNames,
  gridMarks,
  levelRules,
  nameLines,
  uprightRules,
  withheldMarks,
} from './layers';
import { drawLegend, legendHeight, type LegendOf } from './legend';
import { widthOf } from './measure';
import { legendOf, paintedBy } from './paint';
import { letter } from './pen';
import { plainMark, plainOf } from './plain';
import { bandsOf, rulesOf } from './plan';
import { columnHeads } from './rowheads';
import { rowsOf, withheldWords, type Row } from './rows';

/** A line under the drawing. */
const noteHeight = 24;

/** Charts of plain marks, through Observable Plot. Columns go in as arrays, never as objects keyed by their names. */
export function drawMarks(drawing: Drawing): Element {
  const { chart, cleared, words, width, pen } = drawing;
  const axes: Axes = {
    x: axisOf('x', chart, cleared, words),
    y: axisOf('y', chart, cleared, words),
    fx: axisOf('fx', chart, cleared, words),
    fy: axisOf('fy', chart, cleared, words),
  };
  const painted = paintColumn(drawing);
  const groups = groupRows(drawing, axes);
  const legend = painted ? legendOf(painted, drawing, groups.length > 0) : [];
  const of = legendKinds(drawing);
  const counted = groups.length > 0 || legend.length > 0 || standsAlone(axes.x, cleared);
  const notes = [hiddenRows(drawing, axes), counted ? undefined : baseOf(chart, cleared, words)].filter(
    (note) => note !== undefined,
  );
  const heads = columnHeads(groups, width);
  const margins = marginsOf(drawing, axes, groups.length > 0 ? heads.left : undefined);
  const above = legendHeight(legend, width, of);
  const below = notes.length * noteHeight;
  const plot = (rises: readonly number[], namesHeight: number) => {
    const marginTop = above + Math.max(12, namesHeight) + (axes.fx.column ? 22 : 0);
    return Plot.plot({
      document: drawing.document,
      className: 'plain',
      width,
      height: marginTop + bodyHeight(axes, width) + margins.marginBottom + below,
      ...margins,
      marginTop,
      marginBottom: below + margins.marginBottom,
      x: scaleOf(axes.x, chart.x?.domain),
      y: { ...scaleOf(axes.y, chart.y?.domain), ...(groups.length > 0 ? { axis: null } : {}) },
      ...(axes.fx.column ? { fx: { ...facetOf(axes.fx), padding: apart(axes.fx, margins, width) } } : {}),
      ...(axes.fy.column ? { fy: facetOf(axes.fy) } : {}),
      marks: [
        ...bandMarks(drawing, axes),
        ...gridMarks(axes),
        ...chart.marks.flatMap((mark) => plainMark(drawing, axes, mark)),
        // Over small charts their names stand, where a line would rise to its own.
        ...uprightRules(drawing, axes.fx.column ? rises.map(() => 0) : rises),
        ...levelRules(drawing),
        ...axisMarks(axes, width, groups.length > 0),
        ...bandNames(drawing, axes),
        ...withheldMarks(drawing, axes),
      ],
    });
  };
  const names = namesOver(drawing, axes, () => plot([], 0).scale('x'));
  const svg = plot(names.rises, names.height);
  const middle = middleOf(svg.scale('y'));
  svg.append(
    hatchPattern(pen, drawing.hatch),
    drawLegend(pen, legend, width, of),
    ...names.draw(pen, above + names.height),
    ...groups.flatMap((row) => heads.draw(pen, row, middle(axes.y.places(row.column)[row.index]))),
  );
  const height = Number(svg.getAttribute('height'));
  svg.append(
    ...notes.flatMap((note, at) => {
      const y = height - 10 - (notes.length - 1 - at) * noteHeight;
      return letter(pen, note, margins.marginLeft, y, { size: 13, fill: 'var(--ink2)' });
    }),
  );
  return dressed(svg, drawing.description);
}

/**
 * Plot's own style sheet would be refused by the page's policy: `ui/chart.css` has its rules. The drawing is one picture
 * with one description; the names Plot gives its parts would be read as labels of nothing.
 */
function dressed(svg: Element, description: string): Element {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label]')) {
    part.setAttribute('data-mark', part.getAttribute('aria-label') ?? '');
    part.removeAttribute('aria-label');
  }
  const attributes = {
    role: 'img',
    'aria-label': description,
    'font-family': 'var(--sans)',
    'font-size': '13',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  return svg;
}

interface GroupRow extends Row {
  readonly column: Column;
}

/** The rows, where each is a group of its own along y: then names and n stand in columns. */
function groupRows({ cleared, words }: Drawing, axes: Axes): readonly GroupRow[] {
  const column = axes.y.kind === 'category' && !axes.fy.column ? axes.y.column : undefined;
  if (!column || axes.y.domain.length !== cleared.rowCount) return [];
  return rowsOf(cleared, column, countName(cleared), words).map((row) => ({ ...row, column }));
}

/** Each place on x is one row, with its n under its name. */
function standsAlone(x: Axis, { rowCount }: Cleared): boolean {
  return x.kind === 'category' && x.domain.length === rowCount;
}

/** The names of fields and lines on x. Where they stand only a first drawing can tell: Plot rounds the domain itself. */
function namesOver({ chart, words, width }: Drawing, axes: Axes, draw: () => Plot.Scale | undefined): Heads {
  const rules = rulesOf(chart, 'x');
  const bands = axes.x.kind === 'number' ? bandsOf(chart) : [];
  const scale = rules.length + bands.length > 0 ? draw() : undefined;
  const position = (value: number) => Number(scale?.apply(value) ?? 0);
  return headsOf(bands, rules, position, [0, width], figureOf(chart.x, words.language));
}

function middleOf(scale: Plot.Scale | undefined): (place: Place) => number {
  return (place) => Number(scale?.apply(place) ?? 0) + (scale?.bandwidth ?? 0) / 2;
}

function marginsOf({ width }: Drawing, axes: Axes, left: number | undefined) {
  const twoLines = axes.x.domain.some((key) => axes.x.words(key).includes('\n'));
  const names = axes.y.domain.flatMap((key) => nameLines(axes.y.words(key), width));
  const belowNames = Math.max(0, ...axes.fy.domain.map((key) => widthOf(axes.fy.words(key), 13)));
  const widest = Math.max(30, ...names.map((line) => widthOf(line, 13)));
  return {
    marginLeft: left ?? widest + 18,
    marginRight: belowNames > 0 ? belowNames + 14 : axes.x.kind === 'time' ? 44 : 24,
    marginBottom: twoLines ? 44 : 28,
  };
}

/** The column that colours stand for. */
function paintColumn({ chart, cleared }: Drawing): Column | undefined {
  const written = chart.marks
    .map(plainOf)
    .flatMap((plain) => (plain ? [plain.options.fill, plain.options.stroke] : []));
  return written.map((name) => paintedBy(name, cleared)).find((column) => column !== undefined);
}

/** On which marks the colours are: on none of these, they fill bars or areas. */
function legendKinds({ chart, cleared }: Drawing): LegendOf {
  const painted = chart.marks
    .map(plainOf)
    .filter((plain) => paintedBy(plain?.options.fill ?? plain?.options.stroke, cleared) !== undefined);
  return {
    lines: painted.some((plain) => plain?.kind === 'line'),
    points: painted.some((plain) => plain?.kind === 'dot'),
  };
}

/** How many rows are not drawn, said under a chart where they have no place of their own. */
function hiddenRows({ cleared, words }: Drawing, axes: Axes): string | undefined {
  const many = cleared.withheld.filter((why) => why !== null).length;
  if (many === 0 || axes.y.kind === 'category') return undefined;
  return sentencesOf(words.language).chart.withheldRows(many, withheldWords(cleared, words));
}

function bodyHeight(axes: Axes, width: number): number {
  const facets = Math.max(1, axes.fy.domain.length);
  return axes.y.kind === 'category'
    ? facets * Math.max(1, axes.y.domain.length) * 36
    : facets > 1
      ? facets * 120
      : Math.min(320, width * 0.5);
}

function scaleOf(axis: Axis, domain: readonly [number, number] | undefined): Plot.ScaleOptions {
  if (axis.kind === 'category') return { domain: axis.domain, label: null, padding: 0.35 };
  if (axis.kind === 'time') return { type: 'utc', label: null };
  return { label: null, ...(domain ? { domain } : { nice: true }) };
}

/** Between small charts side by side there is room for the last number of one and the first of the next. */
function apart({ domain }: Axis, margins: ReturnType<typeof marginsOf>, width: number): number {
  const each = (width - margins.marginLeft - margins.marginRight) / Math.max(1, domain.length);
  return Math.min(0.4, 44 / Math.max(1, each));
}

function facetOf(axis: Axis): Plot.ScaleOptions {
  return { domain: axis.domain, label: null, tickFormat: (key: string) => axis.words(key) };
}
