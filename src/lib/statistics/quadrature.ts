interface Node {
  readonly x: number;
  readonly weight: number;
}

const degree = 16;
const panels = 12;
const nodes = legendreNodes();

/** The integral of a smooth function, by Gauss and Legendre's rule with 16 points on each of twelve equal panels. */
export function integrate(low: number, high: number, f: (x: number) => number): number {
  const half = (high - low) / (2 * panels);
  let total = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = low + (2 * panel + 1) * half;
    for (const { x, weight } of nodes) total += weight * f(middle + half * x);
  }
  return total * half;
}

/** The roots of the Legendre polynomial by Newton's method, and their weights (Abramowitz & Stegun 25.4.29). */
function legendreNodes(): Node[] {
  return Array.from({ length: degree }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (degree + 0.5));
    for (let round = 0; round < 8; round++) {
      const { value, slope } = legendre(x);
      x -= value / slope;
    }
    return { x, weight: 2 / ((1 - x * x) * legendre(x).slope ** 2) };
  });
}

function legendre(x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let k = 2; k <= degree; k++)
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
