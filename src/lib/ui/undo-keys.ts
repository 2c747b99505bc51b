import type { Workbench } from './workbench-surface';

/** Ctrl or Cmd with Z (and Shift Z, Y) anywhere but where one writes: a text has an undo of its own, a menu has none. */
export function undoWithKeys(event: KeyboardEvent, workbench: Workbench): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const target = event.composedPath()[0];
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea')))
    return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  const redo = key === 'y' || event.shiftKey;
  workbench.dispatch({ type: redo ? 'redone' : 'undone', at: Date.now() });
}
