import type { SqlEditor } from './sql-editor';

let last: SqlEditor | undefined;

/** The editor one was last in, if it is still on the page: where a name that is chosen elsewhere is written. */
export function lastEditor(): SqlEditor | undefined {
  return last;
}

export function rememberEditor(editor: SqlEditor): void {
  last = editor;
}

export function forgetEditor(editor: SqlEditor): void {
  if (last === editor) last = undefined;
}
