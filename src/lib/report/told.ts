import { hasRows, type CellName } from '../notebook/cell';
import { CellName as Name } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import { templateOf } from '../notebook/template';
import { isPrinted } from './printed';

/** The cells whose numbers a report tells: all rows of them, or, where prose or a title looks one up, the first. */
export function cellsTold({ cells, ...rest }: Notebook): ReadonlyMap<CellName, 'all' | 'first'> {
  const told = new Map<CellName, 'all' | 'first'>();
  const texts: string[] = [];
  for (const cell of cells) {
    if (cell.kind === 'prose') texts.push(cell.text);
    else if (cell.kind !== 'unread') texts.push(cell.body, ...cell.attributes.map(([, value]) => value));
    if (cell.kind === 'plot') tell(cell.spec.data);
    if (cell.kind !== 'unread' && hasRows(cell) && isPrinted(cell, { cells, ...rest }))
      told.set(cell.name, 'all');
  }
  for (const part of texts.flatMap(templateOf)) {
    const name = part.kind === 'text' ? undefined : Name.safeParse(part.cell).data;
    if (name !== undefined && !told.has(name)) told.set(name, 'first');
  }
  return told;

  function tell(data: string): void {
    const name = Name.safeParse(data).data;
    if (name !== undefined) told.set(name, 'all');
  }
}
