import { tick } from 'svelte';
import { handleOf } from '../../dataflow/handle-of';
import type { Beginning, NewCellKind } from '../../notebook/new-cell';
import { sentencesOf } from '../../i18n/sentences';
import { hasRows, isNamed, type Cell } from '../../notebook/cell';
import { newCell } from '../../notebook/new-cell';
import type { Reading } from '../reading.svelte';
import type { Workbench } from '../workbench-surface';
import { newComparison } from './new-comparison';

/** Names that a new cell may not have. */
export function takenNames({ session }: Workbench): readonly string[] {
  return [
    ...session.notebook.cells.filter(isNamed).map((cell): string => cell.name),
    ...session.tables.tables.map((table) => table.name),
  ];
}

/** A new cell before the one at `index`, ready to be written in. */
export function addCell(workbench: Workbench, reading: Reading, kind: NewCellKind, index: number): void {
  const cells = cellsFor(workbench, kind, index);
  workbench.dispatch({ type: 'added', cells, index, at: Date.now() });
  const handle = workbench.session.handles[index + cells.length - 1];
  if (handle === undefined) return;
  reading.selected = handle;
  reading.editing = handle;
  if (kind !== 'prose') reading.shown.set(handle, true);
}

/** Puts finished cells in and shows the one called `name`, also when it was there already. */
export async function insertCells(
  workbench: Workbench,
  reading: Reading,
  { cells, name, index }: { readonly cells: readonly Cell[]; readonly name: string; readonly index: number },
): Promise<void> {
  workbench.dispatch({ type: 'added', cells, index, at: Date.now() });
  await showCell(workbench, reading, name);
}

/** Selects the cell called `name` and brings it into sight. */
export async function showCell(workbench: Workbench, reading: Reading, name: string): Promise<void> {
  const handle = handleOf(workbench.session, name);
  if (handle === undefined) return;
  reading.selected = handle;
  await tick();
  document.getElementById(`cell-${handle}`)?.scrollIntoView({ block: 'start' });
}

function cellsFor(workbench: Workbench, kind: NewCellKind, index: number): readonly Cell[] {
  const { cells } = workbench.session.notebook;
  const taken = takenNames(workbench);
  if (kind === 'compare') return newComparison(cells, index, taken, (name) => workbench.result(name));
  const { screen, theory } = sentencesOf(workbench.language);
  const others = { all: screen.input.all, steps: theory.newSteps, asks: screen.cell.asks };
  return [newCell(kind, taken, kind === 'plot' ? drawing(workbench, index) : others)];
}

/** What a new chart most likely is of: the nearest cell with rows above, else below, and the groups it counts. */
function drawing(workbench: Workbench, index: number): Beginning {
  const { cells } = workbench.session.notebook;
  const data = (cells.slice(0, index).findLast(hasRows) ?? cells.slice(index).find(hasRows))?.name;
  const columns = (data && workbench.result(data)?.columns) || [];
  return { data, group: columns.find(({ type }) => type === 'code' || type === 'text')?.name };
}
