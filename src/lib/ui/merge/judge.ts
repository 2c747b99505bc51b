import { withIntervals } from '../../dataflow/intervals';
import { populationAfter, populationOf } from '../../dataflow/population';
import { clear } from '../../disclosure/clear';
import type { Clearing } from '../../disclosure/cleared';
import { tellTable } from '../../disclosure/ledger';
import { findConflicts } from '../../disclosure/subtract';
import type { Group, Merge } from '../../groups/merge';
import { proposeMerge } from '../../groups/propose';
import { reckon } from '../../groups/reckon';
import type { Division } from '../../groups/table';
import { writeMerge } from '../../groups/write-sql';
import { attributeOf } from '../../notebook/cell';
import type { Result } from '../../results/result';
import type { Workbench } from '../workbench-surface';
import type { Offer } from './offer';

/** The merged table as others would see it. */
export interface Judged {
  readonly clearing: Clearing;
  readonly rows: number;
  readonly hidden: number;
  /** Beside the old table it gives a small group away. */
  readonly conflicts: boolean;
}

export function judge(workbench: Workbench, offer: Offer, merge: Merge): Judged {
  const result = reckon(offer.table, merge);
  const clearing = clearingOf(workbench, offer, result);
  return {
    clearing,
    rows: result.rowCount,
    hidden: hiddenIn(clearing) ?? result.rowCount,
    conflicts: conflictsWith(workbench, offer, merge, clearing),
  };
}

function clearingOf(workbench: Workbench, { cell, table }: Offer, result: Result): Clearing {
  return clear(withIntervals(cell, result), workbench.policy, () => workbench.told(table.result));
}

function hiddenIn(clearing: Clearing): number | undefined {
  return clearing.ok ? clearing.cleared.withheld.filter((why) => why !== null).length : undefined;
}

function conflictsWith(
  workbench: Workbench,
  { cell, table }: Offer,
  merge: Merge,
  clearing: Clearing,
): boolean {
  const { session } = workbench;
  const old = workbench.clearing(cell.name);
  const population = populationOf(session, cell.name);
  const after = populationAfter(session, cell.name, writeMerge(table, merge, cell.name));
  if (!old.ok || !clearing.ok || !population || !after) return false;
  const tables = [tellTable('old', old.cleared, population), tellTable('new', clearing.cleared, after)];
  return findConflicts({ notebook: '', at: '', data: '', tables }, [], workbench.minimum).length > 0;
}

export function propose(
  workbench: Workbench,
  offer: Offer,
  nameOf: (division: Division, codes: Group['codes']) => string,
): Merge | undefined {
  const hides = (result: Result) => hiddenIn(clearingOf(workbench, offer, result));
  return proposeMerge(offer.table, workbench.minimum, hides, nameOf);
}

export function titleIn({ cell }: Offer): string {
  return attributeOf(cell, 'title') ?? cell.name;
}
