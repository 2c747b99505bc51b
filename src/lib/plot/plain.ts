import * as Plot from '@observablehq/plot';
import type { Cleared } from '../disclosure/cleared';
import type { Mark } from '../notebook/chart';
import type { Column } from '../results/result';
import { categoriesOf, keyOf, signAt, signsOf } from './category';
import type { Axes, Axis, Place } from './axes';
import type { Drawing } from './drawing';
import { figureOf } from './figures';
import { paintedBy, paintOf } from './paint';
import { columnNamed, numberAt } from './rows';

/** The marks Plot draws as they are, by name. */
type Kind = 'barX' | 'barY' | 'dot' | 'line' | 'areaY' | 'tickX' | 'text';

interface Options {
  readonly x?: string | number | undefined;
  readonly y?: string | number | undefined;
  readonly fx?: string | undefined;
  readonly fy?: string | undefined;
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly r?: string | number | undefined;
  readonly z?: string | undefined;
  readonly text?: string | undefined;
}

export interface Plain {
  readonly kind: Kind;
  readonly options: Options;
}

export function plainOf(mark: Mark): Plain | undefined {
  if ('barX' in mark) return { kind: 'barX', options: mark.barX };
  if ('barY' in mark) return { kind: 'barY', options: mark.barY };
  if ('dot' in mark) return { kind: 'dot', options: mark.dot };
  if ('line' in mark) return { kind: 'line', options: mark.line };
  if ('areaY' in mark) return { kind: 'areaY', options: mark.areaY };
  if ('tickX' in mark) return { kind: 'tickX', options: mark.tickX };
  return 'text' in mark ? { kind: 'text', options: mark.text } : undefined;
}

/** One mark of the chart as a mark of Plot, every channel an array as long as the result. */
export function plainMark(drawing: Drawing, axes: Axes, mark: Mark): readonly Plot.Markish[] {
  const plain = plainOf(mark);
  if (!plain) return [];
  const { kind, options } = plain;
  const { cleared } = drawing;
  const rows = { length: cleared.rowCount };
  const places = {
    ...on('x', axes.x, options.x, drawing),
    ...on('y', axes.y, options.y, drawing),
    ...on('fx', axes.fx, options.fx, drawing),
    ...on('fy', axes.fy, options.fy, drawing),
  };
  const fill = (otherwise: string) => paintOf(options.fill, otherwise, cleared, drawing.hatch);
  const stroke = (otherwise: string) => paintOf(options.stroke, otherwise, cleared);
  switch (kind) {
    case 'barX':
      return [Plot.barX(rows, { ...places, fill: fill('after'), insetRight: 1 })];
    case 'barY':
      return [Plot.barY(rows, { ...places, fill: fill('after'), insetTop: 1 })];
    case 'dot':
      return [
        Plot.dot(rows, {
          ...places,
          ...radius(options.r, drawing),
          ...symbol(options.fill, drawing),
          fill: fill('after'),
          stroke: 'var(--page)',
          strokeWidth: 1,
        }),
      ];
    case 'line':
      return dashed(options.stroke, drawing).map((only) =>
        Plot.line(rows, {
          ...places,
          ...series(options, drawing),
          ...only,
          stroke: stroke('after'),
          strokeWidth: 2.5,
        }),
      );
    case 'areaY':
      return [
        Plot.areaY(rows, { ...places, ...series(options, drawing), fill: fill('after'), fillOpacity: 0.35 }),
      ];
    case 'tickX':
      return [Plot.tickX(rows, { ...places, stroke: stroke('after'), strokeWidth: 2 })];
    case 'text':
      return [
        Plot.text(rows, {
          ...places,
          text: textOf(options.text, drawing),
          fill: textFill(options.fill),
          fontSize: 13,
          ...beside(drawing),
          stroke: 'var(--page)',
          strokeWidth: 4,
        }),
      ];
  }
}

/** A number is a fixed place, a name is a column. */
function on(
  way: 'x' | 'y' | 'fx' | 'fy',
  axis: Axis,
  channel: string | number | undefined,
  { cleared }: Drawing,
): Readonly<Record<string, readonly Place[]>> {
  if (typeof channel === 'number') return { [way]: Array.from({ length: cleared.rowCount }, () => channel) };
  const column = channel === undefined ? undefined : columnNamed(cleared, channel);
  return column ? { [way]: axis.places(column) } : {};
}

function radius(
  channel: string | number | undefined,
  { cleared }: Drawing,
): { readonly r: number | readonly (number | null)[] } {
  const column = typeof channel === 'string' ? columnNamed(cleared, channel) : undefined;
  if (column) return { r: column.values.map((_, row) => numberAt(column, row)) };
  return { r: typeof channel === 'number' ? channel : 4 };
}

/** Points of a category have a shape of their own beside its colour. */
function symbol(fill: string | undefined, { cleared }: Drawing): Pick<Plot.DotOptions, 'symbol'> {
  const column = paintedBy(fill, cleared);
  if (!column) return {};
  return { symbol: signsOf(column, cleared).map((sign) => sign.symbol) };
}

/** Lines of a category have a dash of their own: Plot dashes a whole mark, so that each category is one. */
function dashed(stroke: string | undefined, { cleared }: Drawing): readonly Plot.LineOptions[] {
  const column = paintedBy(stroke, cleared);
  if (!column) return [{}];
  const keys = column.values.map(keyOf);
  const order = categoriesOf(column, cleared);
  return order.map((category, index) => ({
    filter: keys.map((key) => key === category),
    strokeDasharray: signAt(index, order.length).dash,
  }));
}

/** Which points hang together: `z`, or else what the colour stands for. */
function series(options: Options, { cleared }: Drawing): { readonly z?: readonly string[] } {
  const named = options.z === undefined ? undefined : columnNamed(cleared, options.z);
  const column = named ?? paintedBy(options.stroke, cleared) ?? paintedBy(options.fill, cleared);
  return column ? { z: column.values.map((value) => JSON.stringify(value)) } : {};
}

function textOf(name: string | undefined, { chart, cleared, words }: Drawing): readonly string[] {
  const column: Column | undefined = columnNamed(cleared, name ?? '');
  const figure = figureOf(chart.x, words.language);
  if (!column) return [];
  return column.values.map((value, row) => {
    if (value === null && isHidden(cleared, column, row)) return '';
    return typeof value === 'number' ? figure(value) : words.label(column, value);
  });
}

function isHidden({ withheld, obscured, columns }: Cleared, column: Column, row: number): boolean {
  return withheld[row] !== null || obscured[columns.indexOf(column)]?.has(row) === true;
}

/** Words are written in an ink's text colour, never in a category's. */
function textFill(name: string | undefined): string {
  return name === 'down' || name === 'norm'
    ? `var(--${name}-text)`
    : name === 'after' || name === 'up'
      ? `var(--${name})`
      : 'var(--ink2)';
}

/** Words stand past the end of a bar, or over a point. */
function beside({ chart }: Drawing): Plot.TextOptions {
  return chart.marks.some((mark) => 'barX' in mark) ? { textAnchor: 'start', dx: 6 } : { dy: -10 };
}
