const key = 'pejling-single-keys';

/** Whether a key pressed alone may be a command: who speaks to the computer, or rests a hand, can turn it off (WCAG 2.1.4). */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // A private window: the choice is not kept.
  }
}
