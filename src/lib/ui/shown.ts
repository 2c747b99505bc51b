import type { Session } from '../dataflow/session';
import type { Clearing } from '../disclosure/cleared';
import { attributeOf, type Cell, type CellName } from '../notebook/cell';
import type { Result } from '../results/result';
import type { Reading } from './reading.svelte';
import type { Workbench } from './workbench-surface';

interface Shown {
  readonly clearing: Clearing;
  /** The results that stood in the notebook: what they tell can withhold a row here. */
  readonly beside: Session['results'];
}

// A result is cleared once for each policy: every component of a cell asks, at every change of the session.
const cleared = new WeakMap<Result, Map<string, Shown>>();

/**
 * A cell's last result as this screen may show it: under the notebook's policy, or whole where the reader has asked
 * for that; where it has none, what came of it in a file. Undefined while there is none, and for a blocked cell, whose old numbers would mislead. It is cleared anew
 * when no cell runs any more and others tell other numbers; what is shown stays where nothing of it changes.
 */
export function shownClearing(workbench: Workbench, reading: Reading, name: CellName): Clearing | undefined {
  const result = workbench.result(name);
  if (!result) return fromFile(workbench, reading, name);
  if (workbench.status(name).kind === 'blocked') return undefined;
  const { results, running } = workbench.session;
  const { policy: leaving } = workbench;
  const policy = `${reading.unhidden ? 'none' : ''} ${leaving.minimum} ${leaving.rounding ?? ''}`;
  const known = cleared.get(result) ?? new Map<string, Shown>();
  cleared.set(result, known);
  const last = known.get(policy);
  if (last && (running.size > 0 || last.beside === results)) return last.clearing;
  const now = workbench.clearing(name, reading.unhidden ? { kind: 'none', marks: leaving } : undefined);
  const clearing = last && isSame(last.clearing, now) ? last.clearing : now;
  known.set(policy, { clearing, beside: results });
  return clearing;
}

/** For a cell without a result of its own: what came of it in a file. It is no result of this notebook's, so paper has none of it. */
export function fromFile(workbench: Workbench, reading: Reading, name: CellName): Clearing | undefined {
  return reading.onPaper ? undefined : workbench.fromFile(name);
}

/** Is something of a cell withheld because a group is small, or would be from others? */
export function withholds(workbench: Workbench, reading: Reading, name: CellName): boolean {
  const clearing = shownClearing(workbench, reading, name);
  if (!clearing?.ok) return clearing?.problem.kind === 'few-crossed';
  const { withheld, marked, counts } = clearing.cleared;
  const isCounted = counts.some((count) => count !== null);
  return withheld.some((why) => why !== null) || (isCounted && marked.some((why) => why !== null));
}

function isSame(one: Clearing, other: Clearing): boolean {
  if (!one.ok || !other.ok) return one.ok === other.ok;
  const [a, b] = [one.cleared, other.cleared];
  return a.withheld.join() === b.withheld.join() && a.marked.join() === b.marked.join();
}

/** The decimals a cell asks its table to be written with, at the most. */
export function decimalsOf(cell: Cell | undefined): number | undefined {
  if (cell?.kind === 'compare') return cell.spec.decimals;
  const written = cell?.kind === 'sql' ? attributeOf(cell, 'decimals') : undefined;
  return written !== undefined && /^[0-6]$/.test(written) ? Number(written) : undefined;
}
