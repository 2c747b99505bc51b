import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Where a failure points; both from 1. */
export interface Wrong {
  readonly line: number;
  readonly column: number;
}

export const setWrong = StateEffect.define<Wrong | undefined>();
const wavy = Decoration.mark({ class: 'cm-wrong' });

/** The wavy line under the word a failure points at; it goes when that word is edited. */
export const wrongWord = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const mapped = transaction.docChanged ? Decoration.none : marks;
    const effect = transaction.effects.find((each) => each.is(setWrong));
    if (!effect) return mapped;
    const range = effect.value && wordAt(transaction.newDoc, effect.value);
    return range ? Decoration.set(wavy.range(range.from, range.to)) : Decoration.none;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function wordAt(text: Text, { line, column }: Wrong): { from: number; to: number } | undefined {
  if (line < 1 || line > text.lines) return undefined;
  const found = text.line(line);
  const at = Math.min(Math.max(0, column - 1), Math.max(0, found.length - 1));
  const length = /^["$\w]*/.exec(found.text.slice(at))?.[0].length || 1;
  return found.length === 0
    ? undefined
    : { from: found.from + at, to: Math.min(found.to, found.from + at + length) };
}
