import type { Column, Result } from '../results/result';
import { countOf } from './count';
import { rowKey } from './label';

const identifier =
  /^(row_?)?id$|cpr|(^|_)(child|course|person|client|citizen|barn|borger|forl(ø|oe)b|respondent)_?(id|nr|no|number|key)$/i;

/** A column that is called as what tells one child from another. */
export function namesOneChild(column: string): boolean {
  return identifier.test(column);
}

/**
 * Rows that are one child each, dressed as groups by a column called `n`: an identifier among the columns, rows that
 * repeat in every column, or as many rows of a name as its `n` says (`count(*) OVER …`). It finds what is done in
 * good faith; a person who means to deceive can always write another number.
 */
export function hasSingleChildren(result: Result, counts: readonly Column[]): boolean {
  if (result.columns.some(({ name }) => namesOneChild(name))) return true;
  return rowsRepeat(result, counts) || rowsAddUpToTheirCount(result, counts);
}

function rowsRepeat(result: Result, counts: readonly Column[]): boolean {
  if (result.columns.length === counts.length) return false;
  const seen = new Set<string>();
  for (let row = 0; row < result.rowCount; row++) seen.add(rowKey(result.columns, row));
  return seen.size < result.rowCount;
}

function rowsAddUpToTheirCount(result: Result, counts: readonly Column[]): boolean {
  const names = result.columns.filter((column) => column.type === 'text' || column.type === 'code');
  const chief = counts[0];
  if (!chief) return false;
  return addsUp(result, chief, []) || addsUp(result, chief, names);
}

/** Is there a set of rows with the same names, all with the same count, and just that many of them? */
function addsUp(result: Result, chief: Column, names: readonly Column[]): boolean {
  const groups = new Map<string, { rows: number; count: number | null }>();
  for (let row = 0; row < result.rowCount; row++) {
    const key = rowKey(names, row);
    const count = countOf(chief.values[row]);
    const group = groups.get(key);
    if (!group) groups.set(key, { rows: 1, count });
    else groups.set(key, { rows: group.rows + 1, count: group.count === count ? count : null });
  }
  return [...groups.values()].some((group) => group.rows > 1 && group.rows === group.count);
}
