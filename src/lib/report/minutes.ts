import { isNamed, type Cell } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import { hasSaid } from '../notebook/reflect';
import { sectionsOf, type Section } from '../notebook/sections';
import { asOf } from '../notebook/set-reflection';
import { isPrinted } from './printed';

/**
 * Of a notebook what the meeting on `today` came to: the sections where something was said or is still to be done, each
 * with its heading, its figures and its questions, notes and decisions. What was chosen stands first, since the numbers
 * are about that.
 */
export function minutesOf(notebook: Notebook, title: string, today: string): Notebook {
  const chosen = notebook.cells.filter((cell) => cell.kind === 'input');
  const cells = talkedAbout(notebook, today).flatMap((section) => [
    ...(section.heading === '' ? [] : [headingCell(section.heading)]),
    ...section.cells.map(({ cell }) => cell).filter((cell) => isOfMinutes(cell, notebook)),
  ]);
  return { header: { ...notebook.header, title }, cells: [...chosen, ...cells] };
}

/** The sections where something was said, as of `today`: what earlier meetings said is not in them. */
export function talkedAbout(notebook: Notebook, today: string): readonly Section[] {
  return sectionsOf(notebook)
    .map((section) => ({
      ...section,
      cells: section.cells.map(({ cell, index }) => ({
        cell: cell.kind === 'reflect' ? asOf(cell, today) : cell,
        index,
      })),
    }))
    .filter(({ cells }) => cells.some(({ cell }) => cell.kind === 'reflect' && hasSaid(cell.spec)));
}

function isOfMinutes(cell: Cell, notebook: Notebook): boolean {
  if (cell.kind === 'sql' || cell.kind === 'compare') return isPrinted(cell, notebook);
  if (cell.kind === 'reflect') return hasSaid(cell.spec);
  return isNamed(cell) && cell.kind !== 'input';
}

/** On one line, so that no sign of it can be read as more than words; lookups stay. */
function headingCell(text: string): Cell {
  const words = text.replace(/\s+/g, ' ').split(/(\{\{.*?\}\})/);
  const plain = words.map((word, at) => (at % 2 === 1 ? word : word.replace(/[\\`*_[\]<>&#~|!]/g, '\\$&')));
  return { kind: 'prose', text: `## ${plain.join('')}` };
}
