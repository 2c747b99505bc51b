import gammaln from '@stdlib/math-base-special-gammaln';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { integrate } from './quadrature';
import { rootBetween } from './root';

/** Beyond nine SDs the normal distribution holds less than 1e-18. */
const reach = 9;

/**
 * P(T ≤ t) where T = (Z + δ) / S, Z standard normal and S² a chi-square over its degrees of freedom k, by its
 * definition: the mean of Φ(t·S − δ) over S (Johnson, Kotz & Balakrishnan 1995, vol. 2, ch. 31). Absolute error under
 * 1e-12; unlike the series of Lenth (1989, AS 243) it holds for any δ.
 */
export function noncentralT(t: number, df: number, delta: number): number {
  if (t < 0) return 1 - noncentralT(-t, df, -delta);
  if (t === 0) return normalCdf(-delta, 0, 1);
  const density = scaledChi(df);
  const { low, high } = supportOf(df);
  const within = (s: number) => Math.min(high, Math.max(low, s));
  const [from, to] = [within((delta - reach) / t), within((delta + reach) / t)];
  const part = integrate(from, to, (s) => density(s) * normalCdf(t * s - delta, 0, 1));
  return part + integrate(to, high, density);
}

/**
 * The noncentralities that put `t` at the 97.5th and at the 2.5th percentile: the pivotal interval (Steiger & Fouladi
 * 1997), as R's effectsize gives it.
 */
export function noncentralities(t: number, df: number): { low: number; high: number } {
  return { low: noncentralityAt(t, df, 0.975), high: noncentralityAt(t, df, 0.025) };
}

function noncentralityAt(t: number, df: number, p: number): number {
  const off = (delta: number) => noncentralT(t, df, delta) - p;
  let step = 3;
  while (off(t - step) < 0) step *= 2;
  const low = t - step;
  step = 3;
  while (off(t + step) > 0) step *= 2;
  return rootBetween(low, t + step, off);
}

/** The density of S. */
function scaledChi(df: number): (s: number) => number {
  const constant = Math.LN2 + (df / 2) * Math.log(df / 2) - gammaln(df / 2);
  return (s) => Math.exp(constant + (df === 1 ? 0 : (df - 1) * Math.log(s)) - (df * s * s) / 2);
}

/** Where S is, but for e^−37 on each side (Laurent & Massart 2000, lemma 1). */
function supportOf(df: number): { low: number; high: number } {
  const spread = 2 * Math.sqrt(37 / df);
  return { low: Math.sqrt(Math.max(0, 1 - spread)), high: Math.sqrt(1 + spread + 74 / df) };
}
