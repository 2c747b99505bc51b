import type { Column, Result } from '../results/result';
import { floor, smallGroups, type Cleared, type Clearing, type Policy } from './cleared';
import { countColumns, countOf, leastCount } from './count';
import { labelColumns, tellingColumns } from './label';
import { hasSingleChildren } from './single';
import { sumsIn, type Told } from './sums';
import { withheldRows } from './withhold';

/**
 * The only maker of `Cleared`. Under `minimum`, a row behind which there are fewer children than the minimum (or an
 * unknown number), and every row that would tell of it by subtraction, keeps its names and loses everything else, its
 * counts too. `told` gives what the same document tells in other tables: their counts.
 */
export function clear(result: Result, policy: Policy, told: () => readonly Told[] = () => []): Clearing {
  const counts = countColumns(result);
  if (policy.kind === 'minimum') {
    if (counts.length === 0) return { ok: false, problem: { kind: 'no-count' } };
    if (hasSingleChildren(result, counts)) return { ok: false, problem: { kind: 'single-children' } };
  }
  const labels = labelColumns(result);
  const telling = tellingColumns(result);
  const names = result.columns.filter((_, index) => labels[index]);
  if (policy.kind === 'minimum' && areFewCrossed(names, counts, leastAllowed(policy.minimum)))
    return { ok: false, problem: { kind: 'few-crossed' } };
  const withheld =
    policy.kind === 'none'
      ? new Set<number>()
      : withheldRows(result, { names, counts, minimum: leastAllowed(policy.minimum), told });
  const shown = Array.from({ length: result.rowCount }, (_, row) => !withheld.has(row));
  const cleared: Omit<Cleared, symbol> = {
    policy,
    columns: result.columns.map((column, index) => withheldIn(column, telling[index] === true, shown)),
    rowCount: result.rowCount,
    truncated: result.truncated,
    withheld: shown.map((is) => (is ? null : 'small')),
    labels,
    counts: shown.map((is, row) => (is ? leastCount(counts.slice(0, 1), row) : null)),
  };
  return { ok: true, cleared: cleared as Cleared };
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
