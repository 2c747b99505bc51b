import type { Graph, Node } from '../../dataflow/graph';
import type { CellName, NamedCell } from '../../notebook/cell';

/** A cell on the map: how many steps it is from what reads nothing, and which of that step it is. Both from 0. */
export interface MapPlace {
  readonly name: CellName;
  readonly kind: NamedCell['kind'];
  readonly step: number;
  readonly row: number;
  /** What it reads, inputs among it. */
  readonly reads: readonly CellName[];
}

/** Every named cell that can be placed, in the graph's order; what reads in a circle has no step. */
export function placeCells(graph: Graph): readonly MapPlace[] {
  const steps = stepsOf(graph);
  const rows = new Map<number, number>();
  return graph.order.flatMap((name) => {
    const node = graph.nodes.get(name);
    const step = steps.get(name);
    if (!node || step === undefined) return [];
    const row = rows.get(step) ?? 0;
    rows.set(step, row + 1);
    return [{ name, kind: node.cell.kind, step, row, reads: readsOf(node, graph) }];
  });
}

function readsOf({ reads, inputs }: Node, { nodes }: Graph): readonly CellName[] {
  return [...new Set([...reads, ...inputs])].filter((name) => nodes.has(name));
}

/** An input may stand after what uses it, in the notebook and in the graph's order. */
function stepsOf(graph: Graph): ReadonlyMap<CellName, number> {
  const steps = new Map<CellName, number>();
  let before = -1;
  while (steps.size > before) {
    before = steps.size;
    for (const [name, node] of graph.nodes) {
      const reads = readsOf(node, graph);
      if (!steps.has(name) && reads.every((one) => steps.has(one)))
        steps.set(name, Math.max(-1, ...reads.map((one) => steps.get(one) ?? 0)) + 1);
    }
  }
  return steps;
}
