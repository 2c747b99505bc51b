/** Why nothing can be kept: the browser has no more room, has no storage, or another tab has closed ours. */
export type Trouble = 'full' | 'off' | 'closed' | 'other';

export function troubleOf(error: unknown, isOpen: boolean): Trouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (!isOpen) return 'off';
  return name === 'InvalidStateError' ? 'closed' : 'other';
}
