import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { addCursorAbove, addCursorBelow, defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { SQLDialect } from '@codemirror/lang-sql';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, selectNextOccurrence } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers, rectangularSelection } from '@codemirror/view';
import { layOut } from '../../sql/layout';
import { completeFrom } from './completion';
import { folding } from './fold';
import { explainOnHover, goToDefinition } from './hover';
import type { Names } from './names';
import { signatureHelp } from './signature-help';
import { spaced } from './spaced';
import { highlight, theme } from './theme';
import { setWrong, wrongWord, type Wrong } from './wrong-word';

export interface SqlEditorOptions {
  /** A shadow root: the editor's style sheets apply there whatever the policy of the page says of styles. */
  readonly root: ShadowRoot;
  readonly text: string;
  readonly label: string;
  readonly names: () => Names;
  readonly onwrite: (text: string) => void;
  readonly onrun: () => void;
  /** Runs and goes on to the next cell. */
  readonly onrunon: () => void;
  readonly onfocus: () => void;
  /** Goes to the cell of that name; tells whether there is one. */
  readonly ongo: (name: string) => boolean;
  /** The text could not be laid out. */
  readonly onunread: () => void;
}

export interface SqlEditor {
  /** Replaces the text where it differs, as when a step is undone. */
  write(text: string): void;
  /** Writes it where the cursor is, in place of what is selected. */
  insert(text: string): void;
  /** Shows these words, without taking focus. */
  show(from: number, to: number): void;
  mark(wrong: Wrong | undefined): void;
  relabel(label: string): void;
  /** It can be read and copied, not written. */
  lock(isLocked: boolean): void;
  focus(): void;
  close(): void;
}

/** What reads as grammar. PostgreSQL's own list would make bold words of columns called before, after or scale. */
const keywords =
  'all and anti as asc asof between by case cast cross cube current desc distinct else end except exclude exists filter first following from full glob group grouping having ilike in inner intersect interval into is join last lateral left like limit natural not null nulls offset on or order outer over partition pivot positional preceding qualify range recursive replace right rollup row rows sample select semi sets similar then true false unbounded union unpivot using values when where window with within';

const duckdb = SQLDialect.define({
  keywords,
  types: '',
  builtin: '',
  specialVar: '$',
  operatorChars: '+-*/<>=~!@#%^&|`?',
  doubleDollarQuotedStrings: false,
});

export function openSqlEditor(options: SqlEditorOptions): SqlEditor {
  const label = new Compartment();
  const locked = new Compartment();
  const labelled = (text: string) =>
    EditorView.contentAttributes.of({ 'aria-label': text, spellcheck: 'false', tabindex: '0' });
  const run = (then: () => void) => (view: EditorView) => {
    closeCompletion(view);
    then();
    return true;
  };
  const layOutText = (view: EditorView) => {
    if (view.state.readOnly) return true;
    const before = view.state.doc;
    void layOut(before.toString()).then((text) => {
      if (text === undefined) options.onunread();
      else if (view.state.doc === before)
        view.dispatch({ changes: { from: 0, to: before.length, insert: text }, userEvent: 'input.format' });
    });
    return true;
  };
  const leave = (view: EditorView) => {
    view.contentDOM.blur();
    return true;
  };
  const view = new EditorView({
    root: options.root,
    parent: options.root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of('  '),
        duckdb.language,
        syntaxHighlighting(highlight),
        EditorState.allowMultipleSelections.of(true),
        rectangularSelection(),
        highlightSelectionMatches(),
        autocompletion({ override: [completeFrom(options.names)], icons: false }),
        explainOnHover(options.names),
        goToDefinition(options.ongo),
        signatureHelp(options.names),
        folding,
        wrongWord,
        theme,
        label.of(labelled(options.label)),
        locked.of([]),
        EditorView.domEventHandlers({ focus: () => options.onfocus() }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((each) => each.isUserEvent('given')))
            options.onwrite(update.state.doc.toString());
        }),
        // Tab is left alone: it moves on, as everywhere else on the page.
        keymap.of([
          { key: 'Shift-Enter', run: run(() => options.onrunon()) },
          { key: 'Mod-Enter', run: run(() => options.onrun()) },
          { key: 'Shift-Alt-f', run: layOutText },
          { key: 'Mod-d', run: selectNextOccurrence, preventDefault: true },
          { key: 'Mod-Alt-ArrowUp', run: addCursorAbove },
          { key: 'Mod-Alt-ArrowDown', run: addCursorBelow },
          ...completionKeymap,
          { key: 'Escape', run: leave },
          ...closeBracketsKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
      ],
    }),
  });
  return {
    write(text) {
      const given = view.state.doc.toString();
      if (given === text) return;
      view.dispatch({ changes: { from: 0, to: given.length, insert: text }, userEvent: 'given' });
    },
    insert(text) {
      if (view.state.readOnly) return;
      const { from, to } = view.state.selection.main;
      const { doc } = view.state;
      const insert = spaced(text, doc.sliceString(from - 1, from), doc.sliceString(to, to + 1));
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.trimEnd().length },
        scrollIntoView: true,
        userEvent: 'input',
      });
    },
    show(from, to) {
      const { length } = view.state.doc;
      const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor) });
    },
    mark: (wrong) => view.dispatch({ effects: setWrong.of(wrong) }),
    lock: (isLocked) => view.dispatch({ effects: locked.reconfigure(EditorState.readOnly.of(isLocked)) }),
    relabel: (text) => view.dispatch({ effects: label.reconfigure(labelled(text)) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
