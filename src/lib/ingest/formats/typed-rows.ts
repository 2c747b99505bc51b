import { Refused } from './refused';
import type { SheetWriter } from './sheet-writer';
import type { Work } from '../work';

/** The text of a column's value in a row, both counted from 0. */
export type TextAt = (row: number) => string;

const stepRows = 2_000;

/** Writes rows of columns that are there as a whole; a person finds the first as `number`. */
export function* writeRows(
  writer: SheetWriter,
  columns: readonly TextAt[],
  rows: number,
  number: number,
): Work<void> {
  for (let row = 0; row < rows; row++) {
    writer.row(
      number + row,
      columns.map((textAt) => textAt(row)),
    );
    if (row % stepRows === stepRows - 1) yield row / rows;
  }
}

/** What a file says it holds is held against what was read. */
export function checkRows(read: number, said: number): void {
  if (read !== said) throw new Refused('rows-missing', `${read} / ${said}`);
}
