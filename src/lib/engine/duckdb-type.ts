/** A type as DuckDB's DESCRIBE writes it. */
export type DuckType =
  | { readonly kind: 'plain'; readonly name: string; readonly size: readonly number[] }
  | { readonly kind: 'enum'; readonly codes: readonly string[] }
  | { readonly kind: 'list'; readonly of: DuckType; readonly brackets: string }
  | { readonly kind: 'struct'; readonly fields: readonly (readonly [name: string, type: DuckType])[] }
  | { readonly kind: 'map'; readonly key: DuckType; readonly value: DuckType }
  | { readonly kind: 'union' };

const token = /\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|\[\d*\]|[(),]|\d+|[^\s"'()[\],]+)/y;

/** Reads `ENUM('a', 'b')[]`, `STRUCT(x DECIMAL(2,1))`, `TIMESTAMP WITH TIME ZONE`. Throws on anything else. */
export function parseDuckType(text: string): DuckType {
  const tokens = tokensOf(text);
  let next = 0;
  const take = () => tokens[next++] ?? '';
  const takeIf = (expected: string) => (tokens[next] === expected ? (next++, true) : false);
  const expect = (expected: string) => {
    if (!takeIf(expected)) throw new Error(`type ${text}: ${expected} expected`);
  };
  const listed = <T>(read: () => T): T[] => {
    expect('(');
    const items = [read()];
    while (takeIf(',')) items.push(read());
    expect(')');
    return items;
  };

  const base = (): DuckType => {
    const name = take();
    if (name === 'ENUM') return { kind: 'enum', codes: listed(() => unquote(take())) };
    if (name === 'STRUCT')
      return { kind: 'struct', fields: listed(() => [unquote(take()), type()] as const) };
    if (name === 'UNION') return (listed(() => [take(), type()]), { kind: 'union' });
    if (name === 'MAP') {
      const [key, value] = listed(type);
      if (!key || !value) throw new Error(`type ${text}: a map needs two types`);
      return { kind: 'map', key, value };
    }
    const words = [name];
    while (/^[A-Z]+$/.test(tokens[next] ?? '')) words.push(take());
    const size = tokens[next] === '(' ? listed(() => Number(take())) : [];
    return { kind: 'plain', name: words.join(' '), size };
  };
  const type = (): DuckType => {
    let read = base();
    while (tokens[next]?.startsWith('[')) read = { kind: 'list', of: read, brackets: take() };
    return read;
  };

  const read = type();
  if (next !== tokens.length) throw new Error(`type ${text}: ${tokens[next] ?? ''} not expected`);
  return read;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match?.[1]) throw new Error(`not a type: ${text}`);
    tokens.push(match[1]);
  }
  return tokens;
}

function unquote(word: string): string {
  const quote = word[0];
  if (quote !== "'" && quote !== '"') return word;
  return word.slice(1, -1).replaceAll(quote + quote, quote);
}
