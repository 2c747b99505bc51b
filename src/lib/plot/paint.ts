import type { Cleared } from '../disclosure/cleared';
import { ink } from '../notebook/chart';
import type { Column } from '../results/result';
import { baseOf } from './base';
import { categoriesOf, keyOf, mostCategories, signAt, signsOf, type Sign } from './category';
import type { Drawing } from './drawing';
import { columnNamed } from './rows';

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

/** The names of the colours; with how many children each stands for, unless every row says so beside its own name. */
export function legendOf(
  column: Column,
  { chart, cleared, words }: Drawing,
  rowsNamed: boolean,
): readonly LegendEntry[] {
  const order = categoriesOf(column, cleared);
  if (order.length > mostCategories) return [];
  const said = rowsNamed && !columnNamed(cleared, 'known');
  return order.map((key, index) => {
    const value = column.values.find((candidate) => keyOf(candidate) === key) ?? null;
    const among = (row: number) => keyOf(column.values[row] ?? null) === key;
    const base = said ? undefined : baseOf(chart, cleared, words, among);
    const name = words.label(column, value);
    return { words: base === undefined ? name : `${name} (${base})`, ...signAt(index, order.length) };
  });
}
