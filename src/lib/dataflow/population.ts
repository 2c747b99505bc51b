import { CellName, type InputCell } from '../notebook/cell';
import type { Input } from '../notebook/input';
import type { Population } from '../results/population';
import { closing, split } from '../sql/query';
import { identifierOf, isSymbol, keywordOf, significant, type Token } from '../sql/tokens';
import type { Compiled } from './compile';
import { readQuery } from './references';
import { regrouped, regroupingOf } from './regrouping';
import { sourceOf, textOf } from './source';
import { compiledOf, sessionGraph } from './status';
import type { Session } from './session';

/** One condition of a WHERE: a column, and the texts or the input it must be among. */
interface Condition {
  readonly column: string;
  readonly values: readonly string[];
  readonly input?: string;
}

/**
 * Whom a cell's rows are taken from, all together: the texts it is computed by, apart from the simple conditions
 * (`sex = 'girl'`, `sex IN (…)`, `chosen(project, $project)`) and the others, which say who of them. Undefined for a cell
 * that cannot run. What cells and inputs are called is not in the texts, nor what the last SELECT computes.
 */
export function populationOf(session: Session, name: CellName): Population | undefined {
  const compiled = compiledOf(session, name);
  if (!compiled || compiled.segments.length === 0) return undefined;
  const regrouping = regroupingOf(compiled.segments);
  const whole = regrouping && populationOf(session, regrouping.from);
  return whole ? regrouped(whole, regrouping) : ownPopulation(session, compiled);
}

/** The same of a query that is no cell yet, and only puts the groups of a cell together. */
export function populationAfter(session: Session, from: CellName, sql: string): Population | undefined {
  const segments = compiledOf(session, from)?.segments ?? [];
  const regrouping = regroupingOf([...segments, { name: CellName.parse('_'), query: readQuery(sql) }]);
  const whole = regrouping && populationOf(session, regrouping.from);
  return whole && regrouped(whole, regrouping);
}

function ownPopulation(session: Session, { segments }: Compiled): Population {
  const graph = sessionGraph(session);
  const texts = segments.map((segment) => significant(segment.query.tokens));
  const columnsOf = (table: string) =>
    session.tables.tables.find(({ name }) => name === table)?.columns.map((column) => column.toLowerCase()) ??
    [];
  const { text: source, conjuncts } = sourceOf(
    segments.map(({ name }, at) => ({ name, tokens: texts[at] ?? [] })),
    columnsOf,
  );
  const simple = conjuncts.map(conditionOf);

  const among = new Map<string, readonly string[]>();
  const chosen = new Map<string, string>();
  for (const condition of simple)
    if (condition && !condition.input) narrow(among, condition.column, condition.values);
  for (const input of inputsIn(texts)) {
    const cell = graph.nodes.get(input as CellName)?.cell;
    if (cell?.kind !== 'input') continue;
    const values = valuesOf(cell.spec);
    if (values === undefined) chosen.set(input, sayOf(cell));
    else if (values.length > 0) narrow(among, columnOf(texts, input) ?? `$${input}`, values);
  }
  const asked = conjuncts
    .filter((_, at) => !simple[at])
    .map((conjunct) => conjunct.map(textOf).join(' '))
    .toSorted();
  return { source, among, asked: [...new Set(asked)], chosen };
}

/** Both hold: what is in the one and in the other. */
function narrow(among: Map<string, readonly string[]>, column: string, values: readonly string[]): void {
  const known = among.get(column);
  among.set(column, known ? known.filter((value) => values.includes(value)) : values.toSorted());
}

/** Undefined where it is of another kind, or could be met by a missing value. */
function conditionOf(conjunct: readonly Token[]): Condition | undefined {
  const [column, rest] = columnAt(conjunct, 0) ?? [];
  if (column === undefined || !rest) return undefined;
  const call =
    identifierOf(conjunct[0]) === 'chosen' && isSymbol(conjunct[1], '(') ? columnAt(conjunct, 2) : undefined;
  if (call) {
    const [of, [comma, variable, close, ...more]] = call;
    const isWhole =
      isSymbol(comma, ',') && variable?.kind === 'variable' && isSymbol(close, ')') && more.length === 0;
    return isWhole ? { column: of, values: [], input: variable.text.slice(1).toLowerCase() } : undefined;
  }
  const [sign, value, ...more] = rest;
  if (isSymbol(sign, '=') && more.length === 0) {
    if (value?.kind === 'variable') return { column, values: [], input: value.text.slice(1).toLowerCase() };
    return value?.kind === 'string' ? { column, values: [wordOf(value)] } : undefined;
  }
  if (keywordOf(sign) !== 'IN' || !isSymbol(value, '(') || closing(rest, 1) !== rest.length - 1)
    return undefined;
  const listed = split(rest.slice(2, -1)).map((item) => item[0]);
  const isTexts = listed.every((item) => item?.kind === 'string');
  return isTexts ? { column, values: listed.flatMap((item) => (item ? [wordOf(item)] : [])) } : undefined;
}

/** A column at a place, `c.sex` or `sex::VARCHAR` too, and what comes after it. */
function columnAt(tokens: readonly Token[], at: number): readonly [string, readonly Token[]] | undefined {
  let place = at;
  if (identifierOf(tokens[place]) === undefined) return undefined;
  while (isSymbol(tokens[place + 1], '.') && identifierOf(tokens[place + 2]) !== undefined) place += 2;
  const column = identifierOf(tokens[place]) ?? '';
  if (isSymbol(tokens[place + 1], '::')) place += 2;
  return [column, tokens.slice(place + 1)];
}

const wordOf = ({ text }: Token) => text.slice(1, -1).replaceAll("''", "'");

function inputsIn(texts: readonly (readonly Token[])[]): ReadonlySet<string> {
  const variables = texts.flat().filter(({ kind }) => kind === 'variable');
  return new Set(variables.map(({ text }) => text.slice(1).toLowerCase()));
}

/** The column that an input chooses among wherever it is asked: `chosen(project, $project)`, `unit = $unit`. */
function columnOf(texts: readonly (readonly Token[])[], input: string): string | undefined {
  for (const tokens of texts)
    for (const at of tokens.keys()) {
      const isCall = identifierOf(tokens[at]) === 'chosen' && isSymbol(tokens[at + 1], '(');
      const place = isCall ? at + 2 : at;
      const [column, rest = []] = columnAt(tokens, place) ?? [];
      const [sign, variable] = rest;
      const names = variable?.kind === 'variable' && variable.text.slice(1).toLowerCase() === input;
      if (column !== undefined && names && isSymbol(sign, isCall ? ',' : '=')) return column;
    }
  return undefined;
}

/** Undefined where choices can hold one another; empty where all is chosen. */
function valuesOf(input: Input): readonly string[] | undefined {
  if (input.type === 'select') return input.value == null ? [] : [input.value];
  if (input.type === 'multi-select') return input.value ?? [];
  if (input.type === 'checkbox' || input.type === 'text') return [String(input.value)];
  return undefined;
}

function sayOf({ spec }: InputCell): string {
  return JSON.stringify('value' in spec ? spec.value : null);
}
