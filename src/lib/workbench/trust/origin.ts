import { textOf } from '../../notebook/match-cells';
import type { Notebook } from '../../notebook/notebook';
import { parse } from '../../notebook/parse';
import { serialize } from '../../notebook/serialize';
import { predefinedNames, readPredefined } from '../predefined';

/** A notebook that comes with Pejling. */
export interface Shipped {
  readonly name: string;
  readonly notebook: Notebook;
}

export async function readShipped(): Promise<readonly Shipped[]> {
  const read = async (name: string) => ({
    name,
    notebook: parse((await readPredefined(name)) ?? '').notebook,
  });
  return Promise.all(predefinedNames.map(read));
}

/** A text that came with Pejling, whoever sends it. */
export const isShipped = (text: string, shipped: readonly Shipped[]): boolean =>
  shipped.some(({ notebook }) => serialize(notebook) === text);

/**
 * The shipped notebook that a notebook was made from, by what they have in common: most of its cells, or some of them
 * and the name or title. A name alone is no kinship.
 */
export function originOf(notebook: Notebook, name: string, shipped: readonly Shipped[]): Shipped | undefined {
  const count = ({ notebook: { cells } }: Shipped) => {
    const texts = new Set(cells.map(textOf));
    return notebook.cells.filter((cell) => texts.has(textOf(cell))).length;
  };
  const isCalled = (each: Shipped) =>
    name.replace(/-\d+$/, '') === each.name || notebook.header.title === each.notebook.header.title;
  const near = shipped
    .map((each) => ({ each, common: count(each) }))
    .filter(({ each, common }) => common * 2 > notebook.cells.length || (common > 0 && isCalled(each)));
  return near.toSorted((a, b) => b.common - a.common)[0]?.each;
}
