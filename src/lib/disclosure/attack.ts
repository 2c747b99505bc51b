import { solve } from 'yalps';
import type { Sum } from './sums';

/** What one reads who has the table: which rows are withheld, the counts of the others, and the sums that hold. */
export interface Reading {
  readonly counts: readonly (number | null)[];
  readonly sums: readonly Sum[];
  readonly withheld: ReadonlySet<number>;
  /** Counts are told to the nearest `step`, and none under `least`. */
  readonly rounded?: { readonly step: number; readonly least: number } | undefined;
}

/** Rows in a sum with +1, the row it adds up to with −1. */
export function membersOf({ parts, total }: Sum): readonly (readonly [row: number, sign: 1 | -1])[] {
  const signed = parts.map((row) => [row, 1] as const);
  return 'row' in total ? [...signed, [total.row, -1] as const] : signed;
}

/** The sums that say something about a withheld row, at first hand or through other withheld rows. */
export function sumsAbout(
  row: number,
  { sums, withheld }: Pick<Reading, 'sums' | 'withheld'>,
): readonly Sum[] {
  const sumsWith = sumsByRow(sums);
  const about = new Set<Sum>();
  const reached = new Set([row]);
  // A set goes on with what is added to it meanwhile.
  for (const each of reached)
    for (const sum of sumsWith.get(each) ?? []) {
      if (about.has(sum)) continue;
      about.add(sum);
      for (const [member] of membersOf(sum)) if (withheld.has(member)) reached.add(member);
    }
  return [...about];
}

const byRow = new WeakMap<readonly Sum[], ReadonlyMap<number, readonly Sum[]>>();

/** Made once for a table's sums. */
function sumsByRow(sums: readonly Sum[]): ReadonlyMap<number, readonly Sum[]> {
  const made = byRow.get(sums);
  if (made) return made;
  const rows = new Map<number, Sum[]>();
  for (const sum of sums)
    for (const [member] of membersOf(sum)) {
      const known = rows.get(member);
      if (known) known.push(sum);
      else rows.set(member, [sum]);
    }
  byRow.set(sums, rows);
  return rows;
}

/**
 * The least and the most that a withheld count can be for one who knows the sums, the counts shown, and that no count
 * is negative: two linear programmes. For a table of one or two divisions, a network, they are exact in whole numbers;
 * of more, the range of whole numbers can be narrower.
 */
export function rangeOf(row: number, reading: Reading): readonly [least: number, most: number] {
  const { counts } = reading;
  const about = sumsAbout(row, reading);
  if (about.length === 0) return [0, Infinity];
  return [bound('minimize'), bound('maximize')];

  function bound(direction: 'minimize' | 'maximize'): number {
    const { variables, constraints } = programmeOf(about, reading);
    variables.get(String(row))?.set('sought', 1);
    const { status, result } = solve({ direction, objective: 'sought', constraints, variables });
    if (status === 'unbounded') return Infinity;
    // The true counts are a solution: where none is found there is nothing to rely on, as if all were told.
    return status === 'optimal' ? Math.round(result * 1e6) / 1e6 + 0 : (counts[row] ?? 0);
  }
}

function programmeOf(about: readonly Sum[], reading: Reading) {
  const { counts, withheld } = reading;
  const variables = new Map<string, Map<string, number>>();
  const constraints = new Map<string, { equal?: number; max?: number }>();
  /** What a told number may lie above the least it can be. */
  const add = (name: string, index: number, sign: number, most?: number) => {
    const variable =
      variables.get(name) ?? new Map<string, number>(most === undefined ? [] : [[`${name} most`, 1]]);
    variables.set(name, variable.set(String(index), sign));
    if (most !== undefined) constraints.set(`${name} most`, { max: most });
  };
  for (const [index, sum] of about.entries()) {
    let rest = 0;
    if (!('row' in sum.total)) {
      const [least, most] = toldAs(sum.total.known, reading);
      rest = least;
      if (most > least) add(`known ${sum.total.known}`, index, -1, most - least);
    }
    for (const [member, sign] of membersOf(sum)) {
      if (withheld.has(member)) {
        add(String(member), index, sign);
        continue;
      }
      const [least, most] = toldAs(counts[member] ?? 0, reading);
      rest -= sign * least;
      if (most > least) add(`told ${member}`, index, sign, most - least);
    }
    constraints.set(String(index), { equal: rest });
  }
  return { variables, constraints };
}

/** What a count can be that is told as one sees it: itself, or what is rounded to the same. */
function toldAs(count: number, { rounded }: Reading): readonly [least: number, most: number] {
  if (!rounded) return [count, count];
  const { step, least } = rounded;
  const told = Math.round(count / step) * step;
  return [Math.max(told - Math.floor(step / 2), least), told + Math.ceil(step / 2) - 1];
}
