export const rowHeight = 35;

/** Browsers lay nothing out beyond some tens of millions of pixels; a longer table scrolls in larger steps. */
const tallest = 12_000_000;
const spare = 8;

export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Space above and below the rows that are in the document, in pixels. */
  readonly above: number;
  readonly below: number;
}

/** Which rows of `count` stand in a window `height` pixels high (its head one row), scrolled to `offset`. */
export function rowWindow(count: number, offset: number, height: number): RowWindow {
  const full = Math.min(count * rowHeight, tallest);
  const fits = Math.floor(height / rowHeight) - 1;
  const steps = count * rowHeight > tallest;
  const reach = Math.max(1, full + rowHeight - height);
  const at = Math.min(Math.max(0, offset), reach);
  const top = steps ? Math.round((at / reach) * (count - fits)) : Math.floor(at / rowHeight);
  const first = Math.max(0, top - spare);
  const last = Math.min(count, top + fits + 2 + spare);
  const above = steps ? Math.max(0, at - (top - first) * rowHeight) : first * rowHeight;
  return { first, last, above, below: Math.max(0, full - above - (last - first) * rowHeight) };
}
