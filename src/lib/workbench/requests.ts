/**
 * Counts the requests that went to another origin since the page was loaded. The policy makes it stay at zero; the
 * count is there so that a reader can see it.
 */
export function countForeignRequests(onCount: (count: number) => void): () => void {
  let count = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (isForeign(entry.name, location.origin)) onCount((count += 1));
    }
  });
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
}

export function isForeign(address: string, origin: string): boolean {
  return /^(https?|wss?):/.test(address) && new URL(address).origin !== origin;
}
