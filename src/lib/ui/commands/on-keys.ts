import type { Reading } from '../reading.svelte';
import type { Workbench } from '../workbench-surface';
import { singleKeys } from './single-keys';
import { commandOf, type CommandName, type Place } from './shortcuts';

/** Does what a press of keys asks for, wherever on the page it is; not under a dialog. What is done is fetched at the first press. */
export function commandWithKeys(event: KeyboardEvent, workbench: Workbench, reading: Reading): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const target = event.composedPath()[0];
  const command = commandOf(event, placeOf(target), singleKeys());
  if (!command || (command === 'runOn' && !isCell(target))) return;
  event.preventDefault();
  runCommand(command, workbench, reading);
}

/** Does what can be done now. */
export function runCommand(command: CommandName, workbench: Workbench, reading: Reading): void {
  void import('./commands').then(({ commandsOf }) => commandsOf(workbench, reading)[command]?.());
}

function placeOf(target: EventTarget | undefined): Place {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.isContentEditable || target.closest('input, textarea')) return 'text';
  return target.closest('select') ? 'menu' : 'page';
}

/** On a button within it, Enter presses that. */
function isCell(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.matches('article.cell');
}
