import type { Column, Result } from '../results/result';
import { floor, type Cleared, type Minimum } from './cleared';
import { countColumns, countOf, leastCount, wholeColumn } from './count';
import { isName } from './label';
import { roundTo } from './round';
import { namesOneChild } from './single';

/** A cleared result as a file tells of it. What follows from its columns is not told: it is reckoned again. */
export interface Retold {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly truncated: boolean;
  /** For each column: does it name the rows? */
  readonly labels: readonly boolean[];
  /** Rows whose numbers are withheld. */
  readonly withheld: ReadonlySet<number>;
  /** For each column the rows whose value is withheld. */
  readonly obscured: readonly ReadonlySet<number>[];
  readonly leftOut: readonly string[];
}

/**
 * The maker of `Cleared` beside `clear`, for what was cleared before and comes back in a file. It believes nothing: a
 * table that tells what `clear` would not have told under this policy is undefined.
 */
export function reread(retold: Retold, policy: Minimum): Cleared | undefined {
  const { columns, rowCount, truncated, labels, withheld, obscured, leftOut } = retold;
  if (policy.minimum < floor || !isWhole(retold)) return undefined;
  const result: Result = { columns, rowCount, truncated };
  if (columns.some(({ name, single }) => single || namesOneChild(name))) return undefined;
  if (!columns.every((column, at) => labels[at] !== true || isName(column))) return undefined;
  if (!isHidden(retold)) return undefined;
  const counts = countColumns(result);
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const shown = rows.filter((row) => !withheld.has(row));
  if (counts.length === 0 || !shown.every((row) => tellsOfEnough(result, counts, row, policy)))
    return undefined;
  const chief = counts.slice(0, 1);
  const cleared: Omit<Cleared, symbol> = {
    policy,
    columns,
    rowCount,
    truncated,
    withheld: rows.map((row) => (withheld.has(row) ? 'small' : null)),
    labels,
    counts: rows.map((row) => (withheld.has(row) ? null : leastCount(chief, row))),
    marked: rows.map(() => null),
    obscured,
    leftOut,
  };
  return cleared as Cleared;
}

/** Every row has a value in every column, and every place that is named is there. */
function isWhole({ columns, rowCount, labels, withheld, obscured }: Retold): boolean {
  const isThere = (row: number) => Number.isInteger(row) && row >= 0 && row < rowCount;
  return (
    columns.every(({ values }) => values.length === rowCount) &&
    labels.length === columns.length &&
    obscured.length === columns.length &&
    [withheld, ...obscured].every((rows) => [...rows].every(isThere))
  );
}

/** Where something is withheld nothing stands, but the names of a row. */
function isHidden({ columns, labels, withheld, obscured }: Retold): boolean {
  return columns.every(({ values }, at) =>
    values.every((value, row) => {
      const isTold =
        labels[at] === true ? !obscured[at]?.has(row) : !withheld.has(row) && !obscured[at]?.has(row);
      return isTold || value === null;
    }),
  );
}

/** A row that is shown: enough children behind each of its counts, and none or enough in what is left of a whole. */
function tellsOfEnough(result: Result, counts: readonly Column[], row: number, policy: Minimum): boolean {
  const { minimum, rounding } = policy;
  // A count that is told rounded may be told as less than it is.
  const least = rounding === undefined ? minimum : roundTo(minimum, rounding);
  const numbers = counts.map(({ values }) => countOf(values[row]));
  if (!numbers.every((count) => count !== null && count >= least)) return false;
  if (rounding !== undefined)
    return numbers.every((count) => count !== null && roundTo(count, rounding) === count);
  const whole = countOf(wholeColumn(result)?.values[row]);
  const rest = (whole ?? 0) - (numbers[0] ?? 0);
  return rest <= 0 || rest >= minimum;
}
