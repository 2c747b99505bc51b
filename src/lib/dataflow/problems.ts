import { isNamed, type CellName } from '../notebook/cell';
import { shadowsOf, type Shadow } from './graph';
import { sessionGraph, statusOf } from './status';
import type { Failure, Handle, Session } from './session';

/** What is wrong with which cell; cells that share a name have it each. */
export interface CellProblem {
  readonly handle: Handle;
  readonly name: CellName;
  readonly failure: Failure;
}

/** Every cell that has failed, before it ran or when it did, in the notebook's order. */
export function problemsOf(session: Session): readonly CellProblem[] {
  return session.notebook.cells.flatMap((cell, i) => {
    const handle = session.handles[i];
    if (!isNamed(cell) || handle === undefined) return [];
    const status = statusOf(session, cell.name);
    return status.kind === 'failed' ? [{ handle, name: cell.name, failure: status.failure }] : [];
  });
}

/** Columns and aliases called like a cell: worth saying, never wrong. */
export function namingProblemsOf(session: Session): readonly Shadow[] {
  return shadowsOf(sessionGraph(session));
}

/** The cells in the order they run. */
export function orderOf(session: Session): readonly CellName[] {
  return sessionGraph(session).order;
}
