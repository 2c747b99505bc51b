import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../src/lib/results/changes';
import type { Column, Value } from '../../../src/lib/results/result';

type Row = readonly [name: string, n: number, mean: number | null, share: number];
function table(rows: readonly Row[], withheld: readonly string[] = []) {
  const column = (name: string, type: Column['type'], at: number): Column => ({
    name,
    type,
    values: rows.map((row): Value => row[at] ?? null),
  });
  return {
    columns: [
      column('project', 'code', 0),
      column('n', 'integer', 1),
      column('mean', 'number', 2),
      column('up_share', 'number', 3),
      column('up_share_low', 'number', 3),
      column('up_share_high', 'number', 3),
    ],
    rowCount: rows.length,
    labels: [true, false, false, false, false, false],
    withheld: rows.map(([name]) => (withheld.includes(name) ? 'small' : null)),
  };
}
const found = (before: ReturnType<typeof table>, now: ReturnType<typeof table>, within = 0.05) => {
  const { changed, of } = changesBetween(before, now, within);
  return [
    changed.map(
      ({ row, column, before: was, now: is }) => `${String(row[0]?.[1])} ${column.name} ${was} ${is}`,
    ),
    of,
  ];
};

describe('which numbers are others than they were', () => {
  const before = table([
    ['A', 40, 50, 0.5],
    ['B', 20, 60, 0.2],
  ]);

  test('none where nothing is', () => expect(found(before, before)).toEqual([[], 6]));

  test('by more than so much of itself, of a share so much of the whole', () => {
    const now = table([
      ['A', 42, 52.6, 0.54],
      ['B', 22, 57, 0.26],
    ]);
    expect(found(before, now)).toEqual([['B n 20 22', 'A mean 50 52.6', 'B up_share 0.2 0.26'], 6]);
    expect(found(before, now, 0.2)).toEqual([[], 6]);
  });

  test('rows are matched by name, wherever they stand', () =>
    expect(
      found(
        before,
        table([
          ['B', 20, 60, 0.2],
          ['A', 40, 50, 0.5],
        ]),
      ),
    ).toEqual([[], 6]));

  test('what came, what went, what is withheld in one, and what is missing is not counted', () => {
    expect(
      found(
        before,
        table([
          ['A', 40, null, 0.5],
          ['C', 9, 9, 0.9],
        ]),
      ),
    ).toEqual([[], 2]);
    expect(
      found(
        before,
        table(
          [
            ['A', 80, 90, 0.9],
            ['B', 20, 60, 0.2],
          ],
          ['A'],
        ),
      ),
    ).toEqual([[], 3]);
    expect(found(table([['A', 80, 90, 0.9]], ['A']), before)).toEqual([[], 0]);
  });

  test('from nothing', () =>
    expect(found(table([['A', 0, 0, 0]]), table([['A', 1, 0, 0]]))).toEqual([['A n 0 1'], 3]));
});
