import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import type { Column, Value } from '../../../src/lib/results/result';
import { nextSorting, sortedRows } from '../../../src/lib/ui/table/sort';

const column = (
  name: string,
  type: Column['type'],
  values: readonly Value[],
  codes?: readonly string[],
): Column => ({
  name,
  type,
  values,
  ...(codes && { codes }),
});

function clearedOf(columns: readonly Column[], policy: Policy = { kind: 'minimum', minimum: 5 }): Cleared {
  const result = { columns, rowCount: columns[0]?.values.length ?? 0, truncated: false };
  const clearing = clear(result, policy);
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}

const table = clearedOf([
  column('project', 'text', [null, 'Åben', 'Ærø', 'Anker', 'Zebra']),
  column('age_group', 'code', [null, '3-10', '11-16', '17-24', '0-2'], ['0-2', '3-10', '11-16', '17-24']),
  column('n', 'integer', [60, 10, 4, 30, 20]),
  column('change', 'number', [5, -2, 9, null, 12]),
]);
const rowsBy = (column: string, descending: boolean) => sortedRows(table, { column, descending }, 'da');

describe('rows in another order', () => {
  test('names as Danish has them, and the total stays first', () => {
    expect(rowsBy('project', false)).toEqual([0, 3, 4, 2, 1]);
  });
  test('codes as the questionnaire has them, and last the one that is withheld', () => {
    expect(rowsBy('age_group', false)).toEqual([0, 4, 1, 3, 2]);
    expect(rowsBy('age_group', true)).toEqual([0, 3, 1, 4, 2]);
  });
  test('numbers, and last what is withheld or missing, whichever way', () => {
    expect(rowsBy('change', false)).toEqual([0, 1, 4, 2, 3]);
    expect(rowsBy('change', true)).toEqual([0, 4, 1, 2, 3]);
  });
  test('as they came, unasked', () => {
    expect(sortedRows(table, undefined, 'da')).toBeUndefined();
  });
});

test('a press turns the order, and the third takes it away: largest numbers first, names from the beginning', () => {
  const change = column('change', 'number', []);
  const project = column('project', 'text', []);
  const presses = (of: Column) => {
    const one = nextSorting(of, undefined);
    const two = nextSorting(of, one);
    return [one?.descending, two?.descending, nextSorting(of, two)];
  };
  expect(presses(change)).toEqual([true, false, undefined]);
  expect(presses(project)).toEqual([false, true, undefined]);
  expect(nextSorting(project, { column: 'change', descending: true })).toEqual({
    column: 'project',
    descending: false,
  });
});

test('no row is lost, and each is not after the next', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer()), { minLength: 2 }), fc.boolean(), (values, descending) => {
      const of = clearedOf([column('value', 'integer', values)], { kind: 'none' });
      const rows = sortedRows(of, { column: 'value', descending }, 'en') ?? [];
      expect(rows.toSorted((a, b) => a - b)).toEqual(values.map((_, row) => row));
      const known = rows.map((row) => values[row]).filter((value) => value !== null);
      const turned = descending ? known.toReversed() : known;
      expect(turned).toEqual(known.toSorted((a, b) => Number(a) - Number(b)));
    }),
  );
});
