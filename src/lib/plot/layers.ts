import * as Plot from '@observablehq/plot';
import { sentencesOf } from '../i18n/sentences';
import type { Axes, Axis, Place } from './axes';
import { broken, widthOf } from './measure';
import type { Drawing } from './drawing';
import { ruleStroke } from './field';
import { figureOf } from './figures';
import { bandsOf, rulesOf, type Rule } from './plan';
import { withheldWords } from './rows';
import { narrowUnder } from './words';

type Layers = readonly Plot.Markish[];

const one = { length: 1 };

/** Fields behind everything, across the axis that carries numbers. */
export function bandMarks({ chart }: Drawing, axes: Axes): Layers {
  const upright = axes.x.kind === 'number';
  return bandsOf(chart).flatMap((band) => {
    const fill = `var(--${band.fill})`;
    if (upright) return [Plot.rectX(one, { x1: [band.from], x2: [band.to], fill, insetRight: 1.5 })];
    return [Plot.rectY(one, { y1: [band.from], y2: [band.to], fill, insetTop: 1.5 })];
  });
}

/** The names of fields that lie, at their ends and over what is drawn there; upright ones are named over the drawing. */
export function bandNames({ chart }: Drawing, axes: Axes): Layers {
  if (axes.x.kind === 'number') return [];
  return bandsOf(chart).flatMap(({ from, to, label }) =>
    label === undefined
      ? []
      : [
          Plot.text([label], {
            y: [(from + to) / 2],
            fill: 'var(--ink2)',
            fontSize: 12.5,
            frameAnchor: 'right',
            dx: -6,
            stroke: 'var(--page)',
            strokeWidth: 4,
          }),
        ],
  );
}

export function gridMarks(axes: Axes): Layers {
  const line = { stroke: 'var(--line)', strokeOpacity: 1 };
  if (axes.x.kind === 'number' && axes.x.column) return [Plot.gridX(line)];
  return axes.y.kind === 'number' ? [Plot.gridY(line)] : [];
}

/** The norm and the cut-offs on x; `rises` is how far each stands over the drawing, to meet its name. */
export function uprightRules({ chart }: Drawing, rises: readonly number[]): Layers {
  return rulesOf(chart, 'x').map((rule, index) =>
    Plot.ruleX([rule.at], { ...strokeOf(rule), insetTop: -(rises[index] ?? 10) }),
  );
}

/** Those on y, each with its name at its end. */
export function levelRules({ chart, words }: Drawing): Layers {
  const figure = figureOf(chart.y, words.language);
  return rulesOf(chart, 'y').flatMap((rule) => [
    Plot.ruleY([rule.at], strokeOf(rule)),
    Plot.text(one, {
      text: [rule.label ?? figure(rule.at)],
      fill: rule.as === 'norm' ? 'var(--norm-text)' : 'var(--ink2)',
      fontWeight: 600,
      fontSize: 13,
      y: [rule.at],
      frameAnchor: 'right',
      dy: -10,
      stroke: 'var(--page)',
      strokeWidth: 4,
    }),
  ]);
}

function strokeOf(rule: Rule): Plot.RuleXOptions {
  const stroke = ruleStroke(rule.as);
  return {
    stroke: String(stroke['stroke']),
    strokeWidth: Number(stroke['stroke-width']),
    strokeDasharray: String(stroke['stroke-dasharray'] ?? 'none'),
  };
}

/** Values and groups along the axes; `named` where the groups on y stand in columns of their own. */
export function axisMarks(axes: Axes, width: number, named: boolean): Layers {
  const common = { tickSize: 0, label: null, fill: 'var(--ink2)', fontSize: 13 };
  const spacing = axes.x.kind === 'time' ? 150 : Math.min(90, width / 6);
  return [
    Plot.axisX({
      ...common,
      tickFormat: (place: string | number | Date) => axes.x.words(place),
      ...(axes.x.kind === 'category' ? { ticks: spaced(axes.x, width) } : { tickSpacing: spacing }),
    }),
    ...(named
      ? []
      : [
          Plot.axisY({
            ...common,
            tickFormat: (place: string | number | Date) => nameLines(axes.y.words(place), width).join('\n'),
          }),
        ]),
  ];
}

/** A name beside the drawing, on two lines where it would take too much of the width. */
export function nameLines(name: string, width: number): readonly string[] {
  return broken(name, Math.min(222, width * 0.42), 13, 400, 2);
}

/** The categories along the axis, or as many of them as have room: every second, every third. */
function spaced({ domain, words }: Axis, width: number): readonly string[] {
  const widest = Math.max(
    0,
    ...domain.flatMap((key) =>
      words(key)
        .split('\n')
        .map((line) => widthOf(line, 13)),
    ),
  );
  const each = Math.max(1, (width - 60) / Math.max(1, domain.length));
  const step = Math.ceil((widest + 8) / each);
  return domain.filter((_, at) => at % step === 0);
}

/** Where the words are clear of what is drawn of others in the same place: on the side with more room. */
function freeSide(place: Place, { x, y }: Axes): 'left' | 'right' {
  const values = x.kind === 'number' && x.column ? x.places(x.column) : [];
  const places = y.column ? y.places(y.column) : [];
  const numbers = values.filter((value) => typeof value === 'number');
  const middle = (Math.min(...numbers) + Math.max(...numbers)) / 2;
  const beside = values.filter((value, row) => typeof value === 'number' && places[row] === place);
  return beside.some((value) => Number(value) < middle) ? 'right' : 'left';
}

/** A withheld row that has a place on the page says there why it is empty. */
export function withheldMarks({ cleared, words, width }: Drawing, axes: Axes): Layers {
  const says = sentencesOf(words.language).chart;
  const style = { fill: 'var(--ink2)', fontSize: 13, stroke: 'var(--page)', strokeWidth: 4 };
  const rows = cleared.withheld.flatMap((why, row) => (why === null ? [] : [row]));
  const axis = axes.y.kind === 'category' ? axes.y : axes.x;
  if (rows.length === 0 || axis.kind !== 'category' || !axis.column) return [];
  const places = axis.places(axis.column);
  const at = rows.map((row) => places[row]);
  const short = width < narrowUnder || axes.fx.domain.length > 1;
  // Of small charts only the one that the row is in.
  const small = { ...facetsOf('fx', axes.fx, rows), ...facetsOf('fy', axes.fy, rows) };
  return axis === axes.y
    ? (['left', 'right'] as const).map((side) =>
        Plot.text(rows, {
          ...style,
          ...small,
          text: rows.map(() => (short ? says.withheldShort : withheldWords(cleared, words))),
          y: at.map((place) => (freeSide(place, axes) === side ? place : undefined)),
          frameAnchor: side,
          dx: side === 'left' ? 8 : -8,
        }),
      )
    : [
        Plot.text(rows, {
          ...style,
          ...small,
          text: rows.map(() => says.withheldShort),
          x: at,
          frameAnchor: 'bottom',
          dy: -8,
        }),
      ];
}

function facetsOf(way: 'fx' | 'fy', axis: Axis, rows: readonly number[]): Plot.TextOptions {
  const places = axis.column && axis.places(axis.column);
  return places ? { [way]: rows.map((row) => places[row]) } : {};
}
