import { readBlocks, type RawBlock } from './blocks';
import type { Cell } from './cell';
import { cutHeader, defaultHeader, readFields, readHeader } from './header';
import { normalise, withoutMark } from './lines';
import { migrate, migrations, type Migration } from './migrate';
import type { Notebook, NotebookProblem } from './notebook';
import { readCell } from './read-cell';

export interface NotebookReading {
  readonly notebook: Notebook;
  readonly problems: readonly NotebookProblem[];
}

/**
 * Reads a notebook's text. Never throws and throws nothing away: what cannot be read is kept as an unread cell (a
 * header too) and named in `problems`, in the order of their lines.
 */
export function parse(text: string, steps: readonly Migration[] = migrations): NotebookReading {
  const cut = cutHeader(normalise(withoutMark(text)).split('\n'));
  const { blocks, open } = readBlocks(cut.body, cut.bodyLine);
  const written = cut.yaml === null ? null : readFields(cut.yaml);

  const raw = migrate({ header: written?.fields ?? { ...defaultHeader() }, blocks }, steps);
  const head = readHeader(raw.header);
  const whole = head.whole && (written?.whole ?? true);
  const kept = whole || cut.yaml === null ? [] : [keptHeader(cut.yaml)];
  const cells = raw.blocks.map(readBlock);

  const problems = [
    ...cut.problems,
    ...(written?.problems ?? []),
    ...head.problems,
    ...cells.flatMap((reading) => reading.problems),
    ...(open ? [{ kind: 'fence-open' as const, line: open.line, what: open.marker }] : []),
  ];
  return {
    notebook: { header: head.header, cells: [...kept, ...cells.map(({ cell }) => cell)] },
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** A header that could not be read whole stays in the notebook, as a fence that no program takes for a cell. */
function keptHeader(yaml: string): Cell {
  return { kind: 'unread', info: 'yaml header', body: yaml };
}

function readBlock(block: RawBlock): { cell: Cell; problems: readonly NotebookProblem[] } {
  if (block.kind === 'prose') return { cell: { kind: 'prose', text: block.text }, problems: [] };
  return readCell(block.info, block.body, block.line);
}
