import type { Notebook } from '../notebook/notebook';
import type { Handle, Session, Snapshot } from './session';

const depth = 100;

/** The session with another notebook, the present one kept for undo unless `joins` says it is the same change going on. */
export function change(
  session: Session,
  notebook: Notebook,
  handles: readonly Handle[],
  joins = false,
  chosen = false,
): Session {
  const { past } = session;
  return {
    ...session,
    notebook,
    handles,
    nextHandle: Math.max(session.nextHandle, ...handles.map((handle) => handle + 1)),
    past: joins ? past : [...past, snapshotOf(session, chosen)].slice(-depth),
    future: [],
  };
}

export function undo(session: Session): Session {
  const to = session.past.at(-1);
  if (!to) return session;
  return {
    ...session,
    notebook: to.notebook,
    handles: to.handles,
    past: session.past.slice(0, -1),
    future: [...session.future, snapshotOf(session, to.chosen)],
  };
}

export function redo(session: Session): Session {
  const to = session.future.at(-1);
  if (!to) return session;
  return {
    ...session,
    notebook: to.notebook,
    handles: to.handles,
    past: [...session.past, snapshotOf(session, to.chosen)],
    future: session.future.slice(0, -1),
  };
}

function snapshotOf({ notebook, handles }: Session, chosen: boolean): Snapshot {
  return { notebook, handles, chosen };
}

/** True when the last change was in this one cell and nothing else: writing on continues it. */
export function lastChangedOnly({ notebook, handles, past, future }: Session, handle: Handle): boolean {
  const before = past.at(-1);
  if (!before || before.chosen || future.length > 0 || before.notebook.header !== notebook.header)
    return false;
  if (before.handles.length !== handles.length) return false;
  const changed = handles.filter(
    (one, i) => before.handles[i] !== one || before.notebook.cells[i] !== notebook.cells[i],
  );
  return changed.length === 1 && changed[0] === handle && before.handles.includes(handle);
}

/** True when the last change was in the header. */
export function lastChangedHeader({ notebook, past, future }: Session): boolean {
  const before = past.at(-1);
  return before !== undefined && future.length === 0 && before.notebook.cells === notebook.cells;
}
