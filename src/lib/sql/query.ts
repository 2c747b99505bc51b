import { identifierOf, isSymbol, keywordOf, type Token } from './tokens';

/** The parts of a query, for who asks what it reads and gives. Of significant tokens; total: any text gives an answer. */

const begins = new Set(
  'SELECT FROM WHERE GROUP HAVING QUALIFY WINDOW ORDER LIMIT OFFSET UNION EXCEPT INTERSECT'.split(' '),
);

export interface Definition {
  readonly name: string;
  readonly body: readonly Token[];
}

/** `WITH a AS (…), b(x, y) AS (…)`, and the query after it. */
export function definitionsOf(tokens: readonly Token[]): {
  readonly definitions: readonly Definition[];
  readonly rest: readonly Token[];
} {
  const definitions: Definition[] = [];
  if (keywordOf(tokens[0]) !== 'WITH') return { definitions, rest: tokens };
  let at = keywordOf(tokens[1]) === 'RECURSIVE' ? 2 : 1;
  for (;;) {
    const name = identifierOf(tokens[at]);
    const open = tokens.findIndex(
      (token, place) => place > at && isSymbol(token, '(') && isBody(tokens, place),
    );
    if (name === undefined || open === -1) return { definitions, rest: tokens.slice(at) };
    const close = closing(tokens, open);
    definitions.push({ name, body: tokens.slice(open + 1, close) });
    at = close + 1;
    if (!isSymbol(tokens[at], ',')) return { definitions, rest: tokens.slice(at) };
    at += 1;
  }
}

const isBody = (tokens: readonly Token[], open: number) =>
  /^(AS|MATERIALIZED)$/.test(keywordOf(tokens[open - 1]) ?? '');

/** What UNION, EXCEPT and INTERSECT put together. */
export function coresOf(query: readonly Token[]): readonly (readonly Token[])[] {
  const cores = split(query, (token) => /^(UNION|EXCEPT|INTERSECT)$/.test(keywordOf(token) ?? ''));
  return cores.map((core) => {
    const first = core.findIndex((token) => !/^(ALL|DISTINCT|BY|NAME)$/.test(keywordOf(token) ?? ''));
    return core.slice(Math.max(0, first));
  });
}

/** The clauses of one SELECT by the keyword that opens each, FROM first or not. */
export function clausesOf(core: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const parts = new Map<string, Token[]>();
  let depth = 0;
  let part: Token[] = [];
  for (const [at, token] of core.entries()) {
    const word = keywordOf(token);
    const isOpening = depth === 0 && word !== undefined && begins.has(word) && !isSymbol(core[at - 1], '.');
    if (isOpening && keywordOf(core[at - 1]) !== 'DISTINCT') parts.set(word, (part = []));
    else part.push(token);
    depth += depthOf(token);
  }
  return parts;
}

/** At the commas, or whatever else, outside all brackets. */
export function split(
  tokens: readonly Token[],
  isEdge: (token: Token, at: number) => boolean = isComma,
): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (depth === 0 && isEdge(token, at)) parts.push([]);
    else parts.at(-1)?.push(token);
    depth += depthOf(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** At each AND but that of BETWEEN. */
export function conjunctsOf(where: readonly Token[]): readonly (readonly Token[])[] {
  let between = false;
  return split(where, (token) => {
    const word = keywordOf(token);
    if (word === 'BETWEEN') between = true;
    if (word !== 'AND') return false;
    const isEdge = !between;
    between = false;
    return isEdge;
  });
}

const isComma = (token: Token) => isSymbol(token, ',');

/** Where the bracket at `open` is closed; the end where it never is. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    depth += depthOf(tokens[at]);
    if (depth === 0) return at;
  }
  return tokens.length;
}

function depthOf(token: Token | undefined): number {
  if (token?.kind !== 'symbol') return 0;
  if ('([{'.includes(token.text)) return 1;
  return ')]}'.includes(token.text) ? -1 : 0;
}
