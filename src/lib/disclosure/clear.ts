import type { Column, Result } from '../results/result';
import { floor, type Cleared, type Clearing, type Policy } from './cleared';
import { countColumns, leastCount } from './count';
import { labelColumns } from './label';
import { hasSingleChildren } from './single';

/**
 * The only maker of `Cleared`. Under `minimum`, a row behind which there are fewer children than the minimum (or an
 * unknown number) keeps its names and loses everything else, its counts too.
 */
export function clear(result: Result, policy: Policy): Clearing {
  const counts = countColumns(result);
  if (policy.kind === 'minimum') {
    if (counts.length === 0) return { ok: false, problem: { kind: 'no-count' } };
    if (hasSingleChildren(result, counts)) return { ok: false, problem: { kind: 'single-children' } };
  }
  const least = policy.kind === 'none' ? -Infinity : leastAllowed(policy.minimum);
  const shown = Array.from({ length: result.rowCount }, (_, row) => {
    const count = leastCount(counts, row);
    return policy.kind === 'none' || (count !== null && count >= least);
  });
  const labels = labelColumns(result);
  const cleared: Omit<Cleared, symbol> = {
    policy,
    columns: result.columns.map((column, index) => withheldIn(column, labels[index] === true, shown)),
    rowCount: result.rowCount,
    truncated: result.truncated,
    withheld: shown.map((is) => (is ? null : 'small')),
    labels,
    counts: shown.map((is, row) => (is ? leastCount(counts.slice(0, 1), row) : null)),
  };
  return { ok: true, cleared: cleared as Cleared };
}

/** A minimum that is no number, or under the floor, is the floor. */
function leastAllowed(minimum: number): number {
  return minimum >= floor ? minimum : floor;
}

function withheldIn(column: Column, isLabel: boolean, shown: readonly boolean[]): Column {
  if (isLabel) return { ...column, values: column.values.slice(0, shown.length) };
  return { ...column, values: shown.map((is, row) => (is ? (column.values[row] ?? null) : null)) };
}
