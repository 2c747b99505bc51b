import type { PlotCell, SqlCell } from '../notebook/cell';
import { freeName } from '../notebook/names';
import { redraw, speaksOf } from '../notebook/redraw';
import type { Merge } from './merge';
import type { Table } from './table';
import { writeMerge } from './write-sql';

/** A merged table as an ordinary cell under a name that is free, and the charts of the old one drawn of it. */
export function mergedCells(
  cell: SqlCell,
  charts: readonly PlotCell[],
  { table, merge }: { readonly table: Table; readonly merge: Merge },
  titleOf: (title: string) => string,
  taken: readonly string[],
): readonly [SqlCell, ...PlotCell[]] {
  const name = freeName(`${cell.name.slice(0, 50)}_merged`, taken);
  const attributes = cell.attributes.flatMap(([key, value]) => {
    if (key === 'title') return [[key, titleOf(value)] as const];
    const isKept = key === 'interval' ? table.measures.has(value.toLowerCase()) : key !== 'figure';
    return isKept ? [[key, value] as const] : [];
  });
  const used = [...taken, name];
  const drawn = charts.flatMap((chart) => {
    const own = freeName(`${chart.name.slice(0, 50)}_merged`, used);
    used.push(own);
    return redraw(chart, own, name) ?? [];
  });
  return [{ kind: 'sql', name, attributes, body: writeMerge(table, merge, cell.name) }, ...drawn];
}

/** The charts of a cell that have all their columns in the merged table too. */
export function chartsFor(charts: readonly PlotCell[], { lost }: Table, { out }: Merge): readonly PlotCell[] {
  return charts.filter((chart) => !speaksOf(chart, [...lost, ...out]));
}
