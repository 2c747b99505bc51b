import fc from 'fast-check';
import loadHighs from 'highs';
import type { Result } from '../../../src/lib/results/result';

/*
 * An attacker who shares nothing with the guard: told how the groups of a table add up, not finding it out, and
 * reckoning with another solver.
 */

/** Rows that add up to one of them, or to a number that is known. */
export interface Equation {
  readonly parts: readonly number[];
  readonly total: number | { readonly known: number };
}

/** A made-up table: names and count of each row, and every way in which they add up. */
export interface Made {
  readonly names: readonly (readonly (string | null)[])[];
  readonly counts: readonly number[];
  readonly equations: readonly Equation[];
}

const highs = await loadHighs();

/** The least and the most a hidden count can be. */
export function boundsOf(
  row: number,
  { counts, equations }: Pick<Made, 'counts' | 'equations'>,
  hidden: (row: number) => boolean,
): readonly [number, number] {
  const terms = equations.flatMap(({ parts, total }) => {
    const signed = [
      ...parts.map((part) => [part, 1] as const),
      ...(typeof total === 'number' ? [[total, -1] as const] : []),
    ];
    const unknown = signed.filter(([part]) => hidden(part));
    if (unknown.length === 0) return [];
    const shown = signed.filter(([part]) => !hidden(part));
    const known = typeof total === 'number' ? 0 : total.known;
    const rest = shown.reduce((sum, [part, sign]) => sum - sign * (counts[part] ?? 0), known);
    return [`${unknown.map(([part, sign]) => `${sign < 0 ? '-' : '+'} x${part}`).join(' ')} = ${rest}`];
  });
  if (!terms.some((term) => term.split(' ').includes(`x${row}`))) return [0, Infinity];
  const solve = (goal: 'Minimize' | 'Maximize') => {
    const solution = highs.solve(`${goal}\n x${row}\nSubject To\n ${terms.join('\n ')}\nEnd`);
    if (solution.Status === 'Unbounded' || solution.Status === 'Primal infeasible or unbounded')
      return Infinity;
    if (solution.Status !== 'Optimal') throw new Error(solution.Status);
    return Math.round(solution.ObjectiveValue * 1e6) / 1e6 + 0;
  };
  return [solve('Minimize'), solve('Maximize')];
}

/**
 * The same for one who sees the other counts only to the nearest `step`, and knows that none under `least` is shown:
 * counts are whole, so this is a mixed-integer programme.
 */
export function roundedBoundsOf(
  row: number,
  { counts, equations }: Pick<Made, 'counts' | 'equations'>,
  hidden: (row: number) => boolean,
  { step, least }: { readonly step: number; readonly least: number },
): readonly [number, number] {
  const about = equations.filter(
    ({ parts, total }) => typeof total === 'number' && [...parts, total].some(hidden),
  );
  if (!about.some(({ parts, total }) => [...parts, total].includes(row))) return [0, Infinity];
  const rows = [...new Set(about.flatMap(({ parts, total }) => [...parts, total as number]))];
  const bounds = rows.map((each) => {
    if (hidden(each)) return `0 <= x${each}`;
    const near = Array.from(
      { length: 2 * step + 1 },
      (_, index) => (counts[each] ?? 0) - step + index,
    ).filter(
      (count) => count >= least && Math.round(count / step) === Math.round((counts[each] ?? 0) / step),
    );
    return `${Math.min(...near)} <= x${each} <= ${Math.max(...near)}`;
  });
  const terms = about.map(
    ({ parts, total }) => `${parts.map((part) => `+ x${part}`).join(' ')} - x${String(total)} = 0`,
  );
  const solve = (goal: 'Minimize' | 'Maximize') => {
    const programme = `${goal}\n x${row}\nSubject To\n ${terms.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nGenerals\n ${rows.map((each) => `x${each}`).join(' ')}\nEnd`;
    const solution = highs.solve(programme);
    if (/[Uu]nbounded/.test(solution.Status)) return Infinity;
    if (solution.Status !== 'Optimal') throw new Error(solution.Status);
    return Math.round(solution.ObjectiveValue) + 0;
  };
  return [solve('Minimize'), solve('Maximize')];
}

const share = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 5, max: 60 }),
);
const codes = (many: number, letter: string) =>
  Array.from({ length: many }, (_, index) => `${letter}${index}`);
const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** One division with its total last. */
export const simpleTables: fc.Arbitrary<Made> = fc
  .array(share, { minLength: 2, maxLength: 9 })
  .map((counts) => ({
    names: [...codes(counts.length, 'a').map((code) => [code]), [null]],
    counts: [...counts, sumOf(counts)],
    equations: [{ parts: counts.map((_, row) => row), total: counts.length }],
  }));

/** Every combination of two divisions, with both margins and the grand total. */
export const crossTables: fc.Arbitrary<Made> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([high, wide]) =>
    fc
      .array(share, { minLength: high * wide, maxLength: high * wide })
      .map((inner) => cross(high, wide, inner)),
  );

/** The groups row by row, and all their sums. */
export function cross(high: number, wide: number, inner: readonly number[]): Made {
  const at = (row: number, column: number) => row * (wide + 1) + column;
  const names: (string | null)[][] = [];
  const counts: number[] = [];
  for (let row = 0; row <= high; row += 1)
    for (let column = 0; column <= wide; column += 1) {
      names.push([row < high ? `a${row}` : null, column < wide ? `b${column}` : null]);
      const rows = row < high ? [row] : codes(high, '').map(Number);
      const columns = column < wide ? [column] : codes(wide, '').map(Number);
      counts.push(sumOf(rows.flatMap((r) => columns.map((c) => inner[r * wide + c] ?? 0))));
    }
  const rows = names.length / (wide + 1);
  const lines = Array.from({ length: rows }, (_, row) => ({
    parts: codes(wide, '').map((column) => at(row, Number(column))),
    total: at(row, wide),
  }));
  const columns = Array.from({ length: wide + 1 }, (_, column) => ({
    parts: codes(high, '').map((row) => at(Number(row), column)),
    total: at(high, column),
  }));
  return { names, counts, equations: [...lines, ...columns] };
}

/** Several divisions of the same children under each other, and how many there are in all. */
export const stackedTables: fc.Arbitrary<Made> = fc
  .tuple(
    fc.integer({ min: 12, max: 80 }),
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([all, divisions]) => {
    const names: (string | null)[][] = [['Samlet', null]];
    const counts = [all];
    const equations: Equation[] = [];
    for (const [place, weights] of divisions.entries()) {
      const parts = divide(all, weights);
      equations.push({ parts: parts.map((_, index) => counts.length + index), total: 0 });
      names.push(...codes(parts.length, 'b').map((code) => [`a${place}`, code]));
      counts.push(...parts);
    }
    return { names, counts, equations };
  });

/** So many children on groups of these weights, the last taking what is left. */
function divide(all: number, weights: readonly number[]): readonly number[] {
  const sum = sumOf(weights);
  const parts = weights.slice(0, -1).map((weight) => Math.floor((all * weight ** 2) / (sum * 9)));
  return [...parts, all - sumOf(parts)];
}

/** The table as a query gives it: a column for each division, and `n`. */
export function tableOf({ names, counts }: Made): Result {
  const labels = (names[0] ?? []).map((_, place) => ({
    name: `name_${place}`,
    type: 'code' as const,
    values: names.map((row) => row[place] ?? null),
  }));
  const columns = [...labels, { name: 'n', type: 'integer' as const, values: counts }];
  return { columns, rowCount: counts.length, truncated: false };
}
