import { fieldOf, readRows, scorePairs } from './exports';
import type { Row } from './exports';

/** Rows of a table of sessions, each with its course. */
export function rowsOf(dataset: string, table: string): { readonly row: Row; readonly course: Row }[] {
  return readRows(dataset, table).map((row) => ({
    row,
    course: courseOf(dataset, fieldOf(row, 'course_id')),
  }));
}

export function courseOf(dataset: string, id: string): Row {
  const course = coursesOf(dataset).get(id);
  if (!course) throw new Error(`${dataset}: no course ${id}`);
  return course;
}

const kept = new Map<string, ReadonlyMap<string, Row>>();

function coursesOf(dataset: string): ReadonlyMap<string, Row> {
  const known = kept.get(dataset);
  if (known) return known;
  const courses = new Map(
    readRows(dataset, 'courses').map((course) => [fieldOf(course, 'course_id'), course]),
  );
  kept.set(dataset, courses);
  return courses;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))];
  const sum = (of: (one: number, other: number) => number) =>
    pairs.reduce((total, [one, other]) => total + of(one - x, other - y), 0);
  return (
    sum((one, other) => one * other) / Math.sqrt(sum((one) => one * one) * sum((_, other) => other ** 2))
  );
}

/** WHO-5 before, and how much it changed, by course. */
const who5 = (dataset: string) =>
  new Map(scorePairs(dataset, 'who5', 'total').map((pair) => [fieldOf(pair.course, 'course_id'), pair]));

/** What is known of a course beside its score of WHO-5 before. */
export function withWho5Before(dataset: string, values: ReadonlyMap<string, number>) {
  const scores = who5(dataset);
  return [...values].flatMap(([course, value]) => {
    const before = scores.get(course)?.before ?? null;
    return before === null ? [] : [[value, before] as const];
  });
}

/** What is known of a course beside its change in WHO-5. */
export function withWho5Change(dataset: string, values: ReadonlyMap<string, number>) {
  const scores = who5(dataset);
  return [...values].flatMap(([course, value]) => {
    const { before = null, after = null } = scores.get(course) ?? {};
    return before === null || after === null ? [] : [[value, after - before] as const];
  });
}
