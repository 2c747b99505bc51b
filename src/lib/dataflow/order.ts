import type { CellName } from '../notebook/cell';
import type { Node } from './graph';

type Nodes = ReadonlyMap<CellName, Node>;

/** Kahn's: nodes with nothing left to wait for, first in the notebook first; what remains holds or follows a cycle. */
export function sortNodes(nodes: Nodes): {
  order: readonly CellName[];
  circular: ReadonlyMap<CellName, readonly CellName[]>;
} {
  const readers = readersOf(nodes, ({ reads }) => reads);
  const rank = new Map([...nodes.keys()].map((name, i) => [name, i]));
  const waits = new Map([...nodes].map(([name, { reads }]) => [name, reads.length]));
  const ready = [...nodes.keys()].filter((name) => waits.get(name) === 0);
  const order: CellName[] = [];
  for (let name = ready.shift(); name !== undefined; name = ready.shift()) {
    order.push(name);
    for (const reader of readers.get(name) ?? []) {
      const left = (waits.get(reader) ?? 0) - 1;
      waits.set(reader, left);
      if (left === 0) putByRank(ready, reader, rank);
    }
  }
  const sorted = new Set(order);
  const rest = [...nodes.keys()].filter((name) => !sorted.has(name));
  return { order: [...order, ...rest], circular: cyclesAmong(rest, nodes) };
}

function putByRank(ready: CellName[], name: CellName, rank: ReadonlyMap<CellName, number>): void {
  const at = ready.findIndex((other) => (rank.get(other) ?? 0) > (rank.get(name) ?? 0));
  ready.splice(at === -1 ? ready.length : at, 0, name);
}

/** The members of cycles among `rest`, each with the cells it goes in circles with; followers are left out. */
function cyclesAmong(rest: readonly CellName[], nodes: Nodes): Map<CellName, readonly CellName[]> {
  const left = new Set(rest);
  const reach = new Map(
    rest.map((name) => [
      name,
      reachFrom(name, (at) => (nodes.get(at)?.reads ?? []).filter((one) => left.has(one))),
    ]),
  );
  const members = rest.filter((name) => reach.get(name)?.has(name));
  return new Map(
    members.map((name) => [
      name,
      members.filter((other) => reach.get(name)?.has(other) && reach.get(other)?.has(name)),
    ]),
  );
}

/** All that can be reached by one step or more. */
export function reachFrom(
  name: CellName,
  step: (name: CellName) => readonly CellName[],
): ReadonlySet<CellName> {
  const reached = new Set<CellName>();
  const queue = [...step(name)];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    queue.push(...step(at));
  }
  return reached;
}

/** Who goes by these edges to whom, turned about. */
export function readersOf(
  nodes: Nodes,
  edges: (node: Node) => readonly CellName[],
): Map<CellName, CellName[]> {
  const readers = new Map<CellName, CellName[]>();
  for (const node of nodes.values()) {
    for (const source of edges(node)) readers.set(source, [...(readers.get(source) ?? []), node.name]);
  }
  return readers;
}
