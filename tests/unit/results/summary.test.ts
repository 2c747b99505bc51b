import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column, Value } from '../../../src/lib/results/result';
import { summarise } from '../../../src/lib/results/summary';

const column = (type: Column['type'], values: readonly Value[]): Column => ({ name: 'x', type, values });
const rowsOf = ({ values }: Column) => values.map((_, row) => row);

test('numbers: least, largest and the steps between them; the missing are counted apart', () => {
  const numbers = column('number', [0, 1, 12, 12, null]);
  expect(summarise(numbers, rowsOf(numbers))).toEqual({
    known: 4,
    missing: 1,
    distinct: 3,
    spread: { least: 0, most: 12, steps: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2] },
    frequent: [],
  });
});

test('words: the most frequent first, four at the most', () => {
  const words = column('text', ['a', 'b', 'b', 'c', 'd', 'e', 'c', 'c']);
  expect(summarise(words, rowsOf(words)).frequent).toEqual([
    { value: 'c', count: 3 },
    { value: 'b', count: 2 },
    { value: 'a', count: 1 },
    { value: 'd', count: 1 },
  ]);
});

test('only the rows that are asked about count, and none give nothing', () => {
  const numbers = column('integer', [5, 6, 7]);
  expect(summarise(numbers, [1]).spread).toEqual({ least: 6, most: 6, steps: [1] });
  expect(summarise(numbers, [])).toMatchObject({ known: 0, distinct: 0, spread: undefined });
});

test('every known number is in a step, whatever the numbers are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }))),
      (values) => {
        const { known, missing, spread } = summarise(
          column('number', values),
          values.map((_, row) => row),
        );
        expect(known + missing).toBe(values.length);
        const stepped = spread?.steps.reduce((sum, count) => sum + count, 0) ?? 0;
        expect(stepped).toBe(known);
      },
    ),
    { seed: 20261129 },
  );
});
