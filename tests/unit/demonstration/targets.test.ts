import { describe, expect, it } from 'vitest';
import { targets } from '../../../src/demonstration/targets';
import type { Target } from '../../../src/demonstration/targets';
import { bandOf, fieldOf, readRows, scorePairs } from './pool';
import type { Pair, Row } from './pool';

const courses = readRows('courses');

function isOf(course: Row, { population, group }: Target): boolean {
  const started = fieldOf(course, 'started_on') !== '';
  const ending = fieldOf(course, 'ending');
  const inGroup = Object.entries(group).every(([column, code]) => read(course, column) === code);
  if (!inGroup) return false;
  if (population === 'started') return started;
  if (population === 'dropped') return !started;
  if (population === 'ended') return ending !== '';
  return population === 'planned' || population === 'unplanned' ? ending === population : true;
}

function read(course: Row, column: string): string {
  return column === 'age_band' ? bandOf(course) : fieldOf(course, column);
}

function recompute(target: Target): number {
  if (target.instrument === undefined) return recomputeCourses(target, target.column ?? 'course_id');
  const improvesBy = target.instrument === 'who5' ? 1 : -1;
  const pairs = scorePairs(courses, target.instrument, target.scale)
    .filter(({ course }) => isOf(course, target))
    .filter(({ before, after }) => before !== null && (target.population === 'measured' || after !== null));
  const gains = pairs.map((pair) => improvesBy * ((pair.after ?? 0) - (pair.before ?? 0)));
  const low = pairs.filter(({ before }) => (before ?? 0) <= 50).length;
  const percent = (count: number) => (100 * count) / pairs.length;
  const mean = (of: (pair: Pair) => number | null) =>
    pairs.reduce((sum, pair) => sum + (of(pair) ?? 0), 0) / pairs.length;
  const results: ReadonlyMap<string, number> = new Map([
    ['count', pairs.length],
    ['mean before', mean(({ before }) => before)],
    ['mean after', mean(({ after }) => after)],
    ['percent improved', percent(gains.filter((gain) => gain > 0).length)],
    ['percent unchanged', percent(gains.filter((gain) => gain === 0).length)],
    ['percent deteriorated', percent(gains.filter((gain) => gain < 0).length)],
    ['count low before', low],
    ['percent low before', percent(low)],
  ]);
  return results.get(target.measure) ?? NaN;
}

function recomputeCourses(target: Target, column: string): number {
  const members = courses.filter((course) => isOf(course, target));
  const known = members.filter((course) => read(course, column) !== '');
  if (target.measure === 'count') return members.length;
  if (target.measure === 'count known') return known.length;
  return (100 * known.filter((course) => read(course, column) === target.code).length) / known.length;
}

function nameOf(target: Target): string {
  const { figure, population, instrument, scale, measure, column, code, group, value } = target;
  const of = [instrument && `${instrument} ${scale}`, column, code, ...Object.values(group)]
    .filter(Boolean)
    .join(' ');
  return `${figure}: ${population}, ${measure} ${of} = ${value}`;
}

const kept = targets.filter((target) => target.kept);
const contradicted = targets.filter((target) => !target.kept);
const named = (some: readonly Target[]) => some.map((target) => [nameOf(target), target] as const);

describe('the demonstration pool gives the printed numbers', () => {
  it.each(named(kept))('%s', (_, target) => {
    const scale = 10 ** target.decimals;
    expect(Math.round(recompute(target) * scale) / scale).toBe(target.value);
  });
});

describe('what is printed otherwise is marked', () => {
  it.each(named(contradicted))('%s is contradicted', (_, target) => {
    const scale = 10 ** target.decimals;
    expect(Math.round(recompute(target) * scale) / scale).not.toBe(target.value);
    expect(target.contradicted_by).not.toEqual([]);
  });
});
