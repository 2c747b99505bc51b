import { attributeOf, type Cell, type CompareCell, type SqlCell } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';

/** A table with a title is part of the report. One without is printed unless something else stands on it: then it is a step on the way. */
export function isPrinted(cell: SqlCell | CompareCell, notebook: Notebook): boolean {
  if (titleOf(cell) !== undefined) return true;
  const name = new RegExp(`(?<![\\w.])${cell.name}(?!\\w)`, 'i');
  return !notebook.cells.some((other) => other !== cell && name.test(textOf(other)));
}

export function titleOf(cell: SqlCell | CompareCell): string | undefined {
  return attributeOf(cell, 'title') ?? (cell.kind === 'compare' ? cell.spec.title : undefined);
}

/** Where a cell can be named: SQL, a chart's data and titles, lookups in prose. */
function textOf(cell: Cell): string {
  if (cell.kind === 'prose') return (cell.text.match(/\{\{[^}]*\}\}/g) ?? []).join(' ');
  return cell.body;
}
