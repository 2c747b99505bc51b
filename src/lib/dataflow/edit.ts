import { isNamed, type Cell, type CellName } from '../notebook/cell';
import { insertCell, moveCell, removeCell, replaceCell, setTitle, writeCell } from '../notebook/edits';
import type { InputValue } from '../notebook/input';
import type { Header } from '../notebook/notebook';
import { namesOf } from '../notebook/names';
import type { Notebook } from '../notebook/notebook';
import { copyCell } from '../notebook/new-cell';
import { serialize } from '../notebook/serialize';
import { setInput } from '../notebook/set-input';
import { binOf, intoBin } from './bin';
import { change, lastChangedHeader, lastChangedOnly } from './history';
import { renameCell } from './rename';
import type { Handle, Session } from './session';

/** Every edit gives the same session back when it changes nothing. */

export function writeText(session: Session, handle: Handle, text: string, chosen = false): Session {
  const index = session.handles.indexOf(handle);
  const cell = session.notebook.cells[index];
  if (!cell || (cell.kind === 'prose' ? cell.text : cell.body) === text) return session;
  const { cells } = writeCell(cell, text);
  const added = newHandles(session, cells.length - 1);
  const handles = session.handles.toSpliced(index + 1, 0, ...added);
  const joins = !chosen && added.length === 0 && lastChangedOnly(session, handle);
  return change(session, replaceCell(session.notebook, index, cells), handles, joins, chosen);
}

/** A name that another cell has is not given: its references and this cell's would run together. */
export function rename(session: Session, handle: Handle, name: CellName): Session {
  const index = session.handles.indexOf(handle);
  const cell = session.notebook.cells[index];
  const names = namesOf(session.notebook);
  if (!cell || !isNamed(cell) || names.includes(name)) return session;
  const shared = names.filter((one) => one === cell.name).length > 1;
  const notebook = shared
    ? replaceCell(session.notebook, index, [{ ...cell, name }])
    : renameCell(session.notebook, index, name);
  const renamed = change(session, notebook, session.handles);
  return shared
    ? renamed
    : {
        ...renamed,
        runs: carry(session.runs, cell.name, name),
        results: carry(session.results, cell.name, name),
      };
}

/** The old result stays in sight under the new name. */
function carry<Value>(
  by: ReadonlyMap<CellName, Value>,
  from: CellName,
  to: CellName,
): ReadonlyMap<CellName, Value> {
  const value = by.get(from);
  return value === undefined ? by : new Map([...by, [to, value]]);
}

/** Sliders and text fields give many values in a row: they undo as one. A choice from a menu undoes by itself. */
export function chooseInput(session: Session, name: CellName, value: InputValue): Session {
  const index = session.notebook.cells.findIndex((cell) => cell.kind === 'input' && cell.name === name);
  const cell = session.notebook.cells[index];
  const handle = session.handles[index];
  if (cell?.kind !== 'input' || handle === undefined) return session;
  const set = setInput(cell, value);
  if (set === cell || set.body === cell.body) return session;
  const flows = ['number', 'range', 'text'].includes(cell.spec.type);
  const notebook = replaceCell(session.notebook, index, [set]);
  return change(session, notebook, session.handles, flows && lastChangedOnly(session, handle));
}

export function add(session: Session, cells: readonly Cell[], index: number): Session {
  if (cells.length === 0) return session;
  const at = Math.max(0, Math.min(index, session.handles.length));
  const handles = session.handles.toSpliced(at, 0, ...newHandles(session, cells.length));
  return change(session, insertCell(session.notebook, at, ...cells), handles);
}

export function duplicate(session: Session, handle: Handle): Session {
  const index = session.handles.indexOf(handle);
  const cell = session.notebook.cells[index];
  return cell ? add(session, [copyCell(cell, namesOf(session.notebook))], index + 1) : session;
}

export function move(session: Session, handle: Handle, index: number): Session {
  const from = session.handles.indexOf(handle);
  const to = Math.max(0, Math.min(index, session.handles.length - 1));
  if (from === -1 || from === to) return session;
  const handles = session.handles.toSpliced(from, 1).toSpliced(to, 0, handle);
  return change(session, moveCell(session.notebook, from, to), handles);
}

export function remove(session: Session, handle: Handle, at: number): Session {
  const index = session.handles.indexOf(handle);
  const cell = session.notebook.cells[index];
  if (!cell) return session;
  const removed = change(session, removeCell(session.notebook, index), session.handles.toSpliced(index, 1));
  return { ...removed, deleted: intoBin(session.deleted, { cell, handle, index, at }) };
}

/** Under a new name when another cell has taken its own meanwhile. */
export function restore(session: Session, handle: Handle): Session {
  const found = binOf(session).find((one) => one.handle === handle);
  if (!found) return session;
  const names = namesOf(session.notebook);
  const { cell } = found;
  const clashes = isNamed(cell) && names.includes(cell.name);
  const index = Math.min(found.index, session.handles.length);
  return change(
    session,
    insertCell(session.notebook, index, clashes ? copyCell(cell, names) : cell),
    session.handles.toSpliced(index, 0, handle),
  );
}

/** A cell of the same name, or the same text, goes on as the one it was. */
export function replace(session: Session, notebook: Notebook): Session {
  if (serialize(notebook) === serialize(session.notebook)) return session;
  const keyOf = (cell: Cell) =>
    isNamed(cell) ? `= ${cell.name}` : cell.kind === 'prose' ? cell.text : cell.body;
  const free = new Map(session.notebook.cells.map((cell, i) => [keyOf(cell), session.handles[i]]));
  const fresh = newHandles(session, notebook.cells.length);
  const handles = notebook.cells.map((cell, i) => {
    const handle = free.get(keyOf(cell)) ?? (fresh[i] as Handle);
    free.delete(keyOf(cell));
    return handle;
  });
  return change(session, notebook, handles, false, true);
}

export function title(session: Session, text: string): Session {
  if (session.notebook.header.title === text) return session;
  return change(session, setTitle(session.notebook, text), session.handles, lastChangedHeader(session));
}

export function setDisclosure(session: Session, given: Partial<Header['disclosure']>): Session {
  const { header } = session.notebook;
  const notebook = {
    ...session.notebook,
    header: { ...header, disclosure: { ...header.disclosure, ...given } },
  };
  return change(session, notebook, session.handles);
}

export function newHandles(
  { nextHandle }: { readonly nextHandle: number },
  count: number,
): readonly Handle[] {
  return Array.from({ length: count }, (_, i) => (nextHandle + i) as Handle);
}
