/** Mean (null of nothing) and SD with n − 1 (null under two). */
export interface Moments {
  readonly mean: number | null;
  readonly sd: number | null;
}

/** Below this share of the largest number a difference is rounding in the arithmetic, not a difference. */
export const rounding = 1e-12;

/** The largest absolute value; 0 of nothing. */
export const sizeOf = (values: readonly number[]): number =>
  values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);

/**
 * Mean and SD in two passes. An SD that is only rounding is 0, so that "all are equal" can be seen; `size` is the
 * largest number the values were made from, their own unless they are differences.
 */
export function momentsOf(values: readonly number[], size = sizeOf(values)): Moments {
  const n = values.length;
  if (n === 0) return { mean: null, sd: null };
  const mean = sum(values) / n;
  if (n === 1) return { mean, sd: null };
  const sd = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (n - 1));
  return { mean, sd: sd <= rounding * size ? 0 : sd };
}

/** Pearson's r of two columns of one length; null under two rows or where a column has no spread. */
export function correlationOf(xs: readonly number[], ys: readonly number[]): number | null {
  const [x, y] = [momentsOf(xs), momentsOf(ys)];
  if (x.mean === null || y.mean === null || !x.sd || !y.sd) return null;
  const [mx, my] = [x.mean, y.mean];
  const products = xs.map((value, i) => (value - mx) * ((ys[i] ?? my) - my));
  return Math.max(-1, Math.min(1, sum(products) / ((xs.length - 1) * x.sd * y.sd)));
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
