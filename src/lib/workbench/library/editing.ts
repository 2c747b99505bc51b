import type { Event } from '../../dataflow/session';

/** What changes a notebook's text. A menu is not among them: who reads may look at another project, and nothing of it is kept. */
const editing: ReadonlySet<Event['type']> = new Set([
  'written',
  'renamed',
  'added',
  'moved',
  'deleted',
  'restored',
  'duplicated',
  'titled',
  'disclosure-set',
  'replaced',
  'undone',
  'redone',
]);

export function isEditing({ type }: Event): boolean {
  return editing.has(type);
}
