import type { Result } from '../results/result';
import { countColumns, countOf, wholeColumn } from './count';
import { labelColumns } from './label';
import { hasSingleChildren } from './single';
import { namesOf, type Told } from './sums';

/** Read once for each result: it never changes. */
const read = new WeakMap<Result, readonly Told[]>();

/** The counts that the other results of a document tell. */
export function toldBeside(
  results: Iterable<{ readonly result: Result }>,
  beside: Result | undefined,
): readonly Told[] {
  return [...results].flatMap(({ result }) => (result === beside ? [] : toldIn(result)));
}

function toldIn(result: Result): readonly Told[] {
  const known = read.get(result);
  if (known) return known;
  const labels = labelColumns(result);
  const names = result.columns.filter((_, index) => labels[index]);
  const counts = countColumns(result);
  const whole = wholeColumn(result);
  const columns = whole ? [...counts, whole] : counts;
  // What may not leave tells nothing.
  const leaves = counts.length > 0 && !hasSingleChildren(result, counts);
  const told = Array.from({ length: leaves ? result.rowCount : 0 }, (_, row) => {
    const called = namesOf(names, row);
    return columns.flatMap(({ values }): Told[] => {
      const count = countOf(values[row]);
      return count === null ? [] : [{ count, names: called }];
    });
  }).flat();
  read.set(result, told);
  return told;
}
