const key = 'pejling-guide';

/** Whether this person has been shown around here; so it is where storage is off, or it would come at every visit. */
export function hasSeenGuide(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

export function rememberGuide(): void {
  try {
    localStorage.setItem(key, 'seen');
  } catch {
    // A private window: it comes again at the next visit.
  }
}
