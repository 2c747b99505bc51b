import { expect, test } from 'vitest';
import { bracketOf, columnsRead, intervalsOf } from '../../../src/lib/results/interval';
import type { Column } from '../../../src/lib/results/result';

const columns = (...names: string[]): Column[] =>
  names.map((name) => ({ name, type: 'number', values: [1] }));
const found = (...names: string[]) => [...intervalsOf(columns(...names))];

test('a number has an interval where both its ends are there, wherever they stand', () => {
  expect(found('share', 'share_low', 'share_high')).toEqual([[0, [1, 2]]]);
  expect(found('before_share_high', 'n', 'before_share_low', 'before_share')).toEqual([[3, [2, 0]]]);
  expect(columnsRead(columns('n', 'change', 'change_low', 'change_high', 'age'))).toEqual([0, 1, 4]);
});

test('one end alone, other columns that are low, and ends that are counts are none', () => {
  expect(found('share', 'share_low', 'change_high')).toEqual([]);
  expect(found('price', 'price_low', 'price_high', 'low_share', 'high_share')).toEqual([]);
  const counted: Column = { name: 'up_high', type: 'integer', values: [1] };
  expect([...intervalsOf([...columns('up', 'up_low'), counted])]).toEqual([]);
  expect(columnsRead(columns('share_low', 'share_high'))).toEqual([0, 1]);
});

test('the ends stand in brackets, without the unit, and not at all where one is missing', () => {
  const number = (name: string, ...values: (number | null)[]): Column => ({ name, type: 'number', values });
  const table = [number('share', 0.4, 1), number('share_low', 0.3, null), number('share_high', 0.5, 1)];
  const write = (row: number) => (column: number) => `${Number(table[column]?.values[row]) * 100}\u00a0%`;
  expect(bracketOf(table, [1, 2], 0, write(0))).toBe('[30;\u00a050]');
  expect(bracketOf(table, [1, 2], 1, write(1))).toBe('');
  expect(bracketOf(table, undefined, 0, write(0))).toBe('');
});
