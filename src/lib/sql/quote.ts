import { columnWords, functionWords, reservedWords } from './keywords';

/** A name as SQL, quoted only where DuckDB would not read it bare. */
export function quoteName(name: string): string {
  const bare = /^[a-z_][a-z0-9_]*$/.test(name);
  const taken = reservedWords.has(name) || functionWords.has(name) || columnWords.has(name);
  return bare && !taken ? name : `"${name.replaceAll('"', '""')}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  "'": "''",
};

/** A text literal on one line: with line breaks in it, it is written E'…'. NUL, which DuckDB cannot hold, is left out. */
export function quoteText(text: string): string {
  const held = text.replaceAll('\0', '');
  if (!/[\n\r]/.test(held)) return `'${held.replaceAll("'", "''")}'`;
  return `E'${held.replace(/[\n\r\t\\']/g, (character) => escapes[character] ?? character)}'`;
}

/** The text that `quoteText` wrote; undefined for a literal of another form. */
export function readText(literal: string): string | undefined {
  const [, escaped, inside] = /^([eE]?)'([^]*)'$/.exec(literal) ?? [];
  if (inside === undefined) return undefined;
  if (!escaped) return inside.replaceAll("''", "'");
  const isOurs = /^(?:[^\\']|''|\\[nrt\\])*$/.test(inside);
  const meant = new Map(Object.entries(escapes).map(([character, written]) => [written, character]));
  return isOurs ? inside.replace(/\\.|''/g, (written) => meant.get(written) ?? written) : undefined;
}

/** A number literal; a negative one in parentheses, since `-` before it would open a comment. */
export function quoteNumber(value: number): string {
  if (!Number.isFinite(value)) return 'NULL::DOUBLE';
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}

/** A list of texts, typed also when there is none. */
export function quoteTextList(texts: readonly string[]): string {
  return texts.length === 0 ? 'NULL::VARCHAR[]' : `[${texts.map(quoteText).join(', ')}]`;
}

/** What may follow `--`: on one line, whatever a user's file holds, since a line break would end the comment. */
export function quoteComment(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
