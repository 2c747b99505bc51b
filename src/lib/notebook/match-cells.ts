import { isNamed, type Cell } from './cell';
import { writeFence } from './serialize';

/** A cell as it stands in the file. */
export function textOf(cell: Cell): string {
  return cell.kind === 'prose' ? cell.text : writeFence(cell);
}

/** For each cell of `after` the place in `before` of the one that it was, or -1. */
export function matchCells(before: readonly Cell[], after: readonly Cell[]): readonly number[] {
  const from: number[] = after.map(() => -1);
  const free = new Set(before.keys());
  const pair = (was: number, is: number) => {
    from[is] = was;
    free.delete(was);
  };
  const pairBy = (keyOf: (cell: Cell, at: number, cells: readonly Cell[]) => string | undefined) => {
    const waiting = new Map<string, number[]>();
    for (const at of free) {
      const key = keyOf(before[at] as Cell, at, before);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), at]);
    }
    after.forEach((cell, at) => {
      const key = from[at] === -1 ? keyOf(cell, at, after) : undefined;
      const was = key === undefined ? undefined : waiting.get(key)?.shift();
      if (was !== undefined) pair(was, at);
    });
  };
  pairBy((cell) => (isNamed(cell) ? cell.name : undefined));
  pairBy(textOf);
  // Under another name, the same.
  pairBy((cell) => (isNamed(cell) ? `${cell.kind}\n${cell.body}` : undefined));
  // Written anew, between the same neighbours.
  const follows = new Map(from.flatMap((was, is) => (was === -1 ? [] : [[was, is] as const])));
  pairBy((cell, at, cells) => {
    for (let above = at - 1; above >= 0; above -= 1) {
      const known = cells === before ? follows.get(above) : from[above] === -1 ? undefined : above;
      if (known !== undefined) return `${cell.kind} ${known}`;
    }
    return `${cell.kind} first`;
  });
  return from;
}
