import { imbalanceOf } from '../sql/balance';
import { identifierOf, isSymbol, keywordOf, significant, tokenise, type Token } from '../sql/tokens';
import { readClauses } from './clauses';

/** What a SQL text names, whatever cells there are: read once for each text. */
export interface Query {
  readonly sql: string;
  readonly tokens: readonly Token[];
  /** Single names in the place of a table, in lower case, each once, in the order written. */
  readonly tables: readonly string[];
  /** `$name`, in lower case, with every token that says it. */
  readonly variables: ReadonlyMap<string, readonly Token[]>;
  /** Names elsewhere: columns, aliases, functions. One called like a cell is a naming problem, never an edge. */
  readonly words: ReadonlyMap<string, Token>;
  /** Nothing but space, comments and semicolons. */
  readonly empty: boolean;
  /** What lets the text reach out of its place among others. */
  readonly flaw: { readonly kind: 'unbalanced' | 'refused'; readonly token: Token } | undefined;
}

/**
 * What `sql` refers to. A reference is a name where SQL reads a table (after FROM, JOIN, a comma in a from list …),
 * bare or quoted, and not the name of a CTE in scope there.
 */
export function readQuery(sql: string): Query {
  const tokens = tokenise(sql);
  const seen = significant(tokens);
  const uses = readClauses(seen).tables.filter(
    ({ parts, called, local }) => parts.length === 1 && !called && !local,
  );
  const named = new Set(uses.map(({ parts }) => parts[0]));
  return {
    sql,
    tokens,
    tables: [...new Set([...named].map(identifierOf).filter((name) => name !== undefined))],
    variables: variablesIn(seen),
    words: wordsIn(seen, named),
    empty: seen.every((token) => isSymbol(token, ';')),
    flaw: flawOf(tokens, seen),
  };
}

/** The cells among `known` that a query reads, in the order written. */
export function referencesOf<Name extends string>(query: Query, known: ReadonlySet<Name>): readonly Name[] {
  return query.tables.filter((name): name is Name => (known as ReadonlySet<string>).has(name));
}

/** Names that are called like a known cell but do not read it: the word, and where it first stands. */
export function shadowsIn(
  query: Query,
  known: ReadonlySet<string>,
): readonly { name: string; token: Token }[] {
  return [...query.words].filter(([name]) => known.has(name)).map(([name, token]) => ({ name, token }));
}

function flawOf(tokens: readonly Token[], seen: readonly Token[]): Query['flaw'] {
  const unbalanced = imbalanceOf(tokens) ?? besideString(seen);
  if (unbalanced) return { kind: 'unbalanced', token: unbalanced };
  const second = middleSemicolon(seen);
  return second && { kind: 'refused', token: second };
}

/** A string beside `$name` would run together with the literal. */
function besideString(tokens: readonly Token[]): Token | undefined {
  return tokens.find(
    ({ kind }, i) =>
      kind === 'variable' && (tokens[i - 1]?.kind === 'string' || tokens[i + 1]?.kind === 'string'),
  );
}

/** A second statement: a `;` with more than semicolons after it. */
function middleSemicolon(tokens: readonly Token[]): Token | undefined {
  const last = tokens.findLastIndex((token) => !isSymbol(token, ';'));
  return tokens.find((token, i) => i < last && isSymbol(token, ';'));
}

function variablesIn(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const found = new Map<string, Token[]>();
  for (const token of tokens) {
    if (token.kind !== 'variable') continue;
    const name = token.text.slice(1).toLowerCase();
    found.set(name, [...(found.get(name) ?? []), token]);
  }
  return found;
}

/** A name before a dot or a parenthesis is a qualifier or a function, one after a dot is qualified: no confusion. */
function wordsIn(
  tokens: readonly Token[],
  named: ReadonlySet<Token | undefined>,
): ReadonlyMap<string, Token> {
  const words = new Map<string, Token>();
  tokens.forEach((token, i) => {
    const name = identifierOf(token);
    if (name === undefined || named.has(token) || words.has(name)) return;
    if (isSymbol(tokens[i - 1], '.') || isSymbol(tokens[i + 1], '.') || isSymbol(tokens[i + 1], '(')) return;
    if (keywordOf(tokens[i + 1]) === 'AS' && isSymbol(tokens[i + 2], '(')) return;
    words.set(name, token);
  });
  return words;
}
