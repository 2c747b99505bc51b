import { describe, expect, it } from 'vitest';
import { fieldOf, readRows } from './exports';
import { correlation, courseOf, mean, rowsOf, withWho5Before, withWho5Change } from './sessions';

/* What a reader would find odd in FIT, by arithmetic of the test's own. */

const marks = [1, 2, 3, 4].map((item) => `fit_${item}`);
const numberOf = (text: string) => Number(text.replace(',', '.'));

/** The sums of a kind by course, in the order of the sessions; forms with a mark that is not set are left out. */
function sumsOf(dataset: string, kind: string): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const row of readRows(dataset, 'fit_sessions')) {
    const set = marks.map((mark) => fieldOf(row, mark));
    if (fieldOf(row, 'kind') !== kind || set.includes('')) continue;
    const course = fieldOf(row, 'course_id');
    sums.set(course, [...(sums.get(course) ?? []), set.reduce((sum, mark) => sum + numberOf(mark), 0)]);
  }
  return sums;
}

const firsts = (dataset: string, kind: string) =>
  [...sumsOf(dataset, kind).values()].map((sums) => sums[0] ?? NaN);

/** From the first session to the last, by course. */
function changesOf(dataset: string, kind: string): Map<string, number> {
  return new Map(
    [...sumsOf(dataset, kind)]
      .filter(([, sums]) => sums.length > 1)
      .map(([course, sums]) => [course, (sums.at(-1) ?? NaN) - (sums[0] ?? NaN)]),
  );
}

describe.each(['pool', 'brus'] as const)('FIT in the committed %s', (dataset) => {
  const rows = rowsOf(dataset, 'fit_sessions');

  it('has marks from 0 to 10 with one decimal at most, a few of them not set', () => {
    const set = rows.flatMap(({ row }) => marks.map((mark) => fieldOf(row, mark)));
    const unset = set.filter((mark) => mark === '').length;
    expect(unset).toBeGreaterThan(0);
    expect(unset / set.length).toBeLessThan(0.02);
    for (const mark of set) expect(mark).toMatch(/^(|\d|\d,\d|10)$/);
  });

  it('has both kinds of most sessions, the same day, by the child or by the parent of the youngest', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { row, course } of rows) {
      const key = ['course_id', 'session', 'date'].map((column) => fieldOf(row, column)).join(' ');
      kinds.set(key, (kinds.get(key) ?? new Set<string>()).add(fieldOf(row, 'kind')));
      const isYoung = Number(fieldOf(course, 'age')) <= 10;
      expect(fieldOf(row, 'respondent')).toBe(isYoung ? 'parent' : 'self');
    }
    const single = [...kinds.values()].filter(({ size }) => size === 1).length;
    expect(single).toBeGreaterThan(0);
    expect(single / kinds.size).toBeLessThan(0.2);
    expect(new Set([...kinds.values()].flatMap((each) => [...each]))).toEqual(
      new Set(['outcome', 'alliance']),
    );
  });

  it('is used by a part of the projects, for some of their courses, and is no large file', () => {
    const projects = new Set(rows.map(({ course }) => fieldOf(course, 'project')));
    expect(projects.size).toBe(dataset === 'pool' ? 4 : 1);
    expect(projects).toContain('BRUS');
    const courses = new Set(rows.map(({ row }) => fieldOf(row, 'course_id'))).size;
    expect(courses).toBeGreaterThan(150);
    expect(rows.length).toBeLessThan(5000);
    const sessions = rows.map(({ row }) => Number(fieldOf(row, 'session')));
    expect(Math.max(...sessions)).toBeLessThanOrEqual(12);
  });

  it('starts low with children who differ, and rises by steps that grow shorter', () => {
    const first = firsts(dataset, 'outcome').sort((a, b) => a - b);
    const quarter = (part: number) => first[Math.floor(first.length * part)] ?? NaN;
    expect(mean(first)).toBeGreaterThan(19);
    expect(mean(first)).toBeLessThan(24);
    expect(quarter(0.75) - quarter(0.25)).toBeGreaterThan(4);
    const at = (session: number) =>
      mean(
        [...sumsOf(dataset, 'outcome').values()]
          .filter((sums) => sums.length > 6)
          .map((sums) => sums[session] ?? NaN),
      );
    expect(at(3) - at(0)).toBeGreaterThan(1.5 * (at(6) - at(3)));
    expect(at(6)).toBeGreaterThan(at(3));
    const changes = [...changesOf(dataset, 'outcome').values()];
    const worse = changes.filter((change) => change < 0).length / changes.length;
    expect(worse).toBeGreaterThan(0.1);
    expect(worse).toBeLessThan(0.4);
  });

  it('goes with WHO-5: where it starts, and how far it goes', () => {
    const first = new Map([...sumsOf(dataset, 'outcome')].map(([course, sums]) => [course, sums[0] ?? NaN]));
    expect(correlation(withWho5Before(dataset, first))).toBeGreaterThan(0.3);
    expect(correlation(withWho5Change(dataset, changesOf(dataset, 'outcome')))).toBeGreaterThan(0.4);
  });

  it('has an alliance that starts high, rises a little, stays below the ceiling and goes with how it goes', () => {
    const first = firsts(dataset, 'alliance');
    const every = [...sumsOf(dataset, 'alliance').values()].flat();
    expect(mean(first)).toBeGreaterThan(31);
    expect(mean(first)).toBeLessThan(35);
    const rise = mean([...changesOf(dataset, 'alliance').values()]);
    expect(rise).toBeGreaterThan(0.5);
    expect(rise).toBeLessThan(mean([...changesOf(dataset, 'outcome').values()]));
    expect(Math.max(...every)).toBeLessThanOrEqual(40);
    expect(every.filter((sum) => sum > 39.5).length / every.length).toBeLessThan(0.05);
    const changes = changesOf(dataset, 'outcome');
    const together = [...sumsOf(dataset, 'alliance')].flatMap(([course, sums]) => {
      const change = changes.get(course);
      return change === undefined ? [] : [[mean(sums), change] as const];
    });
    expect(correlation(together)).toBeGreaterThan(0.1);
  });

  it('has fewer sessions, and a little less alliance, where the course ended unplanned', () => {
    const own = (ending: string) =>
      [...sumsOf(dataset, 'alliance')]
        .filter(([course]) => fieldOf(courseOf(dataset, course), 'ending') === ending)
        .map(([, sums]) => sums);
    const [planned, unplanned] = [own('planned'), own('unplanned')];
    expect(mean(unplanned.map(({ length }) => length))).toBeLessThan(
      mean(planned.map(({ length }) => length)) - 1,
    );
    const apart = mean(planned.map(mean)) - mean(unplanned.map(mean));
    expect(apart).toBeGreaterThan(0.5);
    expect(apart).toBeLessThan(4);
  });
});
