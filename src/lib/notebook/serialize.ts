import { separator } from './blocks';
import type { Cell, NamedCell, UnreadCell } from './cell';
import { writeHeader } from './header';
import type { Notebook } from './notebook';
import { infoOf } from './read-cell';

/** The notebook's text, in its one canonical form: `parse(serialize(n)).notebook` equals `n`. */
export function serialize({ header, cells }: Notebook): string {
  const pieces = cells.flatMap((cell, at) => {
    if (cell.kind !== 'prose') return [writeFence(cell)];
    return needsSeparator(cell.text, cells[at - 1]) ? [separator, cell.text] : [cell.text];
  });
  return `${[writeHeader(header), ...pieces.filter((piece) => piece !== '')].join('\n\n')}\n`;
}

function needsSeparator(text: string, before: Cell | undefined): boolean {
  return text === '' || before?.kind === 'prose';
}

/** A cell as it stands in the file. */
export function writeFence(cell: NamedCell | UnreadCell): string {
  const marker = '`'.repeat(1 + Math.max(2, longestRun(cell.body)));
  return [marker + infoOf(cell), ...(cell.body === '' ? [] : [cell.body]), marker].join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
