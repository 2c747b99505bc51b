import { codeFolding, foldGutter, foldService, toggleFold } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { isSymbol, tokenise, type Token } from '../../sql/tokens';

interface Fold {
  readonly from: number;
  readonly to: number;
}

const known = new WeakMap<EditorState['doc'], ReadonlyMap<number, Fold>>();

/** What stands between brackets on several lines, by the line its first bracket is on. */
export function foldsIn(sql: string): ReadonlyMap<number, Fold> {
  const folds = new Map<number, Fold>();
  const open: Token[] = [];
  for (const token of tokenise(sql)) {
    if (isSymbol(token, '(')) open.push(token);
    if (!isSymbol(token, ')')) continue;
    const first = open.pop();
    if (first && first.line < token.line) folds.set(first.line, { from: first.end, to: token.start });
  }
  return folds;
}

function foldsOf({ doc }: EditorState): ReadonlyMap<number, Fold> {
  const folds = known.get(doc) ?? foldsIn(doc.toString());
  known.set(doc, folds);
  return folds;
}

export const folding: Extension = [
  codeFolding(),
  foldGutter({ openText: '⌄', closedText: '›' }),
  foldService.of((state, from) => foldsOf(state).get(state.doc.lineAt(from).number) ?? null),
  keymap.of([{ key: 'F7', run: (view) => toggleFold(view) || true }]),
];
