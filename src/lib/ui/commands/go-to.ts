import { tick } from 'svelte';
import type { Handle } from '../../dataflow/session';
import type { Reading } from '../reading.svelte';

/** Selects a cell and gives it focus, so that what follows by key is about it. */
export async function goToCell(handle: Handle, reading: Reading): Promise<void> {
  reading.selected = handle;
  await tick();
  const place = document.getElementById(`cell-${handle}`);
  const target = place?.matches('article')
    ? place
    : place?.querySelector<HTMLElement>('input, select, summary');
  target?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'nearest' });
}
