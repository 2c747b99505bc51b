import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowHeight, rowWindow } from '../../../src/lib/ui/table/window';

const height = 480;
const fits = Math.floor(height / rowHeight) - 1;
const scrollHeight = (count: number) => Math.min(count * rowHeight, 12_000_000) + rowHeight;

test('the first rows stand at the top', () => {
  expect(rowWindow(100_000, 0, height)).toMatchObject({ first: 0, above: 0 });
});

test.each([61, 5_000, 342_000, 1_000_000, 20_000_000])(
  'all of the last rows of %i can be reached',
  (count) => {
    const end = scrollHeight(count) - height;
    const { first, last, above } = rowWindow(count, end, height);
    expect(last).toBe(count);
    expect(above + (last - first + 1) * rowHeight).toBeLessThanOrEqual(scrollHeight(count) + 1);
  },
);

test('wherever it is scrolled, the frame is full of rows and few are drawn', () => {
  const counts = fc.integer({ min: 61, max: 2_000_000 });
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (count, part) => {
      const offset = part * (scrollHeight(count) - height);
      const { first, last, above } = rowWindow(count, offset, height);
      expect(last - first).toBeLessThan(fits + 20);
      expect(above).toBeLessThanOrEqual(offset + rowHeight);
      expect(above + (last - first) * rowHeight).toBeGreaterThanOrEqual(
        Math.min(offset + height - 2 * rowHeight, (count - 1) * rowHeight),
      );
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
