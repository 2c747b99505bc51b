import { isSymbol, identifierOf, keywordOf, type Token } from './tokens';
import { closing, split } from './query';

/** One entry of a select list. `name` in lower case; undefined where it has none of its own (`count(*)`, `*`). */
export interface Item {
  readonly name: string | undefined;
  readonly expression: readonly Token[];
}

/** What a select list gives, in its order. */
export function itemsOf(select: readonly Token[]): readonly Item[] {
  return split(select).map((item) => {
    const name = identifierOf(item.at(-1));
    if (name === undefined) return { name, expression: item };
    if (keywordOf(item.at(-2)) === 'AS') return { name, expression: item.slice(0, -2) };
    const isBare = item.length === 1 || isSymbol(item.at(-2), '.');
    if (isBare) return { name, expression: item };
    const isImplied = isSymbol(item.at(-2), ')') || item.length === 2;
    return isImplied ? { name, expression: item.slice(0, -1) } : { name: undefined, expression: item };
  });
}

/**
 * Does a query unfold a row into several (`unnest`)? Then a child is in more than one group of what is computed from
 * them: these are all names the texts give, `AS x`, `) x` and `AS t(x)`. Undefined where no row is unfolded.
 */
export function givenBesideUnfolding(texts: readonly (readonly Token[])[]): ReadonlySet<string> | undefined {
  const tokens = texts.flat();
  if (!tokens.some((token) => identifierOf(token) === 'unnest')) return undefined;
  const isNaming = (before: Token | undefined) =>
    keywordOf(before) === 'AS' || isSymbol(before, ')') || isSymbol(before, ']');
  const given = tokens.flatMap((token, at) => {
    if (identifierOf(token) === undefined || !isNaming(tokens[at - 1])) return [];
    const list = isSymbol(tokens[at + 1], '(') ? tokens.slice(at + 2, closing(tokens, at + 1)) : [];
    return [token, ...list].flatMap((each) => identifierOf(each) ?? []);
  });
  return new Set(given);
}

/** As one writes it does not matter: only what it says. */
export function saidBy(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'name' ? text.toLowerCase() : text)).join(' ');
}
