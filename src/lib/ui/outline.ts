import type { Handle, Session, Status } from '../dataflow/session';
import { isNamed, type CellName } from '../notebook/cell';
import { outline } from '../notebook/outline';

export interface OutlineLine {
  readonly handle: Handle;
  /** Which heading of its cell, from 0. */
  readonly nth: number;
  readonly level: number;
  readonly text: string;
  /** The state that most needs a reader, of the cells from here to the next heading. */
  readonly state: 'failed' | 'stale' | undefined;
}

/** The headings of a notebook's prose, each with the worst state of the cells under it. */
export function outlineOf(session: Session, status: (name: CellName) => Status): readonly OutlineLine[] {
  const { notebook, handles } = session;
  const headings = outline(notebook).filter((heading) => heading.level <= 3);
  return headings.flatMap((heading, at) => {
    const handle = handles[heading.index];
    if (handle === undefined) return [];
    const next = headings[at + 1]?.index ?? notebook.cells.length;
    const states = notebook.cells
      .slice(heading.index, Math.max(next, heading.index + 1))
      .filter(isNamed)
      .map((cell) => status(cell.name).kind);
    const nth = headings.slice(0, at).filter((each) => each.index === heading.index).length;
    return [{ handle, nth, level: heading.level, text: heading.text, state: worst(states) }];
  });
}

function worst(states: readonly Status['kind'][]): OutlineLine['state'] {
  return (['failed', 'stale'] as const).find((state) => states.includes(state));
}
