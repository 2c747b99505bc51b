import type { Cleared } from '../disclosure/cleared';
import { ink } from '../notebook/chart';
import { formatNumber } from '../i18n/format';
import { sentencesOf } from '../i18n/sentences';
import type { Column } from '../results/result';
import { categoriesOf, keyOf, mostCategories, signAt, signsOf, type Sign } from './category';
import { columnNamed } from './rows';
import type { ChartWords } from './words';

/** A colour for all, or one for each row. */
export type Paint = string | { readonly value: readonly string[]; readonly scale: null };

/** An ink's colour; tilbagegang is hatched wherever it fills something. */
function inkPaint(name: string, hatch: string | undefined): string {
  return name === 'down' && hatch !== undefined ? `url(#${hatch})` : `var(--${name})`;
}

/** A fill or stroke as written in a chart: an ink, or a column whose values get the six category colours in turn. */
export function paintOf(
  written: string | undefined,
  otherwise: string,
  cleared: Cleared,
  hatch?: string,
): Paint {
  const name = written ?? otherwise;
  const column = paintedBy(name, cleared);
  if (!column) return inkPaint(ink.safeParse(name).success ? name : otherwise, hatch);
  return { value: signsOf(column, cleared).map(({ colour }) => colour), scale: null };
}

/** The column a written paint names; an ink is not a column, also where one is called like it. */
export function paintedBy(written: string | undefined, cleared: Cleared): Column | undefined {
  return written === undefined || ink.safeParse(written).success ? undefined : columnNamed(cleared, written);
}

export interface LegendEntry extends Sign {
  readonly words: string;
}

export function legendOf(column: Column, cleared: Cleared, words: ChartWords): readonly LegendEntry[] {
  const order = categoriesOf(column, cleared);
  if (order.length > mostCategories) return [];
  return order.map((key, index) => {
    const value = column.values.find((candidate) => keyOf(candidate) === key) ?? null;
    const base = baseOf(key, column, cleared, words);
    return { words: words.label(column, value) + base, ...signAt(index, order.length) };
  });
}

/** How many children the shares of one group are of, " (n = 468)", where the result says so in `known`. */
function baseOf(key: string, column: Column, cleared: Cleared, words: ChartWords): string {
  const known = columnNamed(cleared, 'known')?.values.flatMap((value, row) =>
    typeof value === 'number' && keyOf(column.values[row] ?? null) === key ? [value] : [],
  );
  if (!known || known.length === 0) return '';
  const ends = [...new Set([Math.min(...known), Math.max(...known)])];
  const n = ends.map((end) => formatNumber(end, words.language, 0)).join('–');
  return ` (${sentencesOf(words.language).chart.count(n)})`;
}
