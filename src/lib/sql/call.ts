import { identifierOf, isSymbol, significant, tokenise } from './tokens';

/** The call that a place in a text is inside the brackets of, and which of its arguments from 0. */
export interface Call {
  readonly name: string;
  /** Where its name begins. */
  readonly start: number;
  readonly argument: number;
}

/** The innermost one; undefined outside every call, and in a text or a comment. */
export function callAt(sql: string, at: number): Call | undefined {
  const tokens = tokenise(sql);
  const within = tokens.find(({ start, end }) => start < at && at < end);
  if (within?.kind === 'comment' || within?.kind === 'string') return undefined;
  const before = significant(tokens).filter(({ end }) => end <= at);
  const open: { name: string | undefined; start: number; argument: number }[] = [];
  for (const [index, token] of before.entries()) {
    const inner = open.at(-1);
    if (isSymbol(token, '(') || isSymbol(token, '[') || isSymbol(token, '{')) {
      const caller = before[index - 1];
      const name = token.text === '(' && caller?.end === token.start ? identifierOf(caller) : undefined;
      open.push({ name, start: caller?.start ?? 0, argument: 0 });
    } else if (isSymbol(token, ')') || isSymbol(token, ']') || isSymbol(token, '}')) open.pop();
    else if (isSymbol(token, ',') && inner) inner.argument += 1;
  }
  const { name, start = 0, argument = 0 } = open.at(-1) ?? {};
  return name === undefined ? undefined : { name, start, argument };
}
