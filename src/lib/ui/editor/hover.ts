import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap } from '@codemirror/view';
import { explainName, type Names } from './names';
import { tooltipOf } from './tooltip';

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The name at a place, an input with its `$`. */
export function wordAt(view: EditorView, at: number): Word | undefined {
  const line = view.state.doc.lineAt(at);
  for (const match of line.text.matchAll(/\$?\w+/g)) {
    const from = line.from + match.index;
    const to = from + match[0].length;
    if (from <= at && at <= to) return { from, to, text: match[0] };
  }
  return undefined;
}

/** What a name is, when the pointer rests on it. */
export function explainOnHover(read: () => Names): Extension {
  return hoverTooltip((view, at) => {
    const word = wordAt(view, at);
    const names = read();
    const explained = word && explainName(word.text, names);
    if (!word || !explained) return null;
    const lines = explained.cell ? [...explained.lines, names.words.goThere] : explained.lines;
    return {
      pos: word.from,
      end: word.to,
      above: true,
      create: () => ({ dom: tooltipOf({ ...explained, lines }) }),
    };
  });
}

/** F12, or a click with Ctrl or ⌘: to the cell that a name comes from. `go` tells whether there is one. */
export function goToDefinition(go: (name: string) => boolean): Extension {
  const goFrom = (view: EditorView, at: number) => {
    const word = wordAt(view, at);
    return word !== undefined && go(word.text.replace(/^\$/, '').toLowerCase());
  };
  return [
    keymap.of([{ key: 'F12', run: (view) => goFrom(view, view.state.selection.main.head) || true }]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        return at !== null && goFrom(view, at);
      },
    }),
  ];
}
