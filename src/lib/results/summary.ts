import type { Column, Value } from './result';

/** How the known values of a column lie. */
export interface Summary {
  readonly known: number;
  readonly missing: number;
  readonly distinct: number;
  /** Of numbers: the least, the largest, and how many are in each of equally wide steps between them. */
  readonly spread: Spread | undefined;
  /** Of anything else: the most frequent values, at most four, the most frequent first. */
  readonly frequent: readonly { readonly value: string | boolean; readonly count: number }[];
}

export interface Spread {
  readonly least: number;
  readonly most: number;
  readonly steps: readonly number[];
}

const stepCount = 12;

/** What these rows of a column hold. */
export function summarise(column: Column, rows: readonly number[]): Summary {
  const counts = new Map<NonNullable<Value>, number>();
  let missing = 0;
  for (const row of rows) {
    const value = column.values[row] ?? null;
    if (value === null) missing += 1;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return {
    known: rows.length - missing,
    missing,
    distinct: counts.size,
    spread: spreadOf(counts),
    frequent: frequentOf(counts),
  };
}

function spreadOf(counts: ReadonlyMap<NonNullable<Value>, number>): Spread | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const value of counts.keys()) {
    if (typeof value !== 'number') return undefined;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!Number.isFinite(least) || !Number.isFinite(most)) return undefined;
  const width = (most - least) / stepCount || 1;
  const steps = Array.from({ length: most === least ? 1 : stepCount }, () => 0);
  for (const [value, count] of counts) {
    const step = Math.min(steps.length - 1, Math.floor(((value as number) - least) / width));
    steps[step] = (steps[step] ?? 0) + count;
  }
  return { least, most, steps };
}

function frequentOf(counts: ReadonlyMap<NonNullable<Value>, number>): Summary['frequent'] {
  const plain = [...counts].flatMap(([value, count]) =>
    typeof value === 'number' ? [] : [{ value, count }],
  );
  return plain.sort((a, b) => b.count - a.count).slice(0, 4);
}
