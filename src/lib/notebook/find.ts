import type { Cell } from './cell';

/** Where words stand in a notebook as it is written: in the text of a cell from `from` to `to`, or in its name. */
export interface Hit {
  readonly index: number;
  readonly place: 'text' | 'name';
  readonly from: number;
  readonly to: number;
}

const most = 1000;

/** Every place, in reading order, whatever the case; at most a thousand. */
export function findIn(cells: readonly Cell[], words: string): readonly Hit[] {
  if (words === '') return [];
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu');
  const hits: Hit[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = 'name' in cell ? headOf(cell) : '';
    const text = cell.kind === 'prose' ? cell.text : cell.body;
    for (const [place, within] of [['name', name] as const, ['text', text] as const]) {
      for (const found of within.matchAll(pattern)) {
        if (hits.length === most) return hits;
        hits.push({ index, place, from: found.index, to: found.index + found[0].length });
      }
    }
  }
  return hits;
}

/** Its name, and its title and the like, which stand on the same line. */
function headOf({ name, attributes }: Extract<Cell, { name: unknown }>): string {
  return [name, ...attributes.map(([, value]) => value)].join('\n');
}
