import type { Column, Value } from '../results/result';
import { roleOf } from '../results/role';
import { shareOf } from '../statistics/shares';
import { smallGroups, type Minimum } from './cleared';
import { countOf } from './count';

export interface Rounded {
  readonly columns: readonly Column[];
  /** For each column the rows whose value may not be told. */
  readonly obscured: readonly ReadonlySet<number>[];
}

/** What is known of a table before it is rounded. */
interface Table {
  readonly columns: readonly Column[];
  readonly labels: readonly boolean[];
  /** The first counts children; none of them is a value. */
  readonly counts: readonly Column[];
  readonly policy: Minimum & { readonly rounding: number };
}

/**
 * A table for anyone: counts are told to the nearest `rounding`, shares and their intervals are those of the rounded
 * counts, and a share of few, or of all but few, is not told. Of a small group nothing else is told, since an exact
 * mean beside a rounded count can give the count away; of others to one decimal.
 */
export function roundTable(table: Table): Rounded {
  const { columns, labels, counts } = table;
  const made = columns.map((column, index): { column: Column; obscured: ReadonlySet<number> } => {
    if (labels[index] || !isNumber(column)) return { column, obscured: new Set() };
    if (counts.includes(column))
      return { column: withValues(column, column.values.map(nearest)), obscured: new Set() };
    const values = column.values.map((value, row) => (value === null ? null : told(column, value, row)));
    const obscured = values.flatMap((value, row) => (value === undefined ? [row] : []));
    return {
      column: withValues(
        column,
        values.map((value) => value ?? null),
      ),
      obscured: new Set(obscured),
    };
  });
  return { columns: made.map(({ column }) => column), obscured: made.map(({ obscured }) => obscured) };

  function nearest(value: Value): Value {
    const count = countOf(value);
    return count === null ? null : roundTo(count, table.policy.rounding);
  }

  /** Undefined where it may not be told. */
  function told(column: Column, value: Value, row: number): number | undefined {
    const number = countOf(value);
    if (number === null) return undefined;
    const end = /^(.*)_(low|high)$/.exec(column.name);
    const of = end ? columns.find(({ name }) => name === end[1]) : column;
    if (of && roleOf(of) === 'share') return toldShare(of, row, end?.[2] as 'low' | 'high' | undefined);
    if (column.type === 'integer')
      return number < table.policy.minimum ? undefined : roundTo(number, table.policy.rounding);
    const children = countOf(counts[0]?.values[row]) ?? 0;
    return children < smallGroups * table.policy.minimum ? undefined : roundTo(number, 0.1);
  }

  function toldShare(share: Column, row: number, end: 'low' | 'high' | undefined): number | undefined {
    const { minimum, rounding } = table.policy;
    const base = countOf(baseOf(share)?.values[row]);
    const part = countOf(share.values[row]);
    if (base === null || part === null) return undefined;
    const few = Math.min(Math.round(part * base), base - Math.round(part * base));
    // None or all of many is said of no few; of a small group it is said of each.
    if (few === 0 ? base < smallGroups * minimum : few < minimum) return undefined;
    const all = roundTo(base, rounding);
    const rounded = shareOf(Math.min(all, roundTo(part * base, rounding)), all);
    if (!end) return rounded.share ?? undefined;
    return rounded.interval.kind === 'interval' ? rounded.interval[end] : undefined;
  }

  /** Of how many a share is: `pool_share` of `pool_known`, else `known`, else the count itself. */
  function baseOf({ name }: Column): Column | undefined {
    const named = (wanted: string) => columns.find((column) => column.name === wanted);
    return (
      named(`${name.replace(/_?share$/, '')}_known`) ??
      (name.endsWith('share') ? named('known') : undefined) ??
      counts[0]
    );
  }
}

const isNumber = ({ type }: Column) => type === 'number' || type === 'integer';
const withValues = (column: Column, values: readonly Value[]): Column => ({ ...column, values });

/** Half a step goes up; what floating point adds goes. */
export function roundTo(number: number, step: number): number {
  return Number((Math.round(number / step) * step).toFixed(6));
}
