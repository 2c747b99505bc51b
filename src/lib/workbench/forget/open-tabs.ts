const name = 'pejling-open';

/**
 * Tells other tabs that this one may hold data in memory, as long as it lives. A page that holds a lock is not put aside
 * by the browser to be shown again, either: when it is left, its memory is gone.
 */
export function tellOpen(): () => void {
  let close = () => {};
  const open = new Promise<void>((done) => (close = done));
  void locks()?.request(name, { mode: 'shared' }, () => open);
  return close;
}

/** Tabs that may hold data. */
export async function countOpen(): Promise<number> {
  const held = (await locks()?.query())?.held ?? [];
  return held.filter((lock) => lock.name === name).length;
}

/** Only a page that came safely has them. */
function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined;
}
