import type { Handle } from '../dataflow/session';
import type { Cell, InputCell } from '../notebook/cell';

export interface Placed<C extends Cell = Cell> {
  readonly cell: C;
  readonly handle: Handle;
  readonly index: number;
}

/** What stands under each other on the page: a cell, or input cells that follow each other, in one row. */
export type Segment =
  | { readonly kind: 'cell'; readonly key: Handle; readonly placed: Placed }
  | { readonly kind: 'inputs'; readonly key: Handle; readonly placed: readonly Placed<InputCell>[] };

export function segmentsOf(cells: readonly Cell[], handles: readonly Handle[]): readonly Segment[] {
  const segments: Segment[] = [];
  cells.forEach((cell, index) => {
    const handle = handles[index];
    if (handle === undefined) return;
    const last = segments.at(-1);
    if (cell.kind !== 'input') segments.push({ kind: 'cell', key: handle, placed: { cell, handle, index } });
    else if (last?.kind === 'inputs') {
      segments[segments.length - 1] = { ...last, placed: [...last.placed, { cell, handle, index }] };
    } else segments.push({ kind: 'inputs', key: handle, placed: [{ cell, handle, index }] });
  });
  return segments;
}
