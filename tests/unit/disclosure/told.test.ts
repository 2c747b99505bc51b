import { expect, test } from 'vitest';
import { toldBeside } from '../../../src/lib/disclosure/told';
import type { Column, Result } from '../../../src/lib/results/result';

const resultOf = (...columns: readonly Column[]): Result => ({
  columns,
  rowCount: columns[0]?.values.length ?? 0,
  truncated: false,
});
const sex: Column = { name: 'sex', type: 'code', values: ['girl', 'boy'] };
const n: Column = { name: 'n', type: 'integer', values: [40, 30] };
const known: Column = { name: 'known', type: 'integer', values: [70, 70] };
const told = (...results: readonly Result[]) =>
  toldBeside(
    results.map((result) => ({ result })),
    undefined,
  ).map(({ count, names }) => [count, ...names]);

test('other results tell their counts, and of how many they are parts', () => {
  expect(told(resultOf(sex, n, known))).toEqual([
    [40, 'girl'],
    [70, 'girl'],
    [30, 'boy'],
    [70, 'boy'],
  ]);
  const own = resultOf(sex, n);
  expect(toldBeside([{ result: own }], own)).toEqual([]);
});

test('what may not leave tells nothing', () => {
  const child: Column = { name: 'course_id', type: 'text', values: ['a', 'b'] };
  expect(told(resultOf(child, n))).toEqual([]);
  expect(told(resultOf(sex, known))).toEqual([]);
});
