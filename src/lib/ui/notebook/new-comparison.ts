import type { Cell, CellName } from '../../notebook/cell';
import { newCell } from '../../notebook/new-cell';
import { columnOf, type Result } from '../../results/result';

/**
 * What a new comparison begins as: of the nearest SQL cell above (else below) with a row for each child's course, which
 * has columns before and after and no n; without one, a cell of WHO-5 changes comes first. In the order they stand.
 */
export function newComparison(
  cells: readonly Cell[],
  index: number,
  taken: readonly string[],
  result: (name: CellName) => Result | undefined,
): readonly Cell[] {
  const names = cells.flatMap((cell) =>
    cell.kind === 'sql' && isOfPairs(result(cell.name)) ? [cell.name] : [],
  );
  const above = new Set(cells.slice(0, index).flatMap((cell) => (cell.kind === 'sql' ? [cell.name] : [])));
  const data = names.findLast((name) => above.has(name)) ?? names[0];
  if (data !== undefined) return [newCell('compare', taken, { data })];
  const pairs = newCell('sql', taken, { base: 'pairs', sql: changesOfWho5 });
  const name = 'name' in pairs ? pairs.name : undefined;
  return [pairs, newCell('compare', [...taken, ...(name === undefined ? [] : [name])], { data: name })];
}

const changesOfWho5 = `SELECT *\nFROM changes\nWHERE instrument = 'who5' AND scale = 'total'`;

function isOfPairs(result: Result | undefined): boolean {
  if (!result) return false;
  const has = (name: string) => columnOf(result, name) !== undefined;
  return has('before') && has('after') && has('direction') && !has('n');
}
