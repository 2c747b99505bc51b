import type { Cell, CellName, NamedCell } from '../../../src/lib/notebook/cell';
import { Header, type Notebook } from '../../../src/lib/notebook/notebook';
import { parse } from '../../../src/lib/notebook/parse';
import type { Result } from '../../../src/lib/results/result';
import type { Tables } from '../../../src/lib/dataflow/session';

export const tables: Tables = { stamp: 'pool-1', tables: [{ name: 'courses', columns: ['project', 'n'] }] };

export const asName = (name: string) => name as CellName;

export function sql(name: string, body: string): NamedCell {
  return { kind: 'sql', name: asName(name), attributes: [], body };
}

/** A notebook of SQL cells by name; other kinds are given as cells. */
export function notebookOf(...cells: readonly (readonly [name: string, body: string] | Cell)[]): Notebook {
  return {
    header: Header.parse({ format: 1 }),
    cells: cells.map((cell) =>
      Array.isArray(cell) ? sql(String(cell[0]), String(cell[1])) : (cell as Cell),
    ),
  };
}

/** The cells of a notebook's text, which must be without problems. */
export function read(text: string): Notebook {
  const { notebook, problems } = parse(`---\nformat: 1\n---\n${text}`);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return notebook;
}

export const result = (value: string): Result => ({
  columns: [{ name: 'x', type: 'text', values: [value] }],
  rowCount: 1,
  truncated: false,
});
