import type { Column, Result } from '../results/result';

/** A number written as text (`avg(score)::VARCHAR`) is a number: calling it text is no way out. */
const number = /^\s*[-+−]?[\d.,\s]*\d[\d.,\s]*(e[-+]?\d+)?\s*%?$/i;

export function isNumberText(text: string): boolean {
  return number.test(text);
}

/** Does it hold names of rows, and no numbers, called text or not? */
export function isName({ type, values }: Column): boolean {
  if (type === 'code') return true;
  return type === 'text' && !values.some((value) => typeof value === 'string' && isNumberText(value));
}

/** What stands in these columns of a row, as one comparable text. */
export function rowKey(columns: readonly Column[], row: number): string {
  return JSON.stringify(columns.map((column) => column.values[row] ?? null));
}

function distinctRows(columns: readonly Column[], rowCount: number): number {
  return new Set(Array.from({ length: rowCount }, (_, row) => rowKey(columns, row))).size;
}

/**
 * Which columns tell the rows apart: from the left, text and code columns until no two rows are alike. Only these keep
 * their values in a withheld row.
 */
export function tellingColumns(result: Result): readonly boolean[] {
  const names: Column[] = [];
  let apart = false;
  return result.columns.map((column) => {
    if (apart || !isName(column)) return false;
    names.push(column);
    apart = distinctRows(names, result.rowCount) === result.rowCount;
    return true;
  });
}

/**
 * Which columns name the rows: those that tell them apart, and a column that says the same in every row. A later one
 * (`mode(ending)`, `string_agg(…)`) says something *about* the children of a row and is a value.
 */
export function labelColumns(result: Result): readonly boolean[] {
  const telling = tellingColumns(result);
  return result.columns.map(
    (column, index) =>
      telling[index] === true ||
      (isName(column) && result.rowCount > 1 && distinctRows([column], result.rowCount) === 1),
  );
}
