import type { CellName } from '../notebook/cell';
import { identifierOf, significant } from '../sql/tokens';
import { readClauses } from './clauses';
import type { Graph } from './graph';

/** What a notebook would run, before any of it does. */
export interface Plan {
  /** Cells with a query, menus that ask for their choices among them. */
  readonly cells: readonly CellName[];
  /** What they read that is no cell, as it is named, in the order of the cells. */
  readonly tables: readonly string[];
}

export function planOf(graph: Graph): Plan {
  const cells = graph.order.filter((name) => graph.nodes.get(name)?.query);
  const tables = cells.flatMap((name) => {
    const node = graph.nodes.get(name);
    const uses = readClauses(significant(node?.query?.tokens ?? [])).tables;
    const named = uses
      .filter(({ called, local }) => !called && !local)
      .map(({ parts }) => parts.map((part) => identifierOf(part) ?? part.text).join('.'));
    return named.filter((table) => !node?.reads.includes(table as CellName));
  });
  return { cells, tables: [...new Set(tables)] };
}
