import { isNamed, type Cell, type CellName, type NamedCell } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import { freeName } from '../notebook/names';
import { lookupsIn } from '../notebook/outline';
import { graphOf, type Graph } from './graph';
import { renameCell } from './rename';
import type { Tables } from './session';

export interface Borrowed {
  readonly cells: readonly NamedCell[];
  /** What the cell that was asked for is called there. */
  readonly name: CellName;
}

/**
 * What has to come into a notebook for a cell of another one to stand there: the cell, what it builds on, and the charts
 * that draw it, in their order. What is there already, word for word, is used; a name that is taken gives way.
 */
export function borrowCells(source: Notebook, name: CellName, into: Notebook, tables: Tables): Borrowed {
  // As where it was written: a table here that is called like one of its cells is not what it reads.
  const graph = graphOf(source, { stamp: '', tables: [] });
  const wanted = reach(source, name, graph);
  const cells = source.cells.filter(isNamed).filter((cell) => wanted.has(cell.name));
  const present = usable(cells, into, graph);
  const own = [...into.cells.filter(isNamed), ...tables.tables].map((each): string => each.name);
  const names = [...own, ...cells.map((cell) => cell.name)];
  const bundle = cells
    .filter((cell) => own.includes(cell.name) && !present.has(cell.name))
    .reduce<Notebook>((notebook, cell) => renamed(notebook, cell.name, names), { ...source, cells });
  const named = bundle.cells.filter(isNamed);
  return {
    cells: named.filter((_, at) => !present.has(cells[at]?.name ?? name)),
    name: named[cells.findIndex((cell) => cell.name === name)]?.name ?? name,
  };
}

/** The cell that was asked for, and all that it, its charts and their titles need. */
function reach(source: Notebook, name: CellName, graph: Graph): ReadonlySet<CellName> {
  const charts = source.cells
    .filter(isNamed)
    .filter((cell) => cell.kind === 'plot' && cell.spec.data === name);
  const found = new Set<CellName>();
  const open: CellName[] = [name, ...charts.map((chart) => chart.name)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = graph.nodes.get(next);
    if (!node || found.has(next)) continue;
    found.add(next);
    open.push(...node.reads, ...node.inputs, ...lookupsIn(node.cell).map(({ cell }) => cell));
  }
  return found;
}

/** Cells that stand in the notebook as they are, and build there on what they build on here. */
function usable(cells: readonly NamedCell[], into: Notebook, graph: Graph): ReadonlySet<CellName> {
  const own = new Map(into.cells.filter(isNamed).map((cell) => [cell.name, cell]));
  const present = new Set<CellName>();
  const inOrder = cells.toSorted((a, b) => graph.order.indexOf(a.name) - graph.order.indexOf(b.name));
  for (const cell of inOrder) {
    const node = graph.nodes.get(cell.name);
    const below = [...(node?.reads ?? []), ...(node?.inputs ?? [])];
    if (isAlike(own.get(cell.name), cell) && below.every((one) => present.has(one))) present.add(cell.name);
  }
  return present;
}

/** An input is the same one whatever is chosen in it and from what: what it gives to SQL is of one type. */
function isAlike(own: NamedCell | undefined, cell: NamedCell): boolean {
  if (own?.kind === 'input' && cell.kind === 'input')
    return own.spec.type === cell.spec.type && 'all' in own.spec === 'all' in cell.spec;
  return own?.kind === cell.kind && own.body === cell.body;
}

function renamed(notebook: Notebook, name: CellName, taken: string[]): Notebook {
  const free = freeName(name, taken);
  taken.push(free);
  return renameCell(
    notebook,
    notebook.cells.findIndex((cell: Cell) => isNamed(cell) && cell.name === name),
    free,
  );
}
