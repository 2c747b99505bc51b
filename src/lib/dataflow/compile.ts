import type { CellName } from '../notebook/cell';
import { quoteName } from '../sql/quote';
import { isSymbol } from '../sql/tokens';
import type { Graph } from './graph';
import { overridesFor } from './override';
import type { Query } from './references';

/** A cell and all it reads as one SELECT. */
export interface Compiled {
  readonly name: CellName;
  readonly sql: string;
  /** The same with `$name` for what the inputs stand for. */
  readonly template: string;
  /** In the order they stand in `sql`; the cell itself is last. */
  readonly segments: readonly Segment[];
}

/** One cell's part: `name AS (`, its body on lines of its own, `)`. */
export interface Segment {
  readonly name: CellName;
  readonly query: Query;
  /** The body with literals for `$name` and without a final semicolon. As many lines as the body. */
  readonly text: string;
  readonly lineCount: number;
  readonly substitutions: readonly Substitution[];
  /** One JSON line of what the part is made of: the name, the body, `$name` and what it stands for. */
  readonly identity: string;
}

/** Where a literal replaced `$name`: same line in both, columns 1-based. */
interface Substitution {
  readonly line: number;
  readonly column: number;
  readonly width: number;
  readonly sourceColumn: number;
  readonly sourceWidth: number;
}

const segments = new WeakMap<Graph, Map<CellName, Segment | undefined>>();

/** Instead of a cell's own part, and of all it reads: the rows it gave. Undefined for a cell that has its own. */
export type Given = (name: CellName) => Segment | undefined;

/** The one text of a cell; undefined when it is no query, or when it or what it reads is wrong before it runs. */
export function compile(graph: Graph, name: CellName, given?: Given): Compiled | undefined {
  const parts = segmentsOf(graph, name, given);
  if (!parts) return undefined;
  const sql = statementOf(name, parts, (part) => part.text);
  return { name, segments: parts, sql, template: statementOf(name, parts, (part) => part.query.sql) };
}

function statementOf(name: CellName, parts: readonly Segment[], bodyOf: (part: Segment) => string): string {
  const definitions = parts.map((part) => `${quoteName(part.name)} AS (\n${bodyOf(part)}\n)`);
  return `WITH ${definitions.join(', ')}\nSELECT * FROM ${quoteName(name)}`;
}

/** What a cell reads, before itself, in the order its text names it: moving cells about leaves the text as it is. */
export function segmentsOf(graph: Graph, name: CellName, given?: Given): readonly Segment[] | undefined {
  const parts: Segment[] = [];
  const seen = new Set<CellName>();
  const visit = (one: CellName): boolean => {
    if (seen.has(one)) return true;
    seen.add(one);
    const rows = one === name ? undefined : given?.(one);
    if (rows) return parts.push(rows) > 0;
    const part = segmentOf(graph, one);
    if (!part || !graph.nodes.get(one)?.reads.every(visit)) return false;
    parts.push(part);
    return true;
  };
  return visit(name) ? [...overridesFor(graph.overrides, parts), ...parts] : undefined;
}

function segmentOf(graph: Graph, name: CellName): Segment | undefined {
  const known = segments.get(graph) ?? new Map<CellName, Segment | undefined>();
  segments.set(graph, known);
  if (!known.has(name)) known.set(name, makeSegment(graph, name));
  return known.get(name);
}

function makeSegment(graph: Graph, name: CellName): Segment | undefined {
  const node = graph.nodes.get(name);
  if (!node?.query || node.failure) return undefined;
  if (node.inputs.some((input) => graph.nodes.get(input)?.failure)) return undefined;
  return substitute(
    name,
    node.query,
    node.inputs.map((input) => [input, graph.literals.get(input) ?? 'NULL']),
  );
}

function substitute(name: CellName, query: Query, inputs: readonly (readonly [CellName, string])[]): Segment {
  const literals = new Map<string, string>(inputs);
  const substitutions: Substitution[] = [];
  let shift = { line: 0, by: 0 };
  const texts = query.tokens.map((token) => {
    if (isSymbol(token, ';')) return ' ';
    const literal = token.kind === 'variable' ? literals.get(token.text.slice(1).toLowerCase()) : undefined;
    if (literal === undefined) return token.text;
    if (shift.line !== token.line) shift = { line: token.line, by: 0 };
    substitutions.push({
      line: token.line,
      column: token.column + shift.by,
      width: literal.length,
      sourceColumn: token.column,
      sourceWidth: token.text.length,
    });
    shift.by += literal.length - token.text.length;
    return literal;
  });
  const text = texts.join('');
  const identity = JSON.stringify([name, query.sql, inputs]);
  return { name, query, text, lineCount: text.split('\n').length, substitutions, identity };
}

export interface PlaceInCell {
  readonly cell: CellName;
  /** 1-based, in the cell's SQL: of an input, in its `from`. */
  readonly line: number;
  readonly column: number;
}

/** Where in which cell a place in the compiled text is; undefined on the last line, which is nobody's. */
export function placeInCell(
  compiled: Compiled,
  place: { readonly line: number; readonly column: number },
): PlaceInCell | undefined {
  let opening = 1;
  for (const segment of compiled.segments) {
    const line = place.line - opening;
    if (line <= 0) return { cell: segment.name, line: 1, column: 1 };
    if (line <= segment.lineCount)
      return { cell: segment.name, line, column: sourceColumn(segment, line, place.column) };
    opening += segment.lineCount + 1;
    if (place.line === opening && segment === compiled.segments.at(-1)) return endOf(segment);
    if (place.line === opening && place.column === 1) return endOf(segment);
  }
  return undefined;
}

/** DuckDB points at the closing parenthesis when a body ends too soon. */
function endOf(segment: Segment): PlaceInCell {
  const last = segment.query.sql.split('\n').at(-1) ?? '';
  return { cell: segment.name, line: segment.lineCount, column: last.length + 1 };
}

function sourceColumn({ substitutions }: Segment, line: number, column: number): number {
  let shift = 0;
  for (const one of substitutions) {
    if (one.line !== line || column < one.column) continue;
    if (column < one.column + one.width) return one.sourceColumn;
    shift += one.sourceWidth - one.width;
  }
  return column + shift;
}
