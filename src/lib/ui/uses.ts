import { readQuery } from '../dataflow/references';
import { attributeOf, type Cell, type NamedCell } from '../notebook/cell';
import { lookupsIn } from '../notebook/outline';

// Every cell on the page asks, at every change: each text is read once, and each notebook counted once.
const counted = new WeakMap<readonly Cell[], ReadonlyMap<string, number>>();
const read = new WeakMap<Cell, readonly string[]>();

/** How many cells use each name, directly: for the words in the margin. What runs when is decided by dataflow/. */
export function countUses(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const known = counted.get(cells) ?? count(cells);
  counted.set(cells, known);
  return known;
}

function count(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const cell of cells) {
    const names = read.get(cell) ?? [...new Set(namesUsedBy(cell))];
    read.set(cell, names);
    for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

function namesUsedBy(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case 'sql':
      return namesIn(cell.body);
    case 'input':
      return 'from' in cell.spec && cell.spec.from !== undefined ? namesIn(cell.spec.from) : [];
    case 'plot':
    case 'compare':
      return [cell.spec.data, ...lookupsIn(cell).map((lookup) => lookup.cell)];
    case 'prose':
    case 'practice':
    case 'theory':
    case 'reflect':
      return lookupsIn(cell).map((lookup) => lookup.cell);
    case 'unread':
      return [];
  }
}

function namesIn(sql: string): readonly string[] {
  const query = readQuery(sql);
  return [...query.tables, ...query.variables.keys()];
}

/** A calculation that others show and that has no title of its own is folded to one line. */
export function isFoldedAtFirst(cell: NamedCell, uses: ReadonlyMap<string, number>): boolean {
  return cell.kind === 'sql' && (uses.get(cell.name) ?? 0) > 0;
}

/** What has neither a title nor others that show it is read as it is written. */
export function showsCodeAtFirst(cell: NamedCell, uses: ReadonlyMap<string, number>): boolean {
  return cell.kind === 'sql' && attributeOf(cell, 'title') === undefined && !isFoldedAtFirst(cell, uses);
}
