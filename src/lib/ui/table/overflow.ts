/** How a region that scrolls sideways stands to what is in it. */
export interface Overflow {
  /** There is more than can be seen at once. */
  readonly wider: boolean;
  /** Some of it has gone out on the left. */
  readonly moved: boolean;
  /** Its right end is in view. */
  readonly atEnd: boolean;
}

export function overflowOf({ scrollWidth, clientWidth, scrollLeft }: HTMLElement): Overflow {
  // Fractions of a pixel are no column.
  const wider = scrollWidth > clientWidth + 1;
  return { wider, moved: wider && scrollLeft > 1, atEnd: scrollLeft + clientWidth >= scrollWidth - 1 };
}

/** Tells at once, and again whenever the region or what is in it changes size or is scrolled. */
export function watchOverflow(region: HTMLElement, tell: (overflow: Overflow) => void): () => void {
  const look = () => tell(overflowOf(region));
  const watcher = new ResizeObserver(look);
  for (const element of [region, ...region.children]) watcher.observe(element);
  region.addEventListener('scroll', look, { passive: true });
  return () => {
    watcher.disconnect();
    region.removeEventListener('scroll', look);
  };
}
