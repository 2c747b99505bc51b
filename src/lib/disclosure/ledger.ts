import { z } from 'zod';
import type { Population } from '../results/population';
import type { Column } from '../results/result';
import type { Cleared } from './cleared';
import { rowKey } from './label';

/** A group whose number of children was told: whom it is of, and how few and how many they can be (rounding). */
export const ToldCount = z.object({
  /** Which row of the table. */
  row: z.int(),
  among: z.array(z.tuple([z.string(), z.array(z.string())])),
  asked: z.array(z.string()),
  chosen: z.array(z.tuple([z.string(), z.string()])),
  least: z.number(),
  most: z.number(),
});
export type ToldCount = z.output<typeof ToldCount>;

/** A table that has been shared: what was told in it, and nothing that was withheld. */
export const ToldTable = z.object({
  /** What a person knows it by. */
  table: z.string(),
  source: z.string(),
  counts: z.array(ToldCount),
});
export type ToldTable = z.output<typeof ToldTable>;

/** One sharing. */
export const Release = z.object({
  notebook: z.string(),
  /** ISO time. */
  at: z.string(),
  /** A fingerprint of the data it was computed from. */
  data: z.string(),
  tables: z.array(ToldTable),
});
export type Release = z.output<typeof Release>;

/** What a cleared result tells of how many children there are in each of its groups. */
export function tellTable(
  table: string,
  cleared: Cleared,
  { source, among, asked, chosen, groups }: Population,
): ToldTable {
  const names = cleared.columns.filter((_, index) => cleared.labels[index]);
  const half = cleared.policy.kind === 'minimum' ? (cleared.policy.rounding ?? 0) / 2 : 0;
  const counts = cleared.counts.flatMap((count, row): ToldCount[] => {
    if (count === null) return [];
    const whom = new Map<string, string[]>([...among].map(([column, values]) => [column, [...values]]));
    for (const column of names) {
      const value = column.values[row] ?? null;
      const held = groups?.get(column.name.toLowerCase())?.get(String(value)) ?? [String(value)];
      if (value !== null) whom.set(column.name.toLowerCase(), [...held]);
      else if (!isOfAll(column, row)) whom.set(column.name.toLowerCase(), [missing]);
    }
    const least = Math.max(0, count - Math.floor(half));
    const most = count + Math.max(0, Math.ceil(half) - 1);
    return [{ row, among: sorted(whom), asked: [...asked], chosen: sorted(chosen), least, most }];
  });
  return { table, source, counts };

  /** Does a row without this name sum up those that have one, or are its children those whose answer is missing? */
  function isOfAll(column: Column, row: number): boolean {
    const rest = names.filter((each) => each !== column);
    const parts = cleared.counts.filter(
      (_, other) => (column.values[other] ?? null) !== null && rowKey(rest, other) === rowKey(rest, row),
    );
    return (cleared.counts[row] ?? 0) >= parts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  }
}

/** The children whose answer is missing are a group like any other. */
const missing = '';

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
