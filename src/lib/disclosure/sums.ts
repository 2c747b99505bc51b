import type { Column } from '../results/result';
import { rowKey } from './label';

/** Rows of a table whose counts add up to a number that is known: another row's, or one that stands elsewhere. */
export interface Sum {
  readonly parts: readonly number[];
  readonly total: { readonly row: number } | { readonly known: number };
}

/** A table as one reads it: the columns that name its rows, and for each row its count and of how many that is a part. */
export interface Counted {
  readonly labels: readonly Column[];
  readonly counts: readonly (number | null)[];
  readonly wholes: readonly (number | null)[];
}

/** A count that stands in a table, and what its row is called there. */
export interface Told {
  readonly count: number;
  readonly names: ReadonlySet<string>;
}

/** Beyond this many naming columns only single ones are varied. */
const manyLabels = 4;

/** Where so many of a table's groups add up to a count that is told, the others' sums are no chance either. */
const mostOf = 0.8;

/**
 * The sums that hold in a table: rows that differ only in some of their names, and together are as many as one of
 * them, as each says the whole is, or as is told in a row of another name, here or in another table. Counts under
 * `minimum` are told nowhere. A sum that holds by chance is taken for one too; it may withhold a row too many.
 */
export function sumsIn(table: Counted, told: readonly Told[], minimum: number): Sum[] {
  const shown = [...told, ...toldIn(table)].filter(({ count }) => count >= minimum);
  const byCount = groupBy(shown, ({ count }) => count);
  const found = new Map<string, Sum>();
  for (const fixed of choicesOf(table.labels)) {
    const groups = groupsBy(fixed, table.counts)
      .map((rows) => ({ rows, all: sumOf(rows, table.counts) }))
      .filter(({ rows }) => rows.length > 1);
    for (const sum of sumsOf(groups, fixed, table, minimum, byCount)) found.set(sum.parts.join(), sum);
  }
  return [...found.values()];
}

interface Group {
  readonly rows: readonly number[];
  readonly all: number;
}

function sumOf(rows: readonly number[], counts: readonly (number | null)[]): number {
  return rows.reduce((sum, row) => sum + (counts[row] ?? 0), 0);
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function toldIn({ labels, counts }: Counted): readonly (Told & { readonly row: number })[] {
  return counts.flatMap((count, row) =>
    count === null ? [] : [{ count, names: namesOf(labels, row), row }],
  );
}

/** What a row is called, by all its names. */
export function namesOf(labels: readonly Column[], row: number): ReadonlySet<string> {
  return new Set(
    labels.flatMap(({ values }) => ((values[row] ?? null) === null ? [] : [String(values[row])])),
  );
}

/** The names that rows of a group have in common: every choice of them but all. */
function choicesOf(labels: readonly Column[]): (readonly Column[])[] {
  if (labels.length > manyLabels) return labels.map((varied) => labels.filter((each) => each !== varied));
  return Array.from({ length: Math.max(1, 2 ** labels.length - 1) }, (_, choice) =>
    labels.filter((_, index) => choice & (1 << index)),
  );
}

function groupsBy(
  fixed: readonly Column[],
  counts: readonly (number | null)[],
): readonly (readonly number[])[] {
  const counted = counts.flatMap((count, row) => (count === null ? [] : [row]));
  return [...groupBy(counted, (row) => rowKey(fixed, row)).values()];
}

function sumsOf(
  groups: readonly Group[],
  fixed: readonly Column[],
  table: Counted,
  minimum: number,
  told: ReadonlyMap<number, readonly (Told & { readonly row?: number })[]>,
): readonly Sum[] {
  const found = groups.flatMap((group) => {
    const { rows, all } = group;
    const names = namesOf(fixed, rows[0] ?? 0);
    const others = (told.get(all) ?? []).filter(({ row }) => row === undefined || !rows.includes(row));
    const isSure =
      rows.some((row) => table.wholes[row] === all) || others.some((each) => holdsAll(each.names, names));
    const total = totalIn(group, table);
    // Both, where both hold: of two groups as large as all the others one looks like their total, and is none.
    const sums = [
      ...(total === undefined
        ? []
        : [{ isSure: true, parts: rows.filter((row) => row !== total), total: { row: total } }]),
      ...(isSure || others.length > 0 ? [{ isSure, parts: rows, total: { known: all } }] : []),
    ];
    return sums.length > 0 ? [sums] : [];
  });
  const isSureOfAll = found.length >= mostOf * groups.filter(({ all }) => all >= minimum).length;
  return found.flat().filter(({ isSure }) => isSure || isSureOfAll);
}

function holdsAll(names: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...all].every((name) => names.has(name));
}

/**
 * The row that the others add up to. Beside groups of none, and where there is but one other, two rows can be the total
 * of each other: it is the one with fewer names, else the last.
 */
function totalIn({ rows, all }: Group, { labels, counts }: Counted): number | undefined {
  const named = (row: number) => namesOf(labels, row).size;
  return rows
    .filter((row) => 2 * (counts[row] ?? 0) === all)
    .toSorted((a, b) => named(a) - named(b) || b - a)[0];
}
