import { tick } from 'svelte';
import type { Handle } from '../dataflow/session';

/** Gives focus to a cell after its place or its name changed: to its menu, else to what it can be set with. */
export async function focusCell(handle: Handle): Promise<void> {
  await tick();
  const place = document.getElementById(`cell-${handle}`);
  const target =
    place?.querySelector<HTMLElement>('.menu button') ??
    place?.querySelector<HTMLElement>('input, select, summary, button');
  target?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'nearest' });
}
