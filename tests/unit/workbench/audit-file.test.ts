import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { clear } from '../../../src/lib/disclosure/clear';
import { policyOf } from '../../../src/lib/disclosure/policy';
import { auditFile, type Finished } from '../../../src/lib/workbench/release/audit-file';

const columns = [
  { name: 'project', type: 'text' as const, values: ['A & B', 'C', 'D'] },
  { name: 'n', type: 'integer' as const, values: [40, 3, 4] },
  { name: 'mean', type: 'number' as const, values: [53.27, 12.55, 7] },
];
const clearing = clear({ columns, rowCount: 3, truncated: false }, policyOf({}));
if (!clearing.ok) throw new Error(clearing.problem.kind);
const letGo = { table: 'Efter projekt', whole: columns, cleared: clearing.cleared };
const audit = async (file: Finished) => (await auditFile(file, [letGo], 5)).map(({ table }) => table);

type Cell = string | number;
async function workbook(rows: readonly (readonly Cell[])[], sheet = 'Efter projekt'): Promise<Finished> {
  const data = rows.map((row) =>
    row.map((value) =>
      typeof value === 'number' ? { value, type: Number, format: '0.0' } : { value, type: String },
    ),
  );
  const blob = await writeExcelFile([{ sheet, data }]).toBlob();
  const content = new Uint8Array(await blob.arrayBuffer());
  return { fileName: 'x.xlsx', type: 'workbook', content };
}
const yaml = (content: string): Finished => ({ fileName: 'b.yaml', type: 'yaml', content });

describe('a finished workbook', () => {
  test('of what was let go has nothing in the way', async () => {
    const written = await workbook([
      ['project', 'n', 'mean'],
      ['A & B', 40, 53.27],
      ['C', 'skjult', ''],
    ]);
    expect(await audit(written)).toEqual([]);
  });

  test.each([
    ['as a number', [['C', 12.55]], undefined, 'xl/worksheets/sheet1.xml'],
    ['however small it is', [['D', 4]], undefined, 'xl/worksheets/sheet1.xml'],
    ['as words', [['C: 12,55']], undefined, 'Efter projekt'],
    ['in the name of a sheet', [['C']], 'C 12.55', 'Efter projekt'],
  ] as const)('does not leave with a withheld number %s', async (_, rows, sheet, table) =>
    expect(await audit(await workbook(rows, sheet))).toEqual([table]),
  );
});

describe('a finished benchmark', () => {
  test('of what was let go has nothing in the way', async () =>
    expect(await audit(yaml('format: 1\nbenchmark:\n  - { n: 40, mean: 53.27 }\n'))).toEqual([]));

  test.each([
    ['with a withheld count', 'format: 1\nbenchmark:\n  - { n: 3 }\n'],
    ['with one that nobody computed', 'format: 1\nbenchmark:\n  - { n: 40, mean: 1 }\n'],
    ['that cannot be read', 'format: 1\nbenchmark: [\n'],
  ])('does not leave %s', async (_, text) => expect(await audit(yaml(text))).toEqual(['b.yaml']));
});

test('a page does not leave with a withheld number', async () => {
  const page = (content: string): Finished => ({ fileName: 'x.html', type: 'page', content });
  expect(await audit(page('<p>53,27</p>'))).toEqual([]);
  expect(await audit(page('<p>12,55</p>'))).toEqual(['Efter projekt']);
});

test('a file of results does not leave with a withheld number, as one or as words', async () => {
  const file = (value: unknown, withheld = 3): Finished => ({
    fileName: 'x.results.json',
    type: 'results',
    content: JSON.stringify({
      format: 1,
      cells: [{ withheld: [withheld], columns: [{ values: [40, value] }] }],
    }),
  });
  expect(await audit(file(53.27))).toEqual([]);
  expect(await audit(file(null))).toEqual([]);
  expect(await audit(file(4))).toEqual(['x.results.json']);
  expect(await audit(file('C: 12,55'))).toEqual(['Efter projekt']);
});
