import { readSpec } from '../yaml/yaml';
import { editYaml } from '../yaml/edit';
import type { CellName, PlotCell } from './cell';
import { Chart } from './chart';

/** The same chart of another cell, under a name of its own; undefined where its text cannot be edited. */
export function redraw(chart: PlotCell, name: CellName, data: CellName): PlotCell | undefined {
  const body = editYaml(chart.body, [{ kind: 'set', path: ['data'], value: data }]);
  const read = readSpec(Chart, body);
  if (!read.ok || read.spec.data !== data) return undefined;
  return { ...chart, name, body, spec: read.spec };
}

/** Does a chart say one of these, as it would a column? */
export function speaksOf({ spec }: PlotCell, columns: readonly string[]): boolean {
  const says = (value: unknown): boolean =>
    typeof value === 'string'
      ? columns.includes(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(says);
  return says(spec);
}
