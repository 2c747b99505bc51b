import { withIntervals } from '../../dataflow/intervals';
import { populationAfter, populationOf } from '../../dataflow/population';
import { compiledOf } from '../../dataflow/status';
import { clear } from '../../disclosure/clear';
import type { Clearing } from '../../disclosure/cleared';
import { tellTable } from '../../disclosure/ledger';
import { findConflicts } from '../../disclosure/subtract';
import type { Group, Merge } from '../../groups/merge';
import { proposeMerge } from '../../groups/propose';
import { reckon } from '../../groups/reckon';
import { readTable, type Division, type Table } from '../../groups/table';
import { writeMerge } from '../../groups/write-sql';
import { attributeOf, type CellName, type SqlCell } from '../../notebook/cell';
import type { Result } from '../../results/result';
import type { Workbench } from '../workbench-surface';

/** A cell whose groups can be put together. */
export interface Offer {
  readonly cell: SqlCell;
  readonly table: Table;
}

/** The offer of a cell; or why there is none: it has no result yet, or its groups do not add up. */
export function offerOf(workbench: Workbench, name: CellName): Offer | 'waits' | 'cannot' {
  const { session } = workbench;
  const cell = session.notebook.cells.find((each) => each.kind === 'sql' && each.name === name);
  if (cell?.kind !== 'sql') return 'cannot';
  const result = workbench.result(name);
  const compiled = compiledOf(session, name);
  if (!result || !compiled || workbench.status(name).kind !== 'fresh') return 'waits';
  const table = readTable(compiled.segments, result, (column, code) =>
    workbench.dataWords.label(column, code),
  );
  return table?.divisions.some(({ isFixed }) => !isFixed) ? { cell, table } : 'cannot';
}

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
