import { expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared } from '../../../src/lib/disclosure/cleared';
import type { Result } from '../../../src/lib/results/result';
import { filteredRows } from '../../../src/lib/ui/table/filter';

const result: Result = {
  rowCount: 5,
  truncated: false,
  columns: [
    { name: 'age', type: 'text', values: [null, '3–10 år', '11–16 år', '17–24 år', 'ukendt'] },
    { name: 'n', type: 'integer', values: [260, 40, 37, 20, 3] },
    { name: 'change', type: 'number', values: [2, -1.5, 2.5, null, 9] },
  ],
};
const clearing = clear(result, { kind: 'minimum', minimum: 5 }, () => []);
if (!clearing.ok) throw new Error('not cleared');
const cleared: Cleared = clearing.cleared;
const rows = [4, 3, 2, 1, 0];
const left = (filters: Record<string, string>) =>
  filteredRows(cleared, rows, new Map(Object.entries(filters)), (index, row) =>
    String(cleared.columns[index]?.values[row] ?? '–'),
  );

test('nothing written filters nothing', () => {
  expect(left({})).toBeUndefined();
  expect(left({ age: '  ' })).toBeUndefined();
});

test('words are looked for in what is written, in the order the rows are read', () => {
  expect(left({ age: 'ÅR' })).toEqual([3, 2, 1]);
  expect(left({ change: '5' })).toEqual([2, 1]);
});

test('numbers are compared, with the decimal sign of either language', () => {
  expect(left({ n: '> 20' })).toEqual([2, 1]);
  expect(left({ n: '>=20' })).toEqual([3, 2, 1]);
  expect(left({ change: '= 2,5' })).toEqual([2]);
  expect(left({ change: '<= -1.5' })).toEqual([1]);
  expect(left({ change: '-2..3' })).toEqual([2, 1]);
});

test('what is missing is found by a dash, and all filters hold at once', () => {
  expect(left({ change: '–' })).toEqual([3]);
  expect(left({ n: '> 20', change: '> 0' })).toEqual([2]);
});

test('a withheld row is found by its name and by no number; a total is of all rows and goes', () => {
  expect(cleared.withheld[4]).not.toBeNull();
  expect(left({ age: 'ukendt' })).toEqual([4]);
  expect(left({ n: '< 5' })).toEqual([]);
  expect(left({ n: '–' })).toEqual([]);
  expect(left({ n: '= 260' })).toEqual([]);
});
