import type { Cell, CellName, PlotCell, SqlCell } from '../notebook/cell';
import { freeName } from '../notebook/names';
import type { Notebook } from '../notebook/notebook';
import { redraw, speaksOf } from '../notebook/redraw';
import type { Merge } from './merge';
import type { Table } from './table';
import { writeMerge } from './write-sql';

export interface Making {
  readonly table: Table;
  readonly merge: Merge;
  /** What the new table is called, from what the old one is. */
  readonly titleOf: (title: string) => string;
  /** The old table becomes a step on the way: it has no title any more, and its charts draw the new one. */
  readonly instead: boolean;
  /** Charts of the old table that are drawn of the new one too. */
  readonly charts: readonly PlotCell[];
  readonly taken: readonly string[];
}

/** The notebook with the merged table as an ordinary cell beneath the old one and its charts, and what it is called. */
export function withMerged(
  notebook: Notebook,
  cell: SqlCell,
  making: Making,
): { notebook: Notebook; name: CellName } {
  const merged = mergedCell(cell, making);
  const { name } = merged;
  const { charts, instead, taken } = making;
  const used = [...taken, name];
  const drawn = new Map(
    charts.flatMap((chart) => {
      const own = instead ? chart.name : freeName(`${chart.name.slice(0, 50)}_merged`, used);
      used.push(own);
      const anew = redraw(chart, own, name);
      return anew ? [[chart, anew] as const] : [];
    }),
  );
  const place = placeBeneath(notebook.cells, cell, instead ? [] : [...drawn.keys()]);
  const cells = notebook.cells.map((each): Cell => {
    if (!instead) return each;
    if (each === cell) return { ...cell, attributes: cell.attributes.filter(([key]) => key !== 'title') };
    return (each.kind === 'plot' ? drawn.get(each) : undefined) ?? each;
  });
  const added = instead ? [merged] : [merged, ...drawn.values()];
  return { notebook: { ...notebook, cells: cells.toSpliced(place, 0, ...added) }, name };
}

function mergedCell(cell: SqlCell, { table, merge, titleOf, taken }: Making): SqlCell {
  const attributes = cell.attributes.flatMap(([key, value]) => {
    if (key === 'title') return [[key, titleOf(value)] as const];
    const isKept = key === 'interval' ? table.measures.has(value.toLowerCase()) : key !== 'figure';
    return isKept ? [[key, value] as const] : [];
  });
  const name = freeName(`${cell.name.slice(0, 50)}_merged`, taken);
  return { kind: 'sql', name, attributes, body: writeMerge(table, merge, cell.name) };
}

/** After the table, and after its charts where they stand right under it. */
function placeBeneath(cells: readonly Cell[], cell: SqlCell, charts: readonly PlotCell[]): number {
  let place = cells.indexOf(cell) + 1;
  while (charts.some((chart) => chart === cells[place])) place += 1;
  return place;
}

/** The charts of a cell, and whether the merged table has all that each draws. */
export function chartsOf(
  { cells }: Notebook,
  { name }: SqlCell,
  { lost }: Table,
  { out }: Merge,
): readonly { readonly chart: PlotCell; readonly fits: boolean }[] {
  return cells.flatMap((chart) =>
    chart.kind === 'plot' && chart.spec.data === name
      ? [{ chart, fits: !speaksOf(chart, [...lost, ...out]) }]
      : [],
  );
}
