import type { Cleared } from '../../disclosure/cleared';

/** Columns in the order people read them: what names a row, then n, then the rest. Gives indexes. */
export function arrange({ columns, labels }: Cleared): readonly number[] {
  const rank = (index: number) => (labels[index] ? 0 : columns[index]?.name === 'n' ? 1 : 2);
  return columns.map((_, index) => index).toSorted((a, b) => rank(a) - rank(b) || a - b);
}

/**
 * The row that sums the others up: the first or the last, where no name is given although all others have one.
 * Anywhere else an empty name is a missing answer.
 */
export function totalRow({ columns, labels, rowCount }: Cleared): number | undefined {
  const names = columns.filter((column, index) => labels[index] && column.values.length > 0);
  if (names.length === 0 || rowCount < 2) return undefined;
  const isUnnamed = (row: number) => names.every((column) => column.values[row] === null);
  const unnamed = [rowCount - 1, 0].filter(isUnnamed);
  if (unnamed.length !== 1 || unnamed[0] === undefined) return undefined;
  const others = names.some((column) =>
    column.values.some((value, row) => value === null && row !== unnamed[0]),
  );
  return others && names.length === 1 ? undefined : unnamed[0];
}
