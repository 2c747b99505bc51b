import type { Column, Result } from '../results/result';
import { roleOf } from '../results/role';
import { smallGroups } from './cleared';
import { countOf, leastCount, wholeColumn } from './count';
import { withholdMore } from './secondary';
import { sumsIn, type Told } from './sums';

/** What is withheld, and what else is told: the counts that stand in other tables of the same document. */
export interface WithheldOptions {
  readonly names: readonly Column[];
  readonly counts: readonly Column[];
  readonly minimum: number;
  /** Counts are told to the nearest of these. */
  readonly rounding?: number;
  readonly told: () => readonly Told[];
}

/**
 * The rows whose numbers may not be told. Primary: fewer children than the minimum, or an unknown number, stand behind
 * one of its counts, or behind what is left of a whole; or a share of none or of all is of a small group. Secondary:
 * what would tell of those by subtraction.
 */
export function withheldRows(result: Result, how: WithheldOptions): ReadonlySet<number> {
  const { names, counts, minimum } = how;
  const rows = Array.from({ length: result.rowCount }, (_, row) => row);
  const few = rows.filter((row) => (leastCount(counts, row) ?? -1) < minimum);
  const speaking = speakingRows(result, counts, minimum);
  const wholes = (wholeColumn(result)?.values ?? []).map(countOf);
  let withheld: ReadonlySet<number> = new Set([...few, ...speaking]);
  if (withheld.size === 0) return withheld;
  const told = how.told();
  const rounded = how.rounding === undefined ? undefined : { step: how.rounding, least: minimum };
  for (const [place, column] of counts.entries()) {
    const numbers = rows.map((row) => countOf(column.values[row]));
    const sums = sumsIn({ labels: names, counts: numbers, wholes }, told, minimum);
    const small = few.filter((row) => (numbers[row] ?? minimum) < minimum);
    const secret = place === 0 ? [...small, ...speaking] : small;
    withheld = withholdMore({ counts: numbers, sums, withheld, rounded }, secret, minimum);
  }
  return withheld;
}

/** Rows with enough children where what is left of the whole is few, or a share is of none or of all in a small group. */
function speakingRows(result: Result, counts: readonly Column[], minimum: number): readonly number[] {
  const wholes = wholeColumn(result);
  const shares = result.columns.filter((column) => roleOf(column) === 'share');
  return Array.from({ length: result.rowCount }, (_, row) => row).filter((row) => {
    const count = countOf(counts[0]?.values[row]);
    if (count === null || count < minimum) return false;
    const whole = countOf(wholes?.values[row]);
    if (whole !== null && whole > count && whole - count < minimum) return true;
    const isSmall = (whole ?? count) < smallGroups * minimum;
    return isSmall && shares.some(({ values }) => values[row] === 0 || values[row] === 1);
  });
}
