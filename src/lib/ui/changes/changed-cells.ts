import { hasRows, isNamed, type CellName } from '../../notebook/cell';
import { isPrinted } from '../../report/printed';
import { changesBetween, type ChangedNumber } from '../../results/changes';
import { tableName } from '../../workbench/release/tell-document';
import type { Workbench } from '../workbench-surface';

export interface ChangedCell extends ChangedNumber {
  readonly name: CellName;
  readonly table: string;
}

export interface ChangedCells {
  readonly changed: readonly ChangedCell[];
  readonly of: number;
}

/** Of the tables people read, the numbers that are others than on the export before; of both what may be shown. */
export function changedCells(workbench: Workbench, within: number): ChangedCells {
  const { session } = workbench;
  const { notebook } = session;
  const cells = notebook.cells
    .filter(isNamed)
    .filter(hasRows)
    .filter((cell) => isPrinted(cell, notebook));
  const found = cells.map(({ name }) => {
    const now = workbench.status(name).kind === 'fresh' ? workbench.clearing(name) : undefined;
    const before = workbench.clearingBefore(name);
    if (!before?.ok || !now?.ok) return { changed: [], of: 0 };
    const { changed, of } = changesBetween(before.cleared, now.cleared, within);
    const table = tableName(session, name);
    return { changed: changed.map((each) => ({ ...each, name, table })), of };
  });
  return {
    changed: found.flatMap(({ changed }) => changed),
    of: found.reduce((sum, { of }) => sum + of, 0),
  };
}
