import type { Value } from '../results/result';
import type { Division, Table } from './table';

/** Groups that become one; null stands for those whose answer is missing. */
export interface Group {
  readonly name: string;
  readonly codes: readonly (string | null)[];
}

/** What is done to a table: divisions that are left out, and in the others groups that become one. */
export interface Merge {
  readonly out: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, readonly Group[]>;
}

export const unmerged: Merge = { out: new Set(), groups: new Map() };

export function keptOf({ divisions }: Table, { out }: Merge): readonly Division[] {
  return divisions.filter(({ name }) => !out.has(name));
}

export function groupsOf({ name }: Division, { groups }: Merge): readonly Group[] {
  return groups.get(name) ?? [];
}

/** What a group is called afterwards: where nothing is put together the codes stay. */
export function nameIn(division: Division, merge: Merge, code: string | null): string | null {
  const groups = groupsOf(division, merge);
  if (groups.length === 0) return code;
  const found = groups.find(({ codes }) => codes.includes(code));
  return found?.name ?? (code === null ? null : (division.labels.get(code) ?? code));
}

/** Rows that count: where a division with totals is left out its totals stand for it, else they are no parts. */
export type Rows = 'totals' | 'parts';

/** Which rows of a division that is left out are read; undefined where all are. */
export function rowsOf(table: Table, { name, hasTotals }: Division, merge: Merge): Rows | undefined {
  if (!merge.out.has(name) || !hasTotals) return undefined;
  const others = table.divisions.filter((division) => division.name !== name);
  const keyOf = (row: number) => JSON.stringify(others.map((each) => valueAt(table, each.name, row)));
  const rows = Array.from({ length: table.result.rowCount }, (_, row) => row);
  const isTotal = (row: number) => valueAt(table, name, row) === null;
  const totals = new Set(rows.filter(isTotal).map(keyOf));
  return rows.every((row) => totals.has(keyOf(row))) ? 'totals' : 'parts';
}

export function valueAt({ result }: Table, name: string, row: number): Value {
  return result.columns.find((column) => column.name === name)?.values[row] ?? null;
}

/** What is wrong with how groups are put together, before it is written. */
export type MergeFault =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'unnamed' | 'taken' | 'number'; readonly division: string; readonly name: string };

export function faultOf(
  table: Table,
  merge: Merge,
  isNumber: (text: string) => boolean,
): MergeFault | undefined {
  const kept = keptOf(table, merge);
  if (kept.length === 0) return { kind: 'nothing-left' };
  if (merge.out.size === 0 && kept.every((division) => groupsOf(division, merge).length === 0))
    return { kind: 'nothing' };
  for (const division of kept) {
    const groups = groupsOf(division, merge);
    const others = [...division.labels].filter(([code]) => !groups.some(({ codes }) => codes.includes(code)));
    const names = [...groups.map(({ name }) => name), ...others.map(([, label]) => label)];
    for (const { name } of groups) {
      const kind =
        name.trim() === ''
          ? 'unnamed'
          : isNumber(name)
            ? 'number'
            : names.filter((each) => each === name).length > 1
              ? 'taken'
              : undefined;
      if (kind) return { kind, division: division.name, name };
    }
  }
  return undefined;
}
