import type { Column, Result } from '../results/result';
import { floor, smallGroups, type Cleared, type Clearing, type Minimum, type Policy } from './cleared';
import { countColumns, countOf, leastCount, wholeColumn } from './count';
import { labelColumns, tellingColumns } from './label';
import { roundTable } from './round';
import { hasSingleChildren } from './single';
import { sumsIn, type Told } from './sums';
import { withheldRows } from './withhold';

/**
 * The only maker of `Cleared` from a result (`reread` makes one of what was cleared before). Under `minimum`, a row behind which there are fewer children than the minimum (or an
 * unknown number), and every row that would tell of it by subtraction, keeps its names and loses everything else, its
 * counts too; columns of single children's values are left out. `told` gives what the same document tells in other
 * tables: their counts.
 */
export function clear(result: Result, policy: Policy, told: () => readonly Told[] = () => []): Clearing {
  return policy.kind === 'none' ? clearWhole(result, policy.marks, told) : clearUnder(result, policy, told);
}

/** Everything stays; what others would not see is marked. */
function clearWhole(result: Result, marks: Minimum | undefined, told: () => readonly Told[]): Clearing {
  const as = marks && clearUnder(result, marks, told);
  const none = Array.from({ length: result.rowCount }, () => null);
  const counts = countColumns(result).slice(0, 1);
  const cleared: Omit<Cleared, symbol> = {
    policy: { kind: 'none' },
    columns: result.columns,
    rowCount: result.rowCount,
    truncated: result.truncated,
    withheld: none,
    labels: labelColumns(result),
    counts: none.map((_, row) => leastCount(counts, row)),
    marked: as?.ok ? as.cleared.withheld : as ? none.map(() => 'small') : none,
    obscured: result.columns.map(() => new Set()),
    leftOut: [],
  };
  return { ok: true, cleared: cleared as Cleared };
}

function clearUnder(whole: Result, policy: Minimum, told: () => readonly Told[]): Clearing {
  const result = { ...whole, columns: whole.columns.filter(({ single }) => !single) };
  const minimum = leastAllowed(policy.minimum);
  const counts = countColumns(result);
  if (counts.length === 0) return { ok: false, problem: { kind: 'no-count' } };
  if (hasSingleChildren(whole, counts)) return { ok: false, problem: { kind: 'single-children' } };
  const labels = labelColumns(result);
  const telling = tellingColumns(result);
  const names = result.columns.filter((_, index) => labels[index]);
  if (areFewCrossed(names, counts, minimum)) return { ok: false, problem: { kind: 'few-crossed' } };
  const { rounding } = policy;
  const withheld = withheldRows(result, { names, counts, minimum, told, ...(rounding && { rounding }) });
  const shown = Array.from({ length: result.rowCount }, (_, row) => !withheld.has(row));
  const columns = result.columns.map((column, index) => withheldIn(column, telling[index] === true, shown));
  const kept: Pick<Cleared, 'columns' | 'obscured'> = rounding
    ? roundTable({ columns, labels, counts: countsOf(columns), policy: { ...policy, minimum, rounding } })
    : { columns, obscured: columns.map(() => new Set()) };
  const chief = countColumns({ ...result, columns: kept.columns }).slice(0, 1);
  const cleared: Omit<Cleared, symbol> = {
    ...kept,
    policy,
    rowCount: result.rowCount,
    truncated: result.truncated,
    withheld: shown.map((is) => (is ? null : 'small')),
    labels,
    counts: shown.map((is, row) => (is ? leastCount(chief, row) : null)),
    marked: shown.map(() => null),
    leftOut: whole.columns.flatMap(({ name, single }) => (single ? [name] : [])),
  };
  return { ok: true, cleared: cleared as Cleared };
}

function countsOf(columns: readonly Column[]): readonly Column[] {
  const table = { columns, rowCount: 0, truncated: false };
  const whole = wholeColumn(table);
  return [...countColumns(table), ...(whole ? [whole] : [])];
}

/** Too few in all for a group that is no small one, told by two divisions at once. */
function areFewCrossed(names: readonly Column[], counts: readonly Column[], minimum: number): boolean {
  const divisions = names.filter(({ values }) => new Set(values.filter((value) => value !== null)).size > 1);
  if (divisions.length < 2) return false;
  const numbers = (counts[0]?.values ?? []).map(countOf);
  const sums = sumsIn({ labels: names, counts: numbers, wholes: [] }, [], minimum);
  const totals = new Set(
    sums.flatMap(({ parts, total }) => ('row' in total && parts.length > 1 ? [total.row] : [])),
  );
  const inAll = numbers.reduce<number>((sum, count, row) => sum + (totals.has(row) ? 0 : (count ?? 0)), 0);
  return inAll < smallGroups * minimum;
}

/** A minimum that is no number, or under the floor, is the floor. */
function leastAllowed(minimum: number): number {
  return minimum >= floor ? minimum : floor;
}

function withheldIn(column: Column, tells: boolean, shown: readonly boolean[]): Column {
  if (tells) return { ...column, values: column.values.slice(0, shown.length) };
  return { ...column, values: shown.map((is, row) => (is ? (column.values[row] ?? null) : null)) };
}
