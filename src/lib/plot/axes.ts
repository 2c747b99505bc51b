import type { Cleared } from '../disclosure/cleared';
import { formatDate } from '../i18n/format';
import type { Chart, Mark } from '../notebook/chart';
import type { Column, Value } from '../results/result';
import { countName } from './base';
import { tickOf } from './figures';
import { columnNamed, numberAt, rowsOf } from './rows';
import type { ChartWords } from './words';

/** What Plot can take for a position. */
export type Place = number | string | Date | undefined;

/** A position channel as the marks of a chart share it: one kind, one order, one way of writing. */
export interface Axis {
  readonly kind: 'category' | 'number' | 'time';
  /** The first column that stands on it. */
  readonly column: Column | undefined;
  /** For categories: their keys in the order of the rows. */
  readonly domain: readonly string[];
  readonly places: (column: Column) => readonly Place[];
  readonly words: (place: Place) => string;
}

export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
  readonly fx: Axis;
  readonly fy: Axis;
}

export function axisOf(
  way: 'x' | 'y' | 'fx' | 'fy',
  chart: Chart,
  cleared: Cleared,
  words: ChartWords,
): Axis {
  const columns = columnsOn(way, chart, cleared);
  const column = columns[0];
  const kind = way === 'fx' || way === 'fy' || carriesBars(way, chart) ? 'category' : kindOf(column);
  const keys = (of: Column) => of.values.map((value, row) => keyAt(cleared, of, value, row));
  const spoken =
    column && kind === 'category' ? spokenOf(way, column, cleared, words) : new Map<string, string>();
  const scale = way === 'x' || way === 'fx' ? chart.x : chart.y;
  const figure = tickOf(scale, words.language);
  return {
    kind,
    column,
    domain: kind === 'category' ? [...new Set(columns.flatMap(keys).filter((key) => key !== undefined))] : [],
    places: (of) => {
      if (kind === 'category') return keys(of);
      if (kind === 'time')
        return of.values.map((value) => (typeof value === 'string' ? new Date(value) : undefined));
      return of.values.map((_, row) => numberAt(of, row) ?? undefined);
    },
    words: (place) => {
      if (place instanceof Date) return formatDate(place.toISOString(), words.language);
      if (typeof place === 'number')
        return column?.type === 'integer' && place % 1 !== 0 ? '' : figure(place);
      return spoken.get(place ?? '') ?? '';
    },
  };
}

/** A category by its value; a withheld row has none where the column does not name it. */
function keyAt(cleared: Cleared, column: Column, value: Value, row: number): string | undefined {
  const named = cleared.labels[cleared.columns.indexOf(column)] === true;
  return cleared.withheld[row] !== null && !named ? undefined : JSON.stringify(value);
}

/** Bars stand on categories, also where those are numbers. */
function carriesBars(way: 'x' | 'y', chart: Chart): boolean {
  return chart.marks.some((mark) => (way === 'y' ? 'barX' in mark : 'barY' in mark));
}

function kindOf(column: Column | undefined): Axis['kind'] {
  if (column?.type === 'date' || column?.type === 'timestamp') return 'time';
  return column?.type === 'number' || column?.type === 'integer' || column === undefined
    ? 'number'
    : 'category';
}

function columnsOn(way: string, chart: Chart, cleared: Cleared): readonly Column[] {
  return chart.marks.flatMap((mark) =>
    optionsOf(mark).flatMap(([channel, name]) => {
      const column = channel === way && typeof name === 'string' ? columnNamed(cleared, name) : undefined;
      return column ? [column] : [];
    }),
  );
}

function optionsOf(mark: Mark): readonly (readonly [string, unknown])[] {
  return Object.values(mark).flatMap((options) => Object.entries(options));
}

/** Labels of the categories; on x with n under them where each is one row. */
function spokenOf(
  way: string,
  column: Column,
  cleared: Cleared,
  words: ChartWords,
): ReadonlyMap<string, string> {
  const rows = rowsOf(cleared, column, countName(cleared), words);
  const keys = rows.map((row) => keyAt(cleared, column, column.values[row.index] ?? null, row.index));
  const single = way === 'x' && new Set(keys).size === keys.length;
  return new Map(
    rows.flatMap((row, index) => {
      const key = keys[index];
      if (key === undefined) return [];
      const beside = single ? [row.count, row.small].filter((part) => part !== undefined).join(' · ') : '';
      return [[key, beside === '' ? row.group : `${row.group}\n${beside}`] as const];
    }),
  );
}
