import { describe, expect, test } from 'vitest';
import { comparisonOf } from '../../../src/lib/dataflow/comparison';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Cleared, Policy } from '../../../src/lib/disclosure/cleared';
import { copyTable } from '../../../src/lib/disclosure/copy';
import { Compare } from '../../../src/lib/notebook/compare';
import { comparedTables } from '../../../src/lib/report/compared';
import type { Result } from '../../../src/lib/results/result';

const codes = ['girl', 'boy', 'other'];
const groups = ['girl', 'girl', 'girl', 'girl', 'boy', 'boy', 'boy', 'boy', 'boy'];
const labelsWith = (others: number) => [...groups, ...Array.from({ length: others }, () => 'other')];

/** Four girls, five boys and so many others; the changes are 9, 2 and 1, 2, 3 … */
function rowsWith(others: number): Result {
  const label = labelsWith(others);
  const before = label.map((_, at) => 10 + (at % 4));
  const after = before.map(
    (from, at) => from + (label[at] === 'girl' ? 9 : label[at] === 'boy' ? 2 : at - 8),
  );
  return {
    columns: [
      { name: 'label', type: 'code', codes, values: label },
      { name: 'before', type: 'number', values: before },
      { name: 'after', type: 'number', values: after },
      { name: 'child', type: 'text', values: label.map((_, at) => `K${at}`) },
      { name: 'state_before', type: 'boolean', values: before.map((from) => from < 12) },
      { name: 'state_after', type: 'boolean', values: after.map((to) => to < 12) },
    ],
    rowCount: label.length,
    truncated: false,
  };
}
const label = labelsWith(8);
const rows = rowsWith(8);
/** So many others that it may be told that all of them improved. */
const more = rowsWith(12);
const spec = Compare.parse({
  data: 'x',
  before: 'before',
  after: 'after',
  by: 'sex',
  better: 'higher',
  states: { before: 'a', after: 'b' },
});

function resultFor(of: Result, fields: Partial<Compare> = {}): Result {
  const compared = comparisonOf(of, { ...spec, ...fields });
  if (!compared.ok) throw new Error(compared.failure.message);
  return compared.result;
}
function clearedBy(policy: Policy, result: Result): Cleared {
  const clearing = clear(result, policy);
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return clearing.cleared;
}
const five: Policy = { kind: 'minimum', minimum: 5 };
const words = { language: 'da', label: (_: unknown, value: unknown) => String(value) } as const;
const tablesFor = (policy: Policy, result = resultFor(rows)) =>
  comparedTables(clearedBy(policy, result), words);

/** The same with other numbers for the girls, who are four. */
const otherGirls: Result = {
  ...more,
  columns: more.columns.map((column) =>
    column.type === 'number'
      ? { ...column, values: column.values.map((value, at) => (at < 4 ? Number(value) + 0.25 * at : value)) }
      : column,
  ),
};

describe('a group that is withheld', () => {
  test('loses every number with its row, and keeps its name', () => {
    const { columns, withheld } = clearedBy(five, resultFor(more));
    // With the boys shown, all together would tell of the girls.
    expect(withheld).toEqual([null, 'small', 'small', null]);
    const left = columns.filter((column) => column.values[1] !== null).map(({ name }) => name);
    expect(left).toEqual(['sex']);
  });

  test('cannot be told from what is shown of the other groups', () => {
    const shown = (of: Result) => tablesFor(five, resultFor(of)).map((table) => table.rows.slice(1));
    expect(shown(otherGirls)).toEqual(shown(more));
    expect(shown(more)[0]?.[2]).toMatchObject({ name: 'other', n: '12' });
    const all = (of: Result) =>
      tablesFor({ kind: 'none' }, resultFor(of)).map((table) => table.rows.slice(1));
    expect(all(otherGirls)).not.toEqual(all(more));
  });

  test('is not told by a difference either: the least of both counts', () => {
    const children = rows.columns.map((column) =>
      // Eight rows of the others, but they are four children.
      column.name === 'child'
        ? { ...column, values: label.map((each, at) => (each === 'other' ? `S${at % 4}` : `K${at}`)) }
        : column,
    );
    const boys = label.map((each) => (each === 'girl' ? 'boy' : each));
    const columns = children.map((column) =>
      column.name === 'label' ? { ...column, values: boys } : column,
    );
    const cleared = clearedBy(five, resultFor({ ...rows, columns }, { against: 'other' }));
    const against = cleared.columns.find(({ name }) => name === 'against');
    expect(resultFor({ ...rows, columns }, { against: 'other' }).columns.at(-1)?.values).toEqual([
      null,
      'other',
      null,
    ]);
    expect(against?.values).toEqual([null, null, null]);
    expect(cleared.withheld).toEqual([null, 'small', 'small']);
  });

  test('is hatched in every table, and copied without a number', () => {
    for (const table of tablesFor(five)) {
      const [, girls] = table.rows;
      expect(girls).toMatchObject({ name: 'girl', n: '', withheld: true, cells: [] });
    }
    const { text } = copyTable(clearedBy(five, resultFor(rows)), {
      heading: (column) => column.name,
      cell: (_, value) => (value === null ? '' : String(value)),
      withheld: () => 'skjult',
    });
    expect(text.split('\r\n')[2]?.replaceAll('\t', '')).toBe('girlskjult');
  });
});

