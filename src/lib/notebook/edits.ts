import type { Cell, NamedCell, ProseCell, UnreadCell } from './cell';
import { normalise } from './lines';
import type { Notebook, NotebookProblem } from './notebook';
import { prose } from './prose';
import { infoOf, readCell } from './read-cell';

/** Puts cells in before the one at `index`. */
export function insertCell(notebook: Notebook, index: number, ...cells: readonly Cell[]): Notebook {
  return { ...notebook, cells: notebook.cells.toSpliced(index, 0, ...cells) };
}

export function removeCell(notebook: Notebook, index: number): Notebook {
  return replaceCell(notebook, index, []);
}

export function replaceCell(notebook: Notebook, index: number, cells: readonly Cell[]): Notebook {
  return { ...notebook, cells: notebook.cells.toSpliced(index, 1, ...cells) };
}

/** `to` is the cell's index afterwards. */
export function moveCell(notebook: Notebook, from: number, to: number): Notebook {
  const cell = notebook.cells[from];
  return cell ? insertCell(removeCell(notebook, from), to, cell) : notebook;
}

export function setTitle(notebook: Notebook, title: string): Notebook {
  return { ...notebook, header: { ...notebook.header, title } };
}

/**
 * Reads a fenced cell again from a new body. A body that is not valid makes it an unread cell with the same first
 * line; an unread one becomes what its text says. Lines in `problems` are the body's.
 */
export function writeBody(
  cell: NamedCell | UnreadCell,
  text: string,
): { readonly cell: NamedCell | UnreadCell; readonly problems: readonly NotebookProblem[] } {
  return readCell(infoOf(cell), normalise(text), 0);
}

/** What any cell becomes when `text` is written in it: prose by `prose`, all others by `writeBody`. */
export function writeCell(
  cell: ProseCell | NamedCell | UnreadCell,
  text: string,
): { readonly cells: readonly [Cell, ...Cell[]]; readonly problems: readonly NotebookProblem[] } {
  if (cell.kind === 'prose') return { cells: prose(text), problems: [] };
  const written = writeBody(cell, text);
  return { cells: [written.cell], problems: written.problems };
}
