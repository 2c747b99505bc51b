import { columnOf, type Result, type Value } from '../results/result';
import type { Group } from '../statistics/compare';
import type { Better } from '../statistics/pairs';

type States = NonNullable<Group['states']>;

/** Rows with the same label, or all rows. */
export interface Part {
  readonly label: Value;
  readonly rows: readonly number[];
}

/** How many of a part's pairs were in the state, before and after; of `n` that are known on both sides. */
export interface StateCounts {
  readonly n: number;
  readonly before: number;
  readonly after: number;
}

/** The parts by the text of their label, in the order of the rows; rows without a label are in none. */
export function partsOf(result: Result): ReadonlyMap<string, Part> {
  const parts = new Map<string, { label: Value; rows: number[] }>();
  columnOf(result, 'label')?.values.forEach((label, row) => {
    if (label === null) return;
    const part = parts.get(String(label));
    if (part) part.rows.push(row);
    else parts.set(String(label), { label, rows: [row] });
  });
  return parts;
}

export function allOf({ rowCount }: Result): Part {
  return { label: null, rows: Array.from({ length: rowCount }, (_, row) => row) };
}

export function groupOf(result: Result, name: string, { rows }: Part): Group {
  const states = statesOf(result, rows);
  return {
    name,
    before: numbersOf(result, 'before', rows),
    after: numbersOf(result, 'after', rows),
    ...(states && { states }),
  };
}

/**
 * Which way is better, as the rows' own `direction` has it; undefined when some rise and others fall for the better:
 * then they are of scales that do not belong in one mean. Where nothing changed it makes no difference.
 */
export function betterIn(result: Result): Better | undefined {
  const directions = columnOf(result, 'direction')?.values ?? [];
  const before = columnOf(result, 'before')?.values ?? [];
  const after = columnOf(result, 'after')?.values ?? [];
  const ways = new Set<Better>();
  directions.forEach((direction, row) => {
    const change = Number(after[row] ?? NaN) - Number(before[row] ?? NaN);
    if (!(Math.abs(change) > 0) || (direction !== 'improved' && direction !== 'deteriorated')) return;
    ways.add(change > 0 === (direction === 'improved') ? 'higher' : 'lower');
  });
  const [way = 'higher'] = ways;
  return ways.size > 1 ? undefined : way;
}

/** Children with a complete pair; a row that names none is one. */
export function childrenIn(result: Result, { rows }: Part): number {
  const children = columnOf(result, 'child')?.values ?? [];
  const complete = completeIn(result, rows);
  const named = new Set<Value>();
  let unnamed = 0;
  for (const row of complete) {
    const child = children[row] ?? null;
    if (child === null) unnamed++;
    else named.add(child);
  }
  return named.size + unnamed;
}

export function stateCountsOf(result: Result, { rows }: Part): StateCounts {
  const { before = [], after = [] } = statesOf(result, rows) ?? {};
  const known = before.flatMap((was, at) => {
    const is = after[at] ?? null;
    return was === null || is === null ? [] : [{ was, is }];
  });
  return {
    n: known.length,
    before: known.filter(({ was }) => was).length,
    after: known.filter(({ is }) => is).length,
  };
}

/** States of complete pairs only, so that every number of a line is about the same children. */
function statesOf(result: Result, rows: readonly number[]): States | undefined {
  const before = columnOf(result, 'state_before');
  const after = columnOf(result, 'state_after');
  if (!before || !after) return undefined;
  const complete = new Set(completeIn(result, rows));
  const read = (values: readonly Value[]) =>
    rows.map((row) => {
      const value = values[row];
      return complete.has(row) && typeof value === 'boolean' ? value : null;
    });
  return { before: read(before.values), after: read(after.values) };
}

function completeIn(result: Result, rows: readonly number[]): readonly number[] {
  const before = columnOf(result, 'before')?.values ?? [];
  const after = columnOf(result, 'after')?.values ?? [];
  return rows.filter((row) => typeof before[row] === 'number' && typeof after[row] === 'number');
}

function numbersOf(result: Result, name: string, rows: readonly number[]): readonly (number | null)[] {
  const values = columnOf(result, name)?.values ?? [];
  return rows.map((row) => {
    const value = values[row];
    return typeof value === 'number' ? value : null;
  });
}
