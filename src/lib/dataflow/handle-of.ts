import { isNamed } from '../notebook/cell';
import type { Handle, Session } from './session';

/** The cell of that name, the first where several have it. */
export function handleOf({ notebook, handles }: Session, name: string): Handle | undefined {
  return handles[notebook.cells.findIndex((cell) => isNamed(cell) && cell.name === name)];
}
