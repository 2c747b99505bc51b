import { clausesOf, conjunctsOf, coresOf, definitionsOf, split } from '../sql/query';
import { itemsOf } from '../sql/items';
import { identifierOf, isSymbol, keywordOf, type Token } from '../sql/tokens';

/** What a query can read besides tables: cells and definitions, by name. */
export type Scope = ReadonlyMap<string, readonly Token[]>;

/** A row of `changes` is a pair of scores: it has all of these. */
const ofChanges = ['before', 'after', 'change', 'direction'];

/**
 * Columns that have a value in every row a query counts: asked for in its WHERE, or from a table that holds no others.
 * What joins tables says nothing: a row without its other half has none.
 */
export function neverMissing(
  parts: ReadonlyMap<string, readonly Token[]>,
  scope: Scope,
  depth = 0,
): ReadonlySet<string> {
  const asked = askedIn(parts.get('WHERE') ?? []).flatMap((conjunct) => knownBy(conjunct) ?? []);
  return new Set([...asked, ...readFrom(parts.get('FROM') ?? [], scope, depth)]);
}

/** What a WHERE asks of every row; nothing where it is met in more ways than one. */
export function askedIn(where: readonly Token[]): readonly (readonly Token[])[] {
  const isEither = split(where, (token) => keywordOf(token) === 'OR').length > 1;
  return isEither ? [] : conjunctsOf(where);
}

/** `x IS NOT NULL`, `x = 'a'`. */
function knownBy(conjunct: readonly Token[]): string | undefined {
  const start = isSymbol(conjunct[1], '.') ? 2 : 0;
  const [column, sign, not, nothing, ...more] = conjunct.slice(start);
  const isAsked = keywordOf(sign) === 'IS' && keywordOf(not) === 'NOT' && keywordOf(nothing) === 'NULL';
  const isEqual = isSymbol(sign, '=') && not?.kind === 'string' && nothing === undefined;
  return more.length === 0 && (isAsked || isEqual) ? identifierOf(column) : undefined;
}

function readFrom(from: readonly Token[], scope: Scope, depth: number): readonly string[] {
  const [table, ...alias] = from;
  const isOne = alias.length <= 2 && alias.every((token) => identifierOf(token) !== undefined);
  const name = identifierOf(table);
  if (!isOne || name === undefined || depth > 8) return [];
  const read = scope.get(name);
  if (!read) return name === 'changes' ? ofChanges : [];
  const { definitions, rest } = definitionsOf(read);
  const [core = [], ...more] = coresOf(rest);
  const parts = clausesOf(core);
  const items = itemsOf(parts.get('SELECT') ?? []);
  const isAll = items.some(({ expression }) => expression.length === 1 && isSymbol(expression[0], '*'));
  if (definitions.length > 0 || more.length > 0 || !isAll || parts.has('GROUP')) return [];
  const anew = items.map((item) => item.name);
  return [...neverMissing(parts, scope, depth + 1)].filter((column) => !anew.includes(column));
}
