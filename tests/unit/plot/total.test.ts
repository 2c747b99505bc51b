import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/lib/plot/draw';
import { totalRow } from '../../../src/lib/plot/total';
import { Chart } from '../../../src/lib/notebook/chart';
import type { Column } from '../../../src/lib/results/result';
import { clearedOf, newDocument, resultOf, wordsIn } from './case';

const names = (name: string, values: (string | null)[]): Column => ({ name, type: 'text', values });
const counts = (values: number[]): Column => ({ name: 'n', type: 'integer', values });
const clearedFrom = (columns: Column[], minimum?: number) =>
  clearedOf(resultOf(columns), minimum === undefined ? { kind: 'none' } : { kind: 'minimum', minimum });

describe('the row that sums the others up', () => {
  test.each<[string, (string | null)[], number[], number | undefined]>([
    ['last', ['a', 'b', null], [10, 11, 21], 2],
    ['first', [null, 'a', 'b'], [21, 10, 11], 0],
    ['in the middle, a missing answer', ['a', null, 'b'], [10, 21, 11], undefined],
    ['twice', [null, 'a', null], [20, 10, 10], undefined],
    ['nowhere', ['a', 'b'], [10, 11], undefined],
    ['last, with fewer than the others', ['a', 'b', null], [300, 200, 450], undefined],
    ['last, with more than all others', ['a', 'b', null], [300, 200, 3000], undefined],
  ])('without a name, %s', (_, values, n, row) => {
    expect(totalRow(clearedFrom([names('age_group', values), counts(n)]))).toBe(row);
  });

  test('with a hidden row among the others', () => {
    const columns = [names('project', ['a', 'b', 'c', null]), counts([20, 3, 30, 53])];
    expect(totalRow(clearedFrom(columns, 5))).toBe(3);
  });

  test('never a hidden one beside others that are shown: those without an answer are few', () => {
    const columns = [names('sex', ['g', 'b', null]), counts([20, 30, 2])];
    expect(totalRow(clearedFrom(columns, 5))).toBeUndefined();
  });

  test('over two names, where subtotals count too', () => {
    const total = [names('sex', ['g', 'g', null]), names('age', ['a', null, null]), counts([9, 9, 9])];
    expect(totalRow(clearedFrom(total))).toBe(2);
    const missing = [names('sex', ['g', 'b', null]), names('age', ['a', 'a', null]), counts([90, 80, 40])];
    expect(totalRow(clearedFrom(missing))).toBeUndefined();
  });
});

test('a chart calls a missing answer so, and a total a total', () => {
  const chart = Chart.parse({ data: 'x', marks: [{ barX: { x: 'n', y: 'sex' } }] });
  const draw = (n: number[]) =>
    drawChart(
      chart,
      clearedFrom([names('sex', ['g', 'b', null]), counts(n)]),
      wordsIn('da'),
      { width: 680 },
      newDocument(),
    ).outerHTML;
  expect(draw([20, 30, 50])).toContain('Samlet');
  expect(draw([20, 30, 12])).toContain('ubesvaret');
  expect(draw([20, 30, 12])).not.toContain('Samlet');
});
