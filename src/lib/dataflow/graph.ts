import {
  hasRows,
  isNamed,
  type CellName,
  type CompareCell,
  type InputCell,
  type NamedCell,
} from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import type { Token } from '../sql/tokens';
import { compareQuery, lineOfField } from './compare-query';
import { literalOf } from './literal';
import { nearest } from './nearest';
import { overridesOf, type OverrideSegment } from './override';
import { reachFrom, readersOf, sortNodes } from './order';
import { readQuery, referencesOf, shadowsIn, type Query } from './references';
import type { Failure, Tables } from './session';

export interface Node {
  readonly name: CellName;
  readonly cell: NamedCell;
  /** Of a `sql` cell, of the rows a `compare` cell works on, and of an `input` that asks for its choices with a query. */
  readonly query: Query | undefined;
  /** Cells whose rows it reads, directly; a plot reads its data. Their failure blocks it. */
  readonly reads: readonly CellName[];
  /** Inputs whose value it uses. Their choices may fail without harm: the value stands in the notebook. */
  readonly inputs: readonly CellName[];
  /** What is wrong before anything runs. */
  readonly failure: Failure | undefined;
}

/** The cells of a notebook by name, each after what it reads. Names that several cells have stand once. */
export interface Graph {
  readonly nodes: ReadonlyMap<CellName, Node>;
  /** Stable: cells that could come in any order come as in the notebook. Members of a cycle come last. */
  readonly order: readonly CellName[];
  /** What the inputs are in SQL. */
  readonly literals: ReadonlyMap<CellName, string>;
  /** Queries that stand in the place of tables in this notebook, each after what it reads. */
  readonly overrides: readonly OverrideSegment[];
  /** All cells it needs, directly and not, in the graph's order. */
  ancestorsOf(name: CellName): readonly CellName[];
  /** All cells that read it or use its value, directly and not, in the graph's order. */
  descendantsOf(name: CellName): readonly CellName[];
}

const graphs = new WeakMap<Notebook, WeakMap<Tables, Graph>>();

/** The graph of a notebook over these tables; made once for each pair. */
export function graphOf(notebook: Notebook, tables: Tables): Graph {
  const known = graphs.get(notebook) ?? new WeakMap<Tables, Graph>();
  graphs.set(notebook, known);
  const graph = known.get(tables) ?? makeGraph(notebook, tables);
  known.set(tables, graph);
  return graph;
}

function makeGraph(notebook: Notebook, tables: Tables): Graph {
  const cells = notebook.cells.filter(isNamed);
  const names = new Map<CellName, NamedCell[]>();
  for (const cell of cells) names.set(cell.name, [...(names.get(cell.name) ?? []), cell]);
  const taken = new Set(tables.tables.map(({ name }) => name.toLowerCase()));
  const readable = new Set(
    [...names].filter(([name, [cell]]) => cell && hasRows(cell) && !taken.has(name)).map(([name]) => name),
  );
  const inputs = new Set([...names].filter(([, [cell]]) => cell?.kind === 'input').map(([name]) => name));

  const nodes = new Map<CellName, Node>();
  for (const [name, [cell, ...others]] of names) {
    if (cell) nodes.set(name, nodeOf(cell, { readable, inputs, taken, doubled: others.length > 0 }));
  }
  const { order, circular } = sortNodes(nodes);
  for (const [name, members] of circular) {
    const node = nodes.get(name);
    if (node) nodes.set(name, { ...node, failure: node.failure ?? failure('cycle', members.join(', ')) });
  }
  return { ...finish(nodes, order), overrides: overridesOf(notebook, tables) };
}

interface Names {
  readonly readable: ReadonlySet<CellName>;
  readonly inputs: ReadonlySet<CellName>;
  readonly taken: ReadonlySet<string>;
  readonly doubled: boolean;
}

function nodeOf(cell: NamedCell, names: Names): Node {
  const query = queryOf(cell);
  const used = [...(query?.variables.keys() ?? [])];
  const data = cell.kind === 'plot' ? asName(cell.spec.data, names.readable) : undefined;
  return {
    name: cell.name,
    cell,
    query,
    reads: query ? referencesOf(query, names.readable) : data ? [data] : [],
    inputs: used.map((name) => asName(name, names.inputs)).filter((name) => name !== undefined),
    failure: failureOf(cell, query, names),
  };
}

