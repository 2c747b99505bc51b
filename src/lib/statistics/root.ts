const closeEnough = 1e-13;

/**
 * Where a function that falls or rises through 0 between `low` and `high` is 0: regula falsi, Illinois variant
 * (Dowell & Jarratt 1971, BIT 11:168). Meant for differences of probabilities, so it stops at 1e-13 of them.
 */
export function rootBetween(low: number, high: number, f: (x: number) => number): number {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  for (let round = 0; round < 200; round++) {
    const x = b - (fb * (b - a)) / (fb - fa);
    const fx = f(x);
    if (Math.abs(fx) <= closeEnough || !Number.isFinite(x)) return x;
    if (fx * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    [b, fb] = [x, fx];
    if (Math.abs(b - a) <= 1e-15 * (Math.abs(a) + Math.abs(b))) return x;
  }
  return b;
}
