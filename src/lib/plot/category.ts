import type { Cleared } from '../disclosure/cleared';
import type { Column } from '../results/result';

/** What tells categories apart beside their colour, so that greyscale and every eye can: a shape for points, a dash for lines. */
export interface Sign {
  readonly colour: string;
  /** The name of a symbol in Plot. */
  readonly symbol: string;
  readonly dash: string;
}

const signs: readonly Sign[] = [
  { colour: 'var(--k1)', symbol: 'circle', dash: 'none' },
  { colour: 'var(--k2)', symbol: 'square', dash: '7 4' },
  { colour: 'var(--k3)', symbol: 'triangle', dash: '2 3' },
  { colour: 'var(--k4)', symbol: 'diamond', dash: '10 3 2 3' },
  { colour: 'var(--k5)', symbol: 'cross', dash: '14 4' },
  { colour: 'var(--k6)', symbol: 'star', dash: '4 2 1 2 1 2' },
];
const many: Sign = { colour: 'var(--before)', symbol: 'circle', dash: 'none' };

export const mostCategories = signs.length;

/** Past six nothing tells them apart at a glance: all are drawn in one. */
export function signAt(index: number, count: number): Sign {
  return count > signs.length ? many : (signs[index] ?? many);
}

/** Values in the questionnaire's order where there is one, or else as the rows bring them; each as a key. */
export function categoriesOf(column: Column, cleared: Cleared): readonly string[] {
  const found = new Set(column.values.map(keyOf));
  const codes = (column.codes ?? []).map(keyOf).filter((code) => found.has(code));
  return [...new Set([...codes, ...found])].filter((key) => key !== 'null' || !hidesNull(column, cleared));
}

/** A value as a key: no value is one too. */
export function keyOf(value: Column['values'][number]): string {
  return JSON.stringify(value);
}

/** The sign of each row. */
export function signsOf(column: Column, cleared: Cleared): readonly Sign[] {
  const order = categoriesOf(column, cleared);
  return column.values.map((value) => signAt(order.indexOf(keyOf(value)), order.length));
}

/** Is no value here only a value withheld? */
function hidesNull(column: Column, cleared: Cleared): boolean {
  return column.values.every((value, row) => value !== null || cleared.withheld[row] !== null);
}
