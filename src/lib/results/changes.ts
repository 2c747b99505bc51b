import { columnsRead } from './interval';
import type { Column, Value } from './result';
import { roleOf } from './role';

/** A table as people see it: withheld rows are of no use. */
interface Shown {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly labels: readonly boolean[];
  readonly withheld: readonly unknown[];
}

/** A number that is another one than it was. */
export interface ChangedNumber {
  /** The names of its row, in the order they stand. */
  readonly row: readonly (readonly [column: Column, value: Value])[];
  readonly column: Column;
  readonly before: number;
  readonly now: number;
}

export interface Changes {
  readonly changed: readonly ChangedNumber[];
  /** So many numbers stood in both. */
  readonly of: number;
}

/**
 * Which numbers of a table are others than they were, by more than `within`: of a share so much of the whole, of any other
 * number so much of itself. Rows are matched by their names, columns by theirs; what stands in one table alone, or is
 * withheld in one, is not counted.
 */
export function changesBetween(before: Shown, now: Shown, within: number): Changes {
  const rowsBefore = new Map(rowsOf(before).map((row) => [keyOf(before, row), row]));
  const changed: ChangedNumber[] = [];
  let of = 0;
  for (const index of columnsRead(now.columns)) {
    const column = now.columns[index];
    const old = before.columns.find(({ name, type }) => name === column?.name && isNumber(type));
    if (!column || !old || now.labels[index] || !isNumber(column.type)) continue;
    const isShare = roleOf(column) === 'share';
    for (const row of rowsOf(now)) {
      const was = old.values[rowsBefore.get(keyOf(now, row)) ?? -1];
      const is = column.values[row];
      if (typeof was !== 'number' || typeof is !== 'number') continue;
      of += 1;
      // What floating point adds is no change.
      const least = (isShare ? within : within * Math.abs(was)) + 1e-9;
      if (Math.abs(is - was) > least) changed.push({ row: namesOf(now, row), column, before: was, now: is });
    }
  }
  return { changed, of };
}

function rowsOf({ rowCount, withheld }: Shown): readonly number[] {
  return Array.from({ length: rowCount }, (_, row) => row).filter((row) => withheld[row] === null);
}

function namesOf({ columns, labels }: Shown, row: number): ChangedNumber['row'] {
  return columns.flatMap((column, index) =>
    labels[index] ? [[column, column.values[row] ?? null] as const] : [],
  );
}

function keyOf(table: Shown, row: number): string {
  return JSON.stringify(namesOf(table, row).map(([{ name }, value]) => [name, value]));
}

const isNumber = (type: Column['type']) => type === 'number' || type === 'integer';
