import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { readLookup } from './template';

/** CommonMark with tables, and lookups as a token of their own. Links are judged in the tree, not here. */
export const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable(
  'strikethrough',
);
markdown.validateLink = () => true;
markdown.inline.ruler.before('emphasis', 'lookup', takeLookup);

function takeLookup(state: StateInline, silent: boolean): boolean {
  const found = readLookup(state.src, state.pos);
  if (!found || found.end > state.posMax) return false;
  if (!silent) state.push('lookup', '', 0).content = state.src.slice(state.pos, found.end);
  state.pos = found.end;
  return true;
}

export interface Nested {
  readonly token: Token;
  readonly children: readonly Nested[];
}

/** markdown-it's flat list of opening and closing tokens as a tree. */
export function nest(tokens: readonly Token[]): readonly Nested[] {
  interface Growing {
    readonly token: Token;
    readonly children: Growing[];
  }
  const roots: Growing[] = [];
  const path: Growing[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) {
      path.pop();
      continue;
    }
    const node: Growing = { token, children: [] };
    (path.at(-1)?.children ?? roots).push(node);
    if (token.nesting === 1) path.push(node);
  }
  return roots;
}
