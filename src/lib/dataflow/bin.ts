import type { Deleted, Session } from './session';

const most = 100;

/** The bin with one more in it: a cell that is deleted again lies there once, as it was last. */
export function intoBin(deleted: readonly Deleted[], one: Deleted): readonly Deleted[] {
  return [...deleted.filter(({ handle }) => handle !== one.handle), one].slice(-most);
}

/** Deleted cells that have not come back, the last one first: an undone deletion takes its cell out by itself. */
export function binOf({ deleted, handles }: Session): readonly Deleted[] {
  return deleted.filter(({ handle }) => !handles.includes(handle)).toReversed();
}
