import type { Cleared } from '../disclosure/cleared';
import { ink } from '../notebook/chart';
import type { Column } from '../results/result';
import { columnNamed } from './rows';
import type { ChartWords } from './words';

/** A colour for all, or one for each row. */
export type Paint = string | { readonly value: readonly string[]; readonly scale: null };

const categories = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'].map((name) => `var(--${name})`);

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
  const order = valuesIn(column, cleared);
  return {
    value: column.values.map((value) => colourAt(order.indexOf(JSON.stringify(value)), order.length)),
    scale: null,
  };
}

/** The column a written paint names; an ink is not a column, also where one is called like it. */
export function paintedBy(written: string | undefined, cleared: Cleared): Column | undefined {
  return written === undefined || ink.safeParse(written).success ? undefined : columnNamed(cleared, written);
}

/** Values in the questionnaire's order where there is one, or else as the rows bring them. */
function valuesIn(column: Column, cleared: Cleared): readonly string[] {
  const found = new Set(column.values.map((value) => JSON.stringify(value)));
  const codes = (column.codes ?? []).map((code) => JSON.stringify(code)).filter((code) => found.has(code));
  return [...new Set([...codes, ...found])].filter((key) => key !== 'null' || !hidesNull(column, cleared));
}

/** Past six, colour no longer tells them apart: all are drawn in one. */
function colourAt(index: number, many: number): string {
  return many > categories.length ? 'var(--before)' : (categories[index] ?? 'var(--before)');
}

export interface LegendEntry {
  readonly words: string;
  readonly colour: string;
}

/** Is no value here only a value withheld? */
function hidesNull(column: Column, cleared: Cleared): boolean {
  return column.values.every((value, row) => value !== null || cleared.withheld[row] !== null);
}

export function legendOf(column: Column, cleared: Cleared, words: ChartWords): readonly LegendEntry[] {
  const order = valuesIn(column, cleared);
  if (order.length > categories.length) return [];
  return order.map((key, index) => {
    const value = column.values.find((candidate) => JSON.stringify(candidate) === key) ?? null;
    return { words: words.label(column, value), colour: colourAt(index, order.length) };
  });
}
