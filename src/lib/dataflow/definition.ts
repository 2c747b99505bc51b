import { attributeOf, type CellName } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import { noTables } from './apply';
import { segmentsOf } from './compile';
import { fingerprintOf } from './fingerprint';
import { graphOf } from './graph';

/**
 * All that a notebook itself says of how a cell's result is computed: its text and that of all it reads, what the menus
 * stand at, what it says of the instruments. Of the data nothing, so that it is the same where there is none. Undefined
 * for a cell that cannot run.
 */
export function definitionOf(notebook: Notebook, name: CellName): string | undefined {
  const graph = graphOf(notebook, noTables);
  const cell = graph.nodes.get(name)?.cell;
  const segments = segmentsOf(graph, name);
  if (!cell || !segments) return undefined;
  // What is added to the rows after they come, and what stands in the place of tables.
  const interval = cell.kind === 'sql' ? attributeOf(cell, 'interval') : undefined;
  const beside = JSON.stringify([interval ?? null, notebook.header.instruments ?? null]);
  return fingerprintOf({ segments }, beside);
}
