import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withIntervals } from '../../../src/lib/dataflow/intervals';
import { CellName, type SqlCell } from '../../../src/lib/notebook/cell';
import type { Column, Result } from '../../../src/lib/results/result';

const cell = (interval?: string): SqlCell => ({
  kind: 'sql',
  name: CellName.parse('shares'),
  attributes: interval === undefined ? [] : [['interval', interval]],
  body: 'SELECT 1',
});
const number = (name: string, ...values: (number | null)[]): Column => ({ name, type: 'number', values });
const integer = (name: string, ...values: (number | null)[]): Column => ({ name, type: 'integer', values });
const result = (...columns: Column[]): Result => ({
  columns,
  rowCount: columns[0]?.values.length ?? 0,
  truncated: false,
});
const valuesOf = ({ columns }: Result, name: string) => columns.find((each) => each.name === name)?.values;
const namesOf = ({ columns }: Result) => columns.map(({ name }) => name);

test('a share gets its interval after it, of the children that the cell names', () => {
  // R: prop.test(30, 100, correct = FALSE), prop.test(0, 10, correct = FALSE)
  const found = withIntervals(cell('known'), result(integer('known', 100, 10), number('share', 0.3, 0)));
  expect(namesOf(found)).toEqual(['known', 'share', 'share_low', 'share_high']);
  expect(valuesOf(found, 'share_low')?.[0]).toBeCloseTo(0.2189489, 6);
  expect(valuesOf(found, 'share_high')?.[0]).toBeCloseTo(0.3958485, 6);
  expect(valuesOf(found, 'share_low')?.[1]).toBe(0);
  expect(valuesOf(found, 'share_high')?.[1]).toBeCloseTo(0.2775328, 6);
});

test('every column that is a share, whatever it is called', () => {
  const found = withIntervals(cell('n'), result(integer('n', 8), number('up', 0.5), number('girls', 0.25)));
  expect(namesOf(found)).toEqual(['n', 'up', 'up_low', 'up_high', 'girls', 'girls_low', 'girls_high']);
});

test('two groups beside each other have each their own number of children', () => {
  const found = withIntervals(
    cell('known'),
    result(
      integer('known', 10),
      number('project_share', 0.5),
      integer('pool_known', 1000),
      number('pool_share', 0.5),
    ),
  );
  const [project, pool] = ['project', 'pool'].map((name) =>
    Number(valuesOf(found, `${name}_share_low`)?.[0]),
  );
  expect(project).toBeCloseTo(0.2365931, 6);
  expect(pool).toBeCloseTo(0.4690696, 6);
});

test('no interval unasked, of no children, of what is missing, or of a column that is not there', () => {
  const shares = result(integer('n', 10, 0, 10), number('share', 0.5, 0, null));
  expect(withIntervals(cell(), shares)).toBe(shares);
  expect(withIntervals(cell('other'), shares)).toEqual(shares);
  expect(valuesOf(withIntervals(cell('n'), shares), 'share_low')?.slice(1)).toEqual([null, null]);
});

test('no interval of a share that is of other children than those named', () => {
  const found = withIntervals(cell('n'), result(integer('n', 7), number('share', 7 / 20)));
  expect(valuesOf(found, 'share_low')).toEqual([null]);
});

test('what the cell computed itself stays', () => {
  const own = result(integer('n', 10), number('up', 0.5), number('up_low', 0.1), number('up_high', 0.9));
  expect(withIntervals(cell('n'), own)).toEqual(own);
});

test('a share lies within its interval', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, at) => {
      const share = Math.round(at * n) / n;
      const found = withIntervals(cell('n'), result(integer('n', n), number('share', share)));
      const [low, high] = ['share_low', 'share_high'].map((name) => valuesOf(found, name)?.[0]);
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
    }),
  );
});