function failureOf(
  cell: NamedCell,
  query: Query | undefined,
  { readable, inputs, taken, doubled }: Names,
): Failure | undefined {
  if (doubled) return failure('duplicate-name', cell.name);
  if (taken.has(cell.name)) return failure('name-is-table', cell.name);
  if (cell.kind === 'plot' && !asName(cell.spec.data, readable))
    return failure('unknown-cell', cell.spec.data, undefined, readable);
  if (cell.kind === 'compare' && !readsSomething(cell, readable, taken))
    return unknownData(cell, [...readable, ...taken]);
  if (!query) return undefined;
  if (query.flaw) return failure(query.flaw.kind, query.flaw.token.text.slice(0, 40), query.flaw.token);
  for (const [name, [token]] of query.variables) {
    if (!asName(name, inputs)) return failure('unknown-input', name, token, inputs);
  }
  return undefined;
}

function failure(
  kind: Failure['kind'],
  message: string,
  place?: Pick<Token, 'line' | 'column'>,
  candidates: Iterable<string> = [],
): Failure {
  return {
    kind,
    message,
    candidates: [...candidates],
    ...(place && { line: place.line, column: place.column }),
  };
}

function unknownData(cell: CompareCell, known: readonly string[]): Failure {
  const near = nearest(
    cell.spec.data,
    known.filter((name) => name !== cell.name),
  );
  return failure('unknown-cell', cell.spec.data, lineOfField(cell, ['data']), near);
}

/** Before there is data no table is unknown. */
function readsSomething(
  { spec }: CompareCell,
  readable: ReadonlySet<string>,
  tables: ReadonlySet<string>,
): boolean {
  const data = spec.data.toLowerCase();
  return tables.size === 0 || readable.has(data) || tables.has(data);
}

function asName(name: string, known: ReadonlySet<CellName>): CellName | undefined {
  const found = name as CellName;
  return known.has(found) ? found : undefined;
}

const queries = new WeakMap<NamedCell, Query>();

/** A cell's SQL, read once for each cell object; an empty one is no query. */
export function queryOf(cell: NamedCell): Query | undefined {
  const sql = sqlOf(cell);
  if (sql === undefined) return undefined;
  const query = queries.get(cell) ?? readQuery(sql);
  queries.set(cell, query);
  return query.empty ? undefined : query;
}

function sqlOf(cell: NamedCell): string | undefined {
  if (cell.kind === 'sql') return cell.body;
  if (cell.kind === 'compare') return compareQuery(cell.spec);
  return cell.kind === 'input' ? choicesOf(cell) : undefined;
}

function choicesOf({ spec }: InputCell): string | undefined {
  return spec.type === 'select' || spec.type === 'multi-select' ? spec.from : undefined;
}

function finish(nodes: ReadonlyMap<CellName, Node>, order: readonly CellName[]): Omit<Graph, 'overrides'> {
  const inOrder = (names: ReadonlySet<CellName>) => order.filter((name) => names.has(name));
  const readers = readersOf(nodes, ({ reads, inputs }) => [...reads, ...inputs]);
  const literals = new Map<CellName, string>();
  for (const { name, cell } of nodes.values())
    if (cell.kind === 'input') literals.set(name, literalOf(cell.spec));
  return {
    nodes,
    order,
    literals,
    ancestorsOf: remember((name) => inOrder(reachFrom(name, (at) => nodes.get(at)?.reads ?? []))),
    // New choices in an input leave its value as it is: what is above an input goes no further than the input.
    descendantsOf: remember((name) =>
      inOrder(reachFrom(name, (at) => (at !== name && literals.has(at) ? [] : (readers.get(at) ?? [])))),
    ),
  };
}

function remember<Value>(find: (name: CellName) => Value): (name: CellName) => Value {
  const found = new Map<CellName, Value>();
  return (name) => {
    const value = found.get(name) ?? find(name);
    found.set(name, value);
    return value;
  };
}

export interface Shadow {
  /** The cell in which a column, an alias or a function is called like a cell. */
  readonly cell: CellName;
  readonly name: CellName;
  readonly line: number;
  readonly column: number;
}

/** Names that read like references and are none: a naming problem, which neither orders nor blocks cells. */
export function shadowsOf(graph: Graph): readonly Shadow[] {
  const cells = new Set(
    [...graph.nodes.values()].filter(({ cell }) => hasRows(cell)).map(({ name }) => name),
  );
  return [...graph.nodes.values()].flatMap(({ name, cell, query, reads }) =>
    // The words of a comparison's query are ours.
    (query && cell.kind !== 'compare' ? shadowsIn(query, cells) : [])
      .filter((shadow) => !reads.includes(shadow.name as CellName))
      .map((shadow) => ({
        cell: name,
        name: shadow.name as CellName,
        line: shadow.token.line,
        column: shadow.token.column,
      })),
  );
}
