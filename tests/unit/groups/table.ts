import type { Segment } from '../../../src/lib/dataflow/compile';
import { readQuery } from '../../../src/lib/dataflow/references';
import { readTable, type Table } from '../../../src/lib/groups/table';
import { CellName } from '../../../src/lib/notebook/cell';
import type { Column, Result, Value } from '../../../src/lib/results/result';

export const ages = ['0-2', '3-10', '11-16', '17-24'];

/** A result of rows: `age_group` and `sex` are codes, other text is text, numbers are whole. */
export function resultOf(names: readonly string[], rows: readonly (readonly Value[])[]): Result {
  const columns = names.map((name, at): Column => {
    const values = rows.map((row) => row[at] ?? null);
    const codes = { age_group: ages, sex: ['girl', 'boy'] }[name];
    if (codes) return { name, type: 'code', codes, values };
    return { name, type: values.some((value) => typeof value === 'string') ? 'text' : 'integer', values };
  });
  return { columns, rowCount: rows.length, truncated: false };
}

export function segmentOf(name: string, sql: string): Pick<Segment, 'name' | 'query'> {
  return { name: CellName.parse(name), query: readQuery(sql) };
}

/** The table of a query that gave this. */
export function tableOf(sql: string, result: Result): Table | undefined {
  return readTable([segmentOf('t', sql)], result, (column, code) => `${column.name} ${code}`);
}
