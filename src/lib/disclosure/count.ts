import { columnOf, type Column, type Result, type Value } from '../results/result';

const chief = /^(n|antal)$/i;
const further = /^n_.+$|^.+_n$/i;

/** The columns that count children: `n` or `antal` first, then `n_*` and `*_n`. Empty without an `n` or `antal` of numbers. */
export function countColumns(result: Result): readonly Column[] {
  const numbers = result.columns.filter((column) => column.type === 'number' || column.type === 'integer');
  const chiefs = numbers.filter((column) => chief.test(column.name));
  return chiefs.length === 0 ? [] : [...chiefs, ...numbers.filter((column) => further.test(column.name))];
}

/** Of how many a row's `n` is a part. */
export function wholeColumn(result: Result): Column | undefined {
  return columnOf(result, 'known');
}

/** A count as a number; null where it is missing or not a count at all. */
export function countOf(value: Value | undefined): number | null {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isFinite(count) ? count : null;
}

/** The least of a row's counts; null when one of them is not known. */
export function leastCount(counts: readonly Column[], row: number): number | null {
  let least = Infinity;
  for (const column of counts) {
    const count = countOf(column.values[row]);
    if (count === null) return null;
    least = Math.min(least, count);
  }
  return Number.isFinite(least) ? least : null;
}
