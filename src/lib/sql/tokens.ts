/**
 * DuckDB SQL cut into tokens, as its own scanner cuts it. Measured against DuckDB 1.4.3: block comments nest, a
 * carriage return ends a line comment, NUL ends the statement, and only these characters are space.
 */
const space = ' \\t\\n\\r\\f\\u00a0\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff';
const beyondAscii =
  '\\u0080-\\u009f\\u00a1-\\u1fff\\u200c-\\u202e\\u2030-\\u205e\\u2061-\\u2fff\\u3001-\\ufefe\\uff00-\\uffff';
const word = `[A-Za-z_${beyondAscii}][\\w${beyondAscii}]*`;

const shape = new RegExp(
  [
    `(?<space>[${space}]+)`,
    `(?<comment>--[^\\n\\r]*|/\\*)`,
    `(?<string>[eE]'(?:[^'\\\\]|''|\\\\[^])*'?|'[^']*(?:''[^']*)*'?|\\$(?:${word})?\\$)`,
    `(?<quoted>"[^"]*(?:""[^"]*)*"?)`,
    `(?<variable>\\$(?:\\d+|${word}))`,
    `(?<number>\\d+(?:_\\d+)*(?:\\.\\d*(?:_\\d+)*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)`,
    `(?<name>[A-Za-z_${beyondAscii}][\\w$${beyondAscii}]*)`,
    `(?<symbol>::|[^])`,
  ].join('|'),
  'y',
);

const kinds = ['space', 'comment', 'string', 'quoted', 'variable', 'number', 'name', 'symbol'] as const;
export type TokenKind = (typeof kinds)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offsets in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** 1-based, where the token starts. A line ends at \n, as in DuckDB's `LINE n`. */
  readonly line: number;
  readonly column: number;
}

/** The tokens of `sql`; their texts, concatenated, are `sql` again. An open string or comment reaches the end. */
export function tokenise(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let line = 1;
  let lineStart = 0;
  while (start < sql.length) {
    const { kind, end } = tokenAt(sql, start);
    tokens.push({ kind, text: sql.slice(start, end), start, end, line, column: start - lineStart + 1 });
    for (let at = sql.indexOf('\n', start); at !== -1 && at < end; at = sql.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
    start = end;
  }
  return tokens;
}

function tokenAt(sql: string, start: number): { kind: TokenKind; end: number } {
  shape.lastIndex = start;
  const match = shape.exec(sql);
  const kind = kinds.find((one) => match?.groups?.[one] !== undefined) ?? 'symbol';
  const head = match?.[0] ?? '';
  if (head === '/*') return { kind, end: endOfComment(sql, start) };
  if (head.startsWith('$') && kind === 'string') return { kind, end: endOfDollarQuote(sql, start, head) };
  return { kind, end: start + head.length };
}

function endOfComment(sql: string, start: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

function endOfDollarQuote(sql: string, start: number, delimiter: string): number {
  const close = sql.indexOf(delimiter, start + delimiter.length);
  return close === -1 ? sql.length : close + delimiter.length;
}

/** What the parser sees: no space, no comments. */
export function significant(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** The identifier a token stands for, in lower case as DuckDB compares; undefined for other tokens. */
export function identifierOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'name') return token.text.toLowerCase();
  if (token?.kind === 'quoted') return token.text.slice(1, -1).replaceAll('""', '"').toLowerCase();
  return undefined;
}

/** The keyword a token may be, in upper case: an unquoted name. */
export function keywordOf(token: Token | undefined): string | undefined {
  return token?.kind === 'name' ? token.text.toUpperCase() : undefined;
}

export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.text === symbol;
}
