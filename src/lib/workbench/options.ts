import type { Session } from '../dataflow/session';
import type { InputCell } from '../notebook/cell';
import type { Column } from '../results/result';

export interface InputOption {
  readonly value: string;
  readonly label: string;
}

/** The choices of a select: written out in the cell, or the first column of what its query gave. */
export function optionsOf(
  session: Session,
  cell: InputCell,
  labelOf: (column: Column, value: string) => string,
): readonly InputOption[] {
  const { spec } = cell;
  if (spec.type !== 'select' && spec.type !== 'multi-select') return [];
  if (spec.options) return spec.options.map((value) => ({ value, label: value }));
  const column = session.results.get(cell.name)?.result.columns[0];
  if (!column) return [];
  return column.values
    .filter((value) => value !== null)
    .map((value) => ({ value: String(value), label: labelOf(column, String(value)) }));
}
