import { expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import type { Chart } from '../../../src/lib/notebook/chart';
import { baseOf } from '../../../src/lib/plot/base';
import type { ChartWords } from '../../../src/lib/plot/words';
import type { Column } from '../../../src/lib/results/result';

const words: ChartWords = { language: 'da', label: (_, value) => String(value) };
const chart: Chart = { data: 'groups', marks: [{ line: { x: 'session', y: 'mean' } }] };

const integers = (name: string, values: readonly number[]): Column => ({ name, type: 'integer', values });

function cleared(columns: readonly Column[], policy: Policy = { kind: 'none' }): Cleared {
  const clearing = clear({ columns, rowCount: columns[0]?.values.length ?? 0, truncated: false }, policy);
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}

test('is one number where all rows have the same, else from the least to the most', () => {
  expect(baseOf(chart, cleared([integers('n', [40, 40])]), words)).toBe('n\u00a0=\u00a040');
  expect(baseOf(chart, cleared([integers('n', [1_200, 40, 106])]), words)).toBe('n\u00a0=\u00a040–1.200');
});

test('is what shares are of, where the result says that beside its count', () => {
  const columns = [integers('n', [12, 14]), integers('known', [40, 50])];
  expect(baseOf(chart, cleared(columns), words)).toBe('n\u00a0=\u00a040–50');
});

test('counts only the rows that are asked about, and none that is withheld', () => {
  const policy: Policy = { kind: 'minimum', minimum: 5 };
  const some = cleared([integers('n', [3, 40, 50]), integers('mean', [1, 2, 3])], policy);
  expect(baseOf(chart, some, words)).toBe('n\u00a0=\u00a040–50');
  expect(baseOf(chart, some, words, (row) => row === 2)).toBe('n\u00a0=\u00a050');
  expect(baseOf(chart, some, words, (row) => row === 0)).toBeUndefined();
});

test('is not said where the chart draws the count, or nothing counts', () => {
  const drawn: Chart = { data: 'groups', marks: [{ dot: { x: 'n', y: 'mean' } }] };
  expect(baseOf(drawn, cleared([integers('n', [40])]), words)).toBeUndefined();
  expect(baseOf(chart, cleared([integers('mean', [2])]), words)).toBeUndefined();
});

test('takes as many rows as a result may have', () => {
  const counts = Array.from({ length: 400_000 }, (_, row) => 5 + (row % 90));
  expect(baseOf(chart, cleared([integers('n', counts)]), words)).toBe('n\u00a0=\u00a05–94');
});
