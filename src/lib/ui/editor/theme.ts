import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Words of SQL are bold, texts green, an input a link: as the pages set code. Custom properties reach into the shadow. */
export const highlight = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '600' },
  { tag: tags.string, color: 'var(--norm-text)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--ink3)', fontStyle: 'italic' },
  {
    tag: tags.special(tags.name),
    color: 'var(--accent)',
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
  },
]);

export const theme = EditorView.theme({
  '&': { color: 'var(--ink)', font: 'var(--code)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px', borderRadius: '4px' },
  '.cm-scroller': { font: 'var(--code)', overflowX: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 18px 0 6px' },
  '.cm-gutters': {
    minWidth: '40px',
    border: '0',
    // Not see-through: a long line scrolls in under it.
    backgroundColor: 'var(--sunk)',
    color: 'var(--ink3)',
    justifyContent: 'flex-end',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 7px 0 0', fontSize: '0.88em' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--tint)' },
  '.cm-wrong': {
    textDecoration: 'underline wavy var(--err) 1.5px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    border: '1px solid var(--edge)',
    borderRadius: '4px',
    backgroundColor: 'var(--page)',
    color: 'var(--ink)',
    boxShadow: 'var(--depth)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: 'var(--code)', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--tint)', color: 'var(--ink)' },
  '.cm-explained, .cm-tooltip.cm-completionInfo': {
    maxWidth: '420px',
    padding: '8px 12px',
    font: 'var(--guide)',
    color: 'var(--ink2)',
  },
  '.cm-completionInfo .cm-explained': { padding: '0' },
  '.cm-explained :is(strong, code)': { color: 'var(--ink)' },
  '.cm-explained code': { font: 'var(--code)' },
  '.cm-foldGutter .cm-gutterElement': { width: '14px', cursor: 'pointer' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--line)',
    backgroundColor: 'var(--page)',
    color: 'var(--ink2)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--tint)' },
  '.cm-completionDetail': { marginLeft: '14px', color: 'var(--ink3)', fontStyle: 'normal' },
});
