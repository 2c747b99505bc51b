import gammaln from '@stdlib/math-base-special-gammaln';
import { momentsOf, type Moments } from './moments';
import { noncentralities } from './noncentral-t';
import { signOf, type Better, type Pairs } from './pairs';
import { estimate, interval, undefinedFor, type Estimate, type Undefined } from './value';

type Effect<Method extends string> = Estimate<Method> | Undefined;

/** Standardised mean change, + for better. */
export interface Effects {
  /** M_d / SD_d, also called the standardised response mean. */
  readonly dz: Effect<'noncentral-t'>;
  /** M_d / √((s1² + s2²) / 2), Cumming's average (Cumming 2012, p. 291). */
  readonly dav: Effect<'algina-keselman'>;
  /** Hedges' correction of each: g_z = J·d_z and g_av = J·d_av, J exact with n − 1 degrees of freedom. */
  readonly gz: Effect<'noncentral-t'>;
  readonly gav: Effect<'algina-keselman'>;
}

/** Difference of two groups' mean changes over the pooled SD of change, and J times it (n1 + n2 − 2 degrees of freedom). */
export interface GroupEffect {
  readonly d: Effect<'noncentral-t'>;
  readonly g: Effect<'noncentral-t'>;
}

/**
 * The effects of one group. d_z has the pivotal interval of the noncentral t (Cumming & Finch 2001; R: effectsize). That
 * of d_av is the same times SD_d / √((s1² + s2²) / 2) (Algina & Keselman 2003), so the two agree with each other and
 * with the paired t on whether 0 is inside. An interval of g is J times that of its d.
 */
export function effectsOf({ before, after, changes, size }: Pairs, better: Better): Effects {
  const n = changes.length;
  const { mean, sd } = momentsOf(changes, size);
  if (mean === null) return all(undefinedFor('no-pairs'));
  if (sd === null) return all(undefinedFor('one-pair'));
  const gain = signOf(better) * mean;
  const dz = noncentral(gain, sd, 1 / n, n - 1);
  const dav = overAverage(gain, sd, averageSd(momentsOf(before), momentsOf(after)), dz);
  const corrected = n > 2;
  return {
    dz,
    dav,
    gz: corrected ? times(hedgesJ(n - 1), dz) : undefinedFor('two-pairs'),
    gav: corrected ? times(hedgesJ(n - 1), dav) : undefinedFor('two-pairs'),
  };
}

/**
 * Cohen's d of two groups' changes, `group` minus `against`, + when `group` gained more, with the interval of the
 * noncentral t; and Hedges' g (Hedges 1981; R: `effectsize::hedges_g(pooled_sd = TRUE)`). Both need two pairs in each.
 */
export function groupEffect(
  group: Pick<Pairs, 'changes' | 'size'>,
  against: Pick<Pairs, 'changes' | 'size'>,
  better: Better,
): GroupEffect {
  const [n1, n2] = [group.changes.length, against.changes.length];
  const [one, other] = [momentsOf(group.changes, group.size), momentsOf(against.changes, against.size)];
  if (one.mean === null || other.mean === null) return both(undefinedFor('no-pairs'));
  if (one.sd === null || other.sd === null) return both(undefinedFor('one-pair'));
  const df = n1 + n2 - 2;
  const pooled = Math.sqrt(((n1 - 1) * one.sd ** 2 + (n2 - 1) * other.sd ** 2) / df);
  const d = noncentral(signOf(better) * (one.mean - other.mean), pooled, 1 / n1 + 1 / n2, df);
  return { d, g: times(hedgesJ(df), d) };
}

/** Hedges' correction for small samples, Γ(m/2) / (√(m/2)·Γ((m−1)/2)) for m ≥ 2 degrees of freedom (Hedges 1981, eq. 6e). */
export function hedgesJ(m: number): number {
  return Math.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / Math.sqrt(m / 2);
}

/** A difference over an SD, where t = effect / √weight has `df` degrees of freedom. */
function noncentral(difference: number, sd: number, weight: number, df: number): Effect<'noncentral-t'> {
  if (sd === 0) return undefinedFor('no-spread');
  const [value, scale] = [difference / sd, Math.sqrt(weight)];
  const { low, high } = noncentralities(value / scale, df);
  return estimate(value, interval(low * scale, high * scale, 'noncentral-t'));
}

function overAverage(
  gain: number,
  sd: number,
  average: number,
  dz: Effect<'noncentral-t'>,
): Effect<'algina-keselman'> {
  if (average === 0) return undefinedFor('no-spread');
  const around = dz.kind === 'estimate' ? dz.interval : dz;
  if (around.kind === 'undefined') return estimate(gain / average, around);
  const ratio = sd / average;
  return estimate(gain / average, interval(around.low * ratio, around.high * ratio, 'algina-keselman'));
}

const averageSd = (before: Moments, after: Moments): number =>
  Math.sqrt(((before.sd ?? 0) ** 2 + (after.sd ?? 0) ** 2) / 2);

function times<Method extends string>(factor: number, effect: Effect<Method>): Effect<Method> {
  if (effect.kind === 'undefined') return effect;
  const around = effect.interval;
  if (around.kind === 'undefined') return estimate(factor * effect.value, around);
  return estimate(factor * effect.value, interval(factor * around.low, factor * around.high, around.method));
}

const all = (none: Undefined): Effects => ({ dz: none, dav: none, gz: none, gav: none });
const both = (none: Undefined): GroupEffect => ({ d: none, g: none });
