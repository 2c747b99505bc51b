import { readLock, usualLock, writeLock, type LockAfter } from './idle';

const key = 'pejling-lock';

/** What was chosen last in this browser. */
export function lockChoice(): LockAfter {
  try {
    return readLock(localStorage.getItem(key));
  } catch {
    return usualLock;
  }
}

export function keepLockChoice(after: LockAfter): void {
  try {
    localStorage.setItem(key, writeLock(after));
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}
