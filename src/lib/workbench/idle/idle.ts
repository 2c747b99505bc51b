/** Minutes without use after which the page locks; null never. */
export const lockChoices = [5, 15, 60, null] as const;
export type LockAfter = (typeof lockChoices)[number];
export const usualLock: LockAfter = 15;

const minuteMs = 60_000;

/** How the page stands: the clock is asked each time, so that a computer that slept has been idle, too. */
export type Idleness =
  | { readonly kind: 'used' }
  /** Within the last minute. */
  | { readonly kind: 'warned'; readonly locksAt: number }
  | { readonly kind: 'over' };

export function idlenessOf(usedAt: number, now: number, after: LockAfter): Idleness {
  if (after === null) return { kind: 'used' };
  const locksAt = usedAt + after * minuteMs;
  if (now >= locksAt) return { kind: 'over' };
  return now >= locksAt - minuteMs ? { kind: 'warned', locksAt } : { kind: 'used' };
}

export function readLock(text: string | null): LockAfter {
  if (text === 'never') return null;
  return lockChoices.find((choice) => choice !== null && String(choice) === text) ?? usualLock;
}

export function writeLock(after: LockAfter): string {
  return after === null ? 'never' : String(after);
}
