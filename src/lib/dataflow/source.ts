import { itemsOf } from '../sql/items';
import { clausesOf, closing, conjunctsOf, coresOf, definitionsOf } from '../sql/query';
import { identifierOf, isSymbol, keywordOf, type Token } from '../sql/tokens';
import { aggregates } from './singles';

/** What a query reads its rows from, and which of them: the same for two queries that take the same rows of the same. */
export interface Source {
  readonly text: string;
  /** The conditions of every WHERE on the way there. */
  readonly conjuncts: readonly (readonly Token[])[];
}

/** A cell or a definition, with the names that are known in it. */
interface Named {
  readonly tokens: readonly Token[];
  readonly scope: Scope;
}
type Scope = ReadonlyMap<string, Named>;

type Say = (tokens: readonly Token[], scope: Scope) => string;

/**
 * Of the last of `queries`; those before it are what it reads, by name. One that only chooses among the rows of another
 * (`SELECT * FROM courses WHERE …`) is read through, whether it is a cell, a definition or a subquery. What a table is
 * called in the query, and what cells and definitions are called, makes no difference. `columnsOf` says what a table has: a
 * column that is computed under the name of one of them is another one.
 */
export function sourceOf(
  queries: readonly { readonly name: string; readonly tokens: readonly Token[] }[],
  columnsOf: (table: string) => readonly string[],
): Source {
  const written: string[] = [];
  const numbers = new Map<Named, number>();
  const say: Say = (tokens, scope) =>
    tokens
      .map((token, at) => {
        const isCalled = isSymbol(tokens[at + 1], '(') || isSymbol(tokens[at - 1], '.');
        const named = isCalled ? undefined : scope.get(identifierOf(token) ?? '');
        return named ? numberOf(named) : textOf(token);
      })
      .join(' ');
  const numberOf = (named: Named): string => {
    const known = numbers.get(named) ?? numbers.size + 1;
    if (!numbers.has(named)) {
      numbers.set(named, known);
      written[known - 1] = `#${known}: ${say(named.tokens, named.scope)}`;
    }
    return `#${known}`;
  };
  const scope = withNames(new Map(), queries.slice(0, -1));
  const { text, conjuncts } = counted({ tokens: queries.at(-1)?.tokens ?? [], scope }, say, columnsOf);
  return { text: [...written, text].join('\n'), conjuncts };
}

/** Each knows those before it. */
function withNames(
  outer: Scope,
  queries: readonly { readonly name: string; readonly tokens: readonly Token[] }[],
): Scope {
  return queries.reduce<Scope>(
    (scope, { name, tokens }) => new Map(scope).set(name.toLowerCase(), { tokens, scope }),
    outer,
  );
}

/** Whose rows a query counts. One that counts none itself, and hands on what another counted, is about the same. */
function counted(query: Named, say: Say, columnsOf: (table: string) => readonly string[]): Source {
  const { parts, rest, scope } = partsOf(query);
  const from = parts?.get('FROM');
  const select = parts?.get('SELECT') ?? [];
  const counts = parts?.has('GROUP') || itemsOf(select).some(({ expression }) => isOfMany(expression));
  const relation = from && relationIn(from);
  const under = relation && underOf(relation, scope);
  if (!from || counts || (relation && !under)) return read(query, say, columnsOf);
  if (!under || !handsOn(select)) return { text: say(rest, scope), conjuncts: [] };
  const inner = counted(under, say, columnsOf);
  return { text: inner.text, conjuncts: [...inner.conjuncts, ...ownConjuncts(parts, true)] };
}

/** The counts, as they were. */
function handsOn(select: readonly Token[]): boolean {
  return itemsOf(select).every(({ name = '', expression }) => {
    if (isStar(expression)) return !expression.some((token) => keywordOf(token) === 'REPLACE');
    return !/^(n|antal)$/.test(name) || isColumn(expression, name);
  });
}

function read(query: Named, say: Say, columnsOf: (table: string) => readonly string[]): Source {
  const { parts, rest, scope } = partsOf(query);
  const from = parts?.get('FROM');
  if (!from) return { text: say(rest, scope), conjuncts: [] };
  const relation = relationIn(from);
  const own = ownConjuncts(parts, relation !== undefined);
  if (!relation) return { text: say(from, scope), conjuncts: own };
  const under = underOf(relation, scope);
  if (!under) return { text: relation.name ?? '', conjuncts: own };
  const through = read(under, say, columnsOf);
  return passesOn(under, columnsOf(through.text))
    ? { text: through.text, conjuncts: [...through.conjuncts, ...own] }
    : { text: `( ${say(under.tokens, under.scope)} )`, conjuncts: own };
}

