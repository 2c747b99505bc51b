import { expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Column, Result } from '../../../src/lib/results/result';
import { arrange, totalRow } from '../../../src/lib/ui/table/arrange';

function cleared(...columns: Column[]) {
  const result: Result = { columns, rowCount: columns[0]?.values.length ?? 0, truncated: false };
  const clearing = clear(result, { kind: 'none' });
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}
const names = (values: (string | null)[]): Column => ({ name: 'age_group', type: 'text', values });
const numbers = (name: string, values: number[]): Column => ({ name, type: 'integer', values });

test('n comes after the names and before the other numbers', () => {
  const table = cleared(names(['a', 'b']), numbers('before', [1, 2]), numbers('n', [8, 9]));
  expect(arrange(table).map((index) => table.columns[index]?.name)).toEqual(['age_group', 'n', 'before']);
});

test.each([
  ['last', ['a', 'b', null], 2],
  ['first', [null, 'a', 'b'], 0],
  ['in the middle, a missing answer', ['a', null, 'b'], undefined],
  ['twice', [null, 'a', null], undefined],
  ['nowhere', ['a', 'b'], undefined],
])('the row without a name, %s', (_, values, row) => {
  const table = cleared(
    names(values),
    numbers(
      'n',
      values.map((_, index) => 10 + index),
    ),
  );
  expect(totalRow(table)).toBe(row);
});
