import { diffArrays } from 'diff';
import type { Cell } from './cell';
import { writeHeader } from './header';
import { matchCells, textOf } from './match-cells';
import type { Notebook } from './notebook';

/** A line as it is in both, only in the later or only in the earlier text. */
export interface Line {
  readonly mark: ' ' | '+' | '-';
  readonly text: string;
}

/** What became of a cell from one text of a notebook to another. One that is as it was, and where, is not among them. */
export interface Difference {
  /** `moved` is one that is as it was but in another place; a changed one can have been moved too. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly isMoved: boolean;
  readonly cell: Cell;
  readonly lines: readonly Line[];
}

export interface Differences {
  /** Of what stands before the first cell: title, language, what is hidden. */
  readonly header: readonly Line[];
  /** In the order of the later text; a removed one stands where it was. */
  readonly cells: readonly Difference[];
}

export function differencesOf(before: Notebook, after: Notebook): Differences {
  const from = matchCells(before.cells, after.cells);
  const stayed = rising(from.filter((was) => was !== -1));
  const went = before.cells.flatMap((_, at) => (from.includes(at) ? [] : [at]));
  const cells: Difference[] = [];
  let seen = -1;
  const removedUpTo = (limit: number) => {
    for (const at of went.splice(0, went.findLastIndex((each) => each < limit) + 1)) {
      const cell = before.cells[at] as Cell;
      cells.push({ kind: 'removed', isMoved: false, cell, lines: marked('-', textOf(cell)) });
    }
  };
  after.cells.forEach((cell, at) => {
    const was = from[at] ?? -1;
    if (stayed.has(was)) {
      seen = was;
      removedUpTo(seen);
    }
    if (was === -1) cells.push({ kind: 'added', isMoved: false, cell, lines: marked('+', textOf(cell)) });
    else cells.push(...changed(before.cells[was] as Cell, cell, !stayed.has(was)));
  });
  removedUpTo(before.cells.length);
  const [earlier = '', later = ''] = [before, after].map(({ header }) => withoutFence(writeHeader(header)));
  return { header: earlier === later ? [] : linesBetween(earlier, later), cells };
}

const withoutFence = (text: string) => text.split('\n').slice(1, -1).join('\n');

function changed(before: Cell, after: Cell, isMoved: boolean): Difference[] {
  const [earlier, later] = [textOf(before), textOf(after)];
  if (earlier !== later)
    return [{ kind: 'changed', isMoved, cell: after, lines: linesBetween(earlier, later) }];
  return isMoved ? [{ kind: 'moved', isMoved, cell: after, lines: [] }] : [];
}

const marked = (mark: Line['mark'], text: string): Line[] =>
  text.split('\n').map((each) => ({ mark, text: each }));

/** Two texts with thousands of lines between them are told apart as wholes: nobody reads which line is which. */
const mostEdits = 2_000;

function linesBetween(before: string, after: string): Line[] {
  const changes = diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: mostEdits });
  if (!changes) return [...marked('-', before), ...marked('+', after)];
  return changes.flatMap(({ added, removed, value }) =>
    value.map((text): Line => ({ mark: added ? '+' : removed ? '-' : ' ', text })),
  );
}

/** As many of the numbers as rise from left to right: the cells that stayed while others were moved around them. */
function rising(numbers: readonly number[]): ReadonlySet<number> {
  const best: { readonly length: number; readonly before: number }[] = [];
  numbers.forEach((number, at) => {
    let [length, before] = [1, -1];
    for (let i = 0; i < at; i += 1) {
      const upTo = best[i];
      if ((numbers[i] as number) < number && upTo && upTo.length >= length)
        [length, before] = [upTo.length + 1, i];
    }
    best.push({ length, before });
  });
  const most = Math.max(0, ...best.map(({ length }) => length));
  const found = new Set<number>();
  for (let at = best.findIndex(({ length }) => length === most); at >= 0; at = best[at]?.before ?? -1)
    found.add(numbers[at] as number);
  return found;
}

/** The lines that differ, and `around` of those beside them; `left` counts those left out before a line. */
export function withoutTheRest(
  lines: readonly Line[],
  around = 2,
): readonly (Line & { readonly left: number })[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ mark }) => mark !== ' '),
  );
  let left = 0;
  return lines.flatMap((line, at) => {
    if (!isNear[at]) {
      left += 1;
      return [];
    }
    const shown = { ...line, left };
    left = 0;
    return [shown];
  });
}
