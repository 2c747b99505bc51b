import { compiledOf } from '../../dataflow/status';
import { readTable, type Table } from '../../groups/table';
import { attributeOf, type CellName, type SqlCell } from '../../notebook/cell';
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
  const table = readTable(
    compiled.segments,
    result,
    (column, code) => workbench.dataWords.label(column, code),
    attributeOf(cell, 'interval'),
  );
  return table?.divisions.some(({ isFixed }) => !isFixed) ? { cell, table } : 'cannot';
}