describe('the tables that are read', () => {
  const byCaption = (caption: string, tables = tablesFor({ kind: 'none' })) => {
    const table = tables.find((each) => each.caption === caption);
    if (!table) throw new Error(`no table ${caption}`);
    return table.rows.map(({ name, n, cells }) => [name, n, ...cells]);
  };

  test('have n in every row, and all together first', () => {
    for (const table of tablesFor({ kind: 'none' })) {
      expect(table.rows[0]).toMatchObject({ name: 'Samlet', total: true });
      expect(table.rows.map(({ n }) => n)).toEqual(['17', '4', '5', '8']);
    }
  });

  test('write means with spread, and change with its interval', () => {
    const [, , , others] = byCaption('Start og slut');
    // 11, 12, 13, 10 twice and changes 1 to 8: √(48/7) at the end; 4,5 ± t(7) · 2,449 / √8 = ± 2,048
    expect(others).toEqual(['other', '8', '11,5 (1,2)', '16,0 (2,6)', '+4,5 [+2,5; +6,5]']);
  });

  test('say where there are too few for a test, and where nothing varies', () => {
    const tests = byCaption('Test af ændringen');
    expect(tests[1]?.slice(2)).toEqual(['for få til en test', 'for få til en test']);
    expect(tests[3]?.[2]).toMatch(/^t\(7\) = 5,20; p = 0,001$/);
    expect(tests[3]?.[3]).toMatch(/^p = 0,008, eksakt$/);
    const same = { ...rows, columns: rows.columns.map((each) => ({ ...each })) };
    const still = resultFor({
      ...same,
      columns: same.columns.map((each) =>
        each.name === 'after' ? { ...each, values: same.columns[1]?.values ?? [] } : each,
      ),
    });
    expect(byCaption('Test af ændringen', tablesFor({ kind: 'none' }, still))[3]?.slice(2)).toEqual([
      'ingen test: intet varierer',
      'ingen test: intet varierer',
    ]);
  });

  test('write shares with their unit once', () => {
    expect(byCaption('Fremgang og tilbagegang')[1]).toEqual([
      'girl',
      '4',
      expect.stringMatching(/^100\u00a0% \[\d+; 100\]$/),
      expect.stringMatching(/^0\u00a0% \[0; \d+\]$/),
      expect.stringMatching(/^0\u00a0% \[0; \d+\]$/),
    ]);
  });

  test('hold groups against one only where both have six pairs', () => {
    const few = tablesFor({ kind: 'none' }, resultFor(rows, { against: 'other' }));
    expect(() => byCaption('Forskel mellem grupper', few)).toThrow();
    const boys = label.map((each) => (each === 'girl' ? 'boy' : each));
    const columns = rows.columns.map((each) => (each.name === 'label' ? { ...each, values: boys } : each));
    const two = tablesFor({ kind: 'none' }, resultFor({ ...rows, columns }));
    const [difference, ...others] = byCaption('Forskel mellem grupper', two);
    expect(others).toEqual([]);
    expect(difference?.[0]).toBe('other mod boy');
    // 4,5 − (4 · 9 + 5 · 2) / 9
    expect(difference?.[2]).toMatch(/^−0,6 \[.+; .+\]; p = 0,\d{3}$/);
  });

  test('of one group have no label, and of no rows no numbers', () => {
    const { by: _, ...alone } = spec;
    const compared = comparisonOf({ ...rows, rowCount: 0, columns: [] }, alone);
    if (!compared.ok) throw new Error(compared.failure.message);
    const [first] = tablesFor({ kind: 'none' }, compared.result);
    expect(first?.rows).toEqual([
      { row: 0, name: 'Samlet', total: false, n: '0', withheld: false, cells: ['–', '–', '–'] },
    ]);
  });
});
