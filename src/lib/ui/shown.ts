import type { Clearing } from '../disclosure/cleared';
import { attributeOf, type Cell, type CellName } from '../notebook/cell';
import type { Result } from '../results/result';
import type { Reading } from './reading.svelte';
import type { Workbench } from './workbench-surface';

// A result is cleared once for each policy: every component of a cell asks, at every change of the session.
const cleared = new WeakMap<Result, Map<string, Clearing>>();

/**
 * A cell's last result as this screen may show it: under the notebook's policy, or whole where the reader has asked
 * for that. Undefined while there is none, and for a blocked cell, whose old numbers would mislead.
 */
export function shownClearing(workbench: Workbench, reading: Reading, name: CellName): Clearing | undefined {
  const result = workbench.result(name);
  if (!result || workbench.status(name).kind === 'blocked') return undefined;
  const policy = reading.unhidden ? 'none' : String(workbench.session.notebook.header.disclosure.minimum);
  const known = cleared.get(result) ?? new Map<string, Clearing>();
  cleared.set(result, known);
  const clearing =
    known.get(policy) ?? workbench.clearing(name, reading.unhidden ? { kind: 'none' } : undefined);
  known.set(policy, clearing);
  return clearing;
}

/** The decimals a cell asks its table to be written with, at the most. */
export function decimalsOf(cell: Cell | undefined): number | undefined {
  if (cell?.kind === 'compare') return cell.spec.decimals;
  const written = cell?.kind === 'sql' ? attributeOf(cell, 'decimals') : undefined;
  return written !== undefined && /^[0-6]$/.test(written) ? Number(written) : undefined;
}
