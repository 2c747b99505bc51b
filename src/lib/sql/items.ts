import { isSymbol, identifierOf, keywordOf, type Token } from './tokens';
import { split } from './query';

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

/** As one writes it does not matter: only what it says. */
export function saidBy(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'name' ? text.toLowerCase() : text)).join(' ');
}
