import { describe, expect, it } from 'vitest';
import { recipes } from '../../../src/demonstration/exports';
import type { Target } from '../../../src/demonstration/targets';
import { bandOf, fieldOf, lengthOf, readRows, scorePairs } from './exports';
import type { Pair, Row } from './exports';

const wellbeing = new Map(scorePairs('pool', 'who5', 'total').map(({ course, before }) => [course, before]));

function isOf(course: Row, { population, group }: Target): boolean {
  const started = fieldOf(course, 'started_on') !== '';
  const ending = fieldOf(course, 'ending');
  const inGroup = Object.entries(group).every(([column, code]) => read(course, column) === code);
  if (!inGroup) return false;
  const score = wellbeing.get(course) ?? null;
  if (population === 'low') return score !== null && score <= 50;
  if (population === 'rest') return score !== null && score > 50;
  if (population === 'started') return started;
  if (population === 'dropped') return !started;
  if (population === 'ended') return ending !== '';
  return population === 'planned' || population === 'unplanned' ? ending === population : true;
}

function read(course: Row, column: string): string {
  if (column === 'length') return lengthOf(course);
  return column === 'age_band' ? bandOf(course) : fieldOf(course, column);
}

function recompute(dataset: string, target: Target): number {
  if (target.instrument === undefined) return recomputeCourses(dataset, target, target.column ?? 'course_id');
  const pairs = scorePairs(dataset, target.instrument, target.scale)
    .filter(({ course }) => isOf(course, target))
    .filter((pair) => isScored(dataset, pair, target));
  const gains = pairs.map((pair) => gainOf(target.instrument ?? '', pair));
  const low = pairs.filter(({ before }) => (before ?? 0) <= 50).length;
  const percent = (count: number) => (100 * count) / pairs.length;
  const mean = (of: (pair: Pair) => number | null) =>
    pairs.reduce((sum, pair) => sum + (of(pair) ?? 0), 0) / pairs.length;
  const results: ReadonlyMap<string, number> = new Map([
    ['count', pairs.length],
    ['mean before', mean(({ before }) => before)],
    ['mean after', mean(({ after }) => after)],
    ['mean change', mean(({ before, after }) => (after ?? 0) - (before ?? 0))],
    ['percent of answers', percent(pairs.filter(({ after }) => target.answers.includes(after ?? 0)).length)],
    ['percent improved', percent(gains.filter((gain) => gain > 0).length)],
    ['percent unchanged', percent(gains.filter((gain) => gain === 0).length)],
    ['percent deteriorated', percent(gains.filter((gain) => gain < 0).length)],
    ['count low before', low],
    ['percent low before', percent(low)],
  ]);
  return results.get(target.measure) ?? NaN;
}

const upwards = ['who5', 'family', 'toddler', 'benefit', 'participation'];

function gainOf(instrument: string, { before, after }: Pair): number {
  const gain = (upwards.includes(instrument) ? 1 : -1) * ((after ?? 0) - (before ?? 0));
  return Math.abs(gain) < 1e-9 ? 0 : gain;
}

/** The courses of the pool whose family index fell. */
const declined = new Set(
  scorePairs('pool', 'family', 'index')
    .filter((pair) => pair.before !== null && pair.after !== null && gainOf('family', pair) < 0)
    .map(({ course }) => fieldOf(course, 'course_id')),
);

function isScored(dataset: string, { course, before, after }: Pair, { population }: Target): boolean {
  if (population === 'measured') return before !== null;
  if (population === 'answered') return after !== null;
  if (population === 'family declined') {
    expect(dataset).toBe('pool');
    if (!declined.has(fieldOf(course, 'course_id'))) return false;
  }
  return before !== null && after !== null;
}

function recomputeCourses(dataset: string, target: Target, column: string): number {
  const members = readRows(dataset, 'courses').filter((course) => isOf(course, target));
  const known = members.filter((course) => read(course, column) !== '');
  if (target.measure === 'count') return members.length;
  if (target.measure === 'count known') return known.length;
  return (100 * known.filter((course) => read(course, column) === target.code).length) / known.length;
}

/** Halves away from zero, as a reader rounds. */
function round(value: number, { decimals }: Target): number {
  const scale = 10 ** decimals;
  return (Math.round(Math.abs(value) * scale) / scale) * (value < 0 ? -1 : 1) + 0;
}

function nameOf(target: Target): string {
  const { figure, population, instrument, scale, measure, column, code, group, value } = target;
  const answers = target.answers.join(' or ');
  const of = [instrument && `${instrument} ${scale}`, answers, column, code, ...Object.values(group)]
    .filter(Boolean)
    .join(' ');
  return `${figure}: ${population}, ${measure} ${of} = ${value}`;
}

const named = (some: readonly Target[]) => some.map((target) => [nameOf(target), target] as const);

describe.each(recipes)('the demonstration of $name', ({ name, targets }) => {
  it.each(named(targets.filter(({ kept }) => kept)))('gives the printed %s', (_, target) => {
    expect(round(recompute(name, target), target)).toBe(target.value);
  });

  for (const target of targets.filter(({ kept }) => !kept)) {
    it(`does not give ${nameOf(target)}, which print contradicts`, () => {
      expect(round(recompute(name, target), target)).not.toBe(target.value);
      expect(target.contradicted_by).not.toEqual([]);
    });
  }
});

describe('what the evaluation says in words', () => {
  const change = (scale: string) => {
    const gains = scorePairs('pool', 'toddler', scale).flatMap(({ before, after }) =>
      before === null || after === null ? [] : [after - before],
    );
    return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  };

  it('finds the smallest to develop most in rhythm and backwards in body and health', () => {
    const others = ['physical', 'sensing', 'contact', 'social'].map(change);
    expect(change('rhythm')).toBeGreaterThan(Math.max(...others));
    expect(change('physical')).toBeLessThan(0);
  });

  it('finds most decline in well-being where the father has the problem', () => {
    const declines = ['mother', 'father', 'both'].map((code) => {
      const own = scorePairs('pool', 'who5', 'total').filter(
        (pair) => fieldOf(pair.course, 'misuse_by') === code && pair.before !== null && pair.after !== null,
      );
      return own.filter((pair) => gainOf('who5', pair) < 0).length / own.length;
    });
    expect(declines[1]).toBe(Math.max(...declines));
  });
});
