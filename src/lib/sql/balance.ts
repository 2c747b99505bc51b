import { isSymbol, significant, type Token } from './tokens';

/**
 * The first token that lets a text reach out of the parentheses it will be put in: a parenthesis without its other
 * half, a string, name or comment left open, NUL (DuckDB stops reading there), or text after an E'…' string that
 * DuckDB would read as more of it. Undefined when the text is closed.
 */
export function imbalanceOf(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token) => !isClosed(token)) ?? continuedEscape(tokens) ?? strayParenthesis(tokens);
}

function isClosed({ kind, text }: Token): boolean {
  switch (kind) {
    case 'string':
      return isStringClosed(text);
    case 'quoted':
      return /^"(?:[^"]|"")*"$/.test(text) && !text.includes('\0');
    case 'comment':
      return !text.includes('\0') && (text.startsWith('--') || isCommentClosed(text));
    case 'symbol':
      return text !== '\0';
    default:
      return true;
  }
}

function isStringClosed(text: string): boolean {
  if (text.includes('\0')) return false;
  if (text.startsWith('$')) {
    const delimiter = text.slice(0, text.indexOf('$', 1) + 1);
    return text.length >= 2 * delimiter.length && text.endsWith(delimiter);
  }
  return text.startsWith("'") ? /^'(?:[^']|'')*'$/.test(text) : /^[eE]'(?:[^'\\]|''|\\[^])*'$/.test(text);
}

function isCommentClosed(text: string): boolean {
  const opened = text.match(/\/\*|\*\//g) ?? [];
  return opened.filter((edge) => edge === '/*').length * 2 === opened.length;
}

/** Across a line break DuckDB joins neighbouring strings and keeps reading backslashes as the first one does. */
function continuedEscape(tokens: readonly Token[]): Token | undefined {
  const seen = significant(tokens);
  return seen.find((token, i) => {
    const before = seen[i - 1];
    return token.kind === 'string' && before?.kind === 'string' && /^[eE]/.test(before.text);
  });
}

function strayParenthesis(tokens: readonly Token[]): Token | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (isSymbol(token, '(')) open.push(token);
    if (isSymbol(token, ')') && open.pop() === undefined) return token;
  }
  return open.at(-1);
}
