import type { ReflectCell } from '../../notebook/cell';

/** Writes what a change makes of the cell as it is when it comes. `chosen`: it is undone by itself. */
export type Write = (change: (cell: ReflectCell) => string, chosen?: boolean) => void;
