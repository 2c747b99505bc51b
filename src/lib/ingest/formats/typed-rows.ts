import { columnLimit, fileLimit, rowLimit } from '../limits';
import type { Work } from '../work';
import { Refused } from './refused';
import type { SheetWriter } from './sheet-writer';

/** Values of a column of typed files as text. None where a value is a list or a record: such a column is never read. */
export type WriteValue = ((value: unknown) => string) | undefined;

/** The text of a column's value in a row, both counted from 0. */
export type TextAt = (row: number) => string;

const stepRows = 2_000;

/** As text a value takes two bytes at least, and a table may have so many. */
const cellLimit = fileLimit / 2;

/** Before anything is unpacked: a file of a few bytes may say that it has any number of values. */
export function checkSize(rows: number, columns: number): void {
  if (rows > rowLimit) throw new Refused('too-many-rows', String(rows));
  if (columns > columnLimit) throw new Refused('too-many-columns', String(columns));
  if (rows * columns > cellLimit) throw new Refused('too-many-rows', String(rows));
}

/** What is nothing in the file, of any kind, is no text. */
export function textsOf(valueAt: (row: number) => unknown, write: (value: unknown) => string): TextAt {
  return (row) => {
    const value = valueAt(row);
    return value === null || value === undefined ? '' : write(value);
  };
}

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
