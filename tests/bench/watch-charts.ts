declare global {
  interface Window {
    /** Milliseconds since navigation. `last`: the paint after the latest chart was put in. */
    charts: { first?: number | undefined; last?: number | undefined; asked?: number };
  }
}

/** Runs in the page before anything else: notes when charts are painted. */
export function watchCharts(): void {
  window.charts = {};
  const paint = () =>
    requestAnimationFrame(() => {
      // A message comes after the frame that was being made.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        window.charts.first ??= now;
        window.charts.last = now;
      };
      port2.postMessage(null);
    });
  new MutationObserver((mutations) => {
    const drawn = mutations.some(({ target, addedNodes }) =>
      [...addedNodes].some(
        (node) => node.nodeName === 'svg' && (target as Element).closest?.('article.plot .chart') !== null,
      ),
    );
    if (drawn) paint();
  }).observe(document, { childList: true, subtree: true });
}
