import { expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Column, Result } from '../../../src/lib/results/result';
import { arrange } from '../../../src/lib/ui/table/arrange';

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
