import type { Banding, Instrument, Limits, Method } from './instrument';
import { itemOf, scaleOf } from './scoring';

/** The banding in force, if the instrument has one. */
export function bandingOf(instrument: Instrument): Banding | undefined {
  return instrument.bandings.find((banding) => banding.name === instrument.banding);
}

export function limitsOf(instrument: Instrument, scale: string): Limits[] {
  return (bandingOf(instrument)?.limits ?? []).filter((limits) => limits.scale === scale);
}

/**
 * The band of a score as a CASE, by age and sex where the limits differ. Half-open, so that a prorated score between
 * two whole numbers has a band. Limits known only from memory give none.
 */
export function bandCase(limits: readonly Limits[], score: string): string {
  const groups = limits.map((each) => ({ condition: conditionOf(each), value: startsCase(each, score) }));
  const [first] = groups;
  if (!first) return 'NULL::band';
  if (groups.length === 1 && first.condition === '') return first.value;
  const whens = groups.map(({ condition, value }) =>
    condition === '' ? `ELSE ${value}` : `WHEN ${condition} THEN ${value}`,
  );
  return `CASE\n  ${whens.join('\n  ')}\nEND`;
}

function startsCase({ starts, status }: Limits, score: string): string {
  if (status === 'memory') return 'NULL::band';
  const whens = starts.toReversed().map(({ band, from }) => `WHEN ${score} >= ${from} THEN '${band}'::band`);
  return `CASE ${whens.join(' ')} END`;
}

function conditionOf({ ages, sex, respondent }: Limits): string {
  const conditions: string[] = [];
  if (ages) conditions.push(`age BETWEEN ${ages.from} AND ${ages.to}`);
  if (sex) conditions.push(`sex = '${sex}'`);
  if (respondent) conditions.push(`respondent = '${respondent}'`);
  return conditions.join(' AND ');
}

/** Whether every score of the scale is a whole number, so that no score is between two bands written 0-3 and 4. */
export function isWhole(instrument: Instrument, scale: string): boolean {
  return isWholeMethod(instrument, scaleOf(instrument, scale).method);
}

function isWholeMethod(instrument: Instrument, method: Method): boolean {
  const wholeItems = (items: readonly string[]) => items.every((name) => itemOf(instrument, name).whole);
  switch (method.kind) {
    case 'sum':
      return wholeItems(method.items) && Number.isInteger(method.factor);
    case 'mean':
      return method.round === 'half-up';
    case 'scales':
      return method.scales.every((part) => isWhole(instrument, part)) && Number.isInteger(method.factor);
    case 'points':
      return [...method.points.map(({ points }) => points), method.missing, method.unless?.score ?? 0].every(
        (points) => Number.isInteger(points),
      );
  }
}