/** Of one SELECT; undefined where there are several, or none. */
function partsOf({ tokens, scope: outer }: Named): {
  readonly parts: ReadonlyMap<string, readonly Token[]> | undefined;
  readonly rest: readonly Token[];
  readonly scope: Scope;
} {
  const { definitions, rest } = definitionsOf(tokens);
  const scope = withNames(
    outer,
    definitions.map(({ name, body }) => ({ name, tokens: body })),
  );
  const cores = coresOf(rest);
  return { parts: cores.length === 1 ? clausesOf(cores[0] ?? []) : undefined, rest, scope };
}

function ownConjuncts(
  parts: ReadonlyMap<string, readonly Token[]> | undefined,
  isOfOne: boolean,
): readonly (readonly Token[])[] {
  const where = parts?.get('WHERE') ?? [];
  return conjunctsOf(isOfOne ? where.filter((_, at) => !isQualifier(where, at)) : where);
}

interface Relation {
  readonly name?: string;
  readonly query?: readonly Token[];
}

/** The cell, definition or subquery; undefined for a table of the data. */
function underOf({ name = '', query }: Relation, scope: Scope): Named | undefined {
  return query ? { tokens: query, scope } : scope.get(name);
}

/** One table, cell or subquery, whatever it is called here; undefined where tables are joined. */
function relationIn(from: readonly Token[]): Relation | undefined {
  const isQuery = isSymbol(from[0], '(');
  const end = isQuery ? closing(from, 0) + 1 : 1;
  const [as, alias] = keywordOf(from[end]) === 'AS' ? [1, from[end + 1]] : [0, from[end]];
  const isWhole = from.length === end || (identifierOf(alias) !== undefined && from.length === end + as + 1);
  if (!isWhole) return undefined;
  if (isQuery) return { query: from.slice(1, end - 1) };
  const name = identifierOf(from[0]);
  return name === undefined ? undefined : { name };
}

/** `c` and the point of `c.age`, where there is but one table it can be of. */
function isQualifier(tokens: readonly Token[], at: number): boolean {
  const isName = (place: number) => identifierOf(tokens[place]) !== undefined;
  const isPoint = (place: number) =>
    isSymbol(tokens[place], '.') &&
    isName(place - 1) &&
    isName(place + 1) &&
    !isSymbol(tokens[place + 2], '(');
  return isPoint(at) || (isName(at) && isPoint(at + 1));
}

/** Has it one row for each row it takes, with the columns they had and perhaps some more? */
function passesOn(query: Named, columns: readonly string[]): boolean {
  const { parts } = partsOf(query);
  if (!parts || ![...parts.keys()].every((part) => /^(SELECT|FROM|WHERE|ORDER)$/.test(part))) return false;
  const select = parts.get('SELECT') ?? [];
  if (/^(DISTINCT|ALL)$/.test(keywordOf(select[0]) ?? '')) return false;
  return itemsOf(select).every(({ name, expression }) => {
    if (isStar(expression)) return !expression.some((token) => keywordOf(token) === 'REPLACE');
    if (name !== undefined && isColumn(expression, name)) return true;
    const isNew = name !== undefined && !columns.includes(name);
    return isNew && !isOfMany(expression) && !makesRows(expression);
  });
}

/** `*`, `c.*`; not that of `count(*)`. */
const isStar = (expression: readonly Token[]) =>
  isSymbol(expression[0], '*') || (isSymbol(expression[1], '.') && isSymbol(expression[2], '*'));

/** `age`, `c.age`, under its own name. */
function isColumn(expression: readonly Token[], name: string): boolean {
  const isQualified = expression.length === 3 && isSymbol(expression[1], '.');
  return (expression.length === 1 || isQualified) && identifierOf(expression.at(-1)) === name;
}

/** One row of many. */
function isOfMany(expression: readonly Token[]): boolean {
  return expression.some((token, at) => {
    if (!isSymbol(expression[at + 1], '(')) return false;
    const isWindow = keywordOf(expression[closing(expression, at + 1) + 1]) === 'OVER';
    return !isWindow && aggregates.some((kind) => kind.has(identifierOf(token) ?? ''));
  });
}

/** Many rows of one, or columns that are not named here. */
const makesRows = (expression: readonly Token[]) =>
  expression.some((token) => /^(unnest|columns)$/i.test(token.text));

/** As one writes it does not matter: only what it says. */
export function textOf({ kind, text }: Token): string {
  return kind === 'variable' ? '$' : kind === 'name' ? text.toLowerCase() : text;
}
