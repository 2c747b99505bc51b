import type { Cleared } from '../../disclosure/cleared';
import { columnsRead } from '../../results/interval';

/** Columns in the order people read them: what names a row, then n, then the rest. Gives indexes. */
export function arrange({ columns, labels }: Cleared): readonly number[] {
  const rank = (index: number) => (labels[index] ? 0 : columns[index]?.name === 'n' ? 1 : 2);
  return columnsRead(columns).toSorted((a, b) => rank(a) - rank(b) || a - b);
}
