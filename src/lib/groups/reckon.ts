import { countOf } from '../disclosure/count';
import type { Column, Result, Value } from '../results/result';
import { groupsOf, keptOf, nameIn, rowsOf, valueAt, type Merge } from './merge';
import type { Division, Table } from './table';

/** Rows of the table that become one, and what it is called. */
interface Merged {
  readonly names: readonly (string | null)[];
  readonly rows: readonly number[];
}

/** What `writeMerge` gives, reckoned from the rows there are: a person sees it while choosing. */
export function reckon(table: Table, merge: Merge): Result {
  const kept = keptOf(table, merge);
  const merged = mergedRows(table, merge, kept);
  const names = kept.map((division, at): Column => {
    const own = table.result.columns.find(({ name }) => name === division.name);
    const values = merged.map((group) => group.names[at] ?? null);
    return groupsOf(division, merge).length === 0 && own
      ? { ...own, values }
      : { name: division.name, type: 'text', values };
  });
  const numbers = table.result.columns.flatMap(({ name, type, single }): Column[] => {
    const measure = single ? undefined : table.measures.get(name.toLowerCase());
    if (!measure) return [];
    const values = merged.map((group) => valueOf(table, kept, merged, group, name));
    return [{ name, type: measure.kind === 'sum' || measure.kind === 'whole' ? type : 'number', values }];
  });
  return { columns: [...names, ...numbers], rowCount: merged.length, truncated: false };
}

function mergedRows(table: Table, merge: Merge, kept: readonly Division[]): readonly Merged[] {
  const read = table.divisions.map((division) => [division.name, rowsOf(table, division, merge)] as const);
  const isRead = (row: number) =>
    read.every(
      ([name, which]) => which === undefined || (valueAt(table, name, row) === null) === (which === 'totals'),
    );
  const groups = new Map<string, { names: (string | null)[]; rows: number[] }>();
  for (const row of Array.from({ length: table.result.rowCount }, (_, at) => at).filter(isRead)) {
    const names = kept.map((division) => {
      const value = valueAt(table, division.name, row);
      return nameIn(division, merge, value === null ? null : String(value));
    });
    const key = JSON.stringify(names);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { names, rows: [row] });
  }
  return [...groups.values()].toSorted((a, b) => {
    for (const division of kept) {
      const by = placeOf(table, division, a.rows) - placeOf(table, division, b.rows);
      if (by !== 0) return by;
    }
    return 0;
  });
}

/** Where the least of its codes stands; rows without a name where they were, first or last. */
function placeOf(table: Table, division: Division, rows: readonly number[]): number {
  const order = division.isCoded ? division.codes : division.codes.toSorted();
  const places = rows.flatMap((row) => {
    const value = valueAt(table, division.name, row);
    return value === null ? [] : [order.indexOf(String(value))];
  });
  const isFirst = division.hasTotals && valueAt(table, division.name, 0) === null;
  return places.length > 0 ? Math.min(...places) : isFirst ? -1 : order.length;
}

function valueOf(
  table: Table,
  kept: readonly Division[],
  merged: readonly Merged[],
  group: Merged,
  name: string,
): Value {
  const measure = table.measures.get(name.toLowerCase());
  const column = table.result.columns.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const numberAt = (row: number) => countOf(column?.values[row]);
  if (!measure || !column) return null;
  switch (measure.kind) {
    case 'sum':
      return sumOf(group.rows.map(numberAt));
    case 'mean': {
      const weights = table.result.columns.find((each) => each.name.toLowerCase() === measure.of)?.values;
      const weighed = group.rows.flatMap((row) => {
        const value = numberAt(row);
        return value === null ? [] : [[value, countOf(weights?.[row]) ?? 0] as const];
      });
      const all = sumOf(weighed.map(([, weight]) => weight));
      return all ? weighed.reduce((sum, [value, weight]) => sum + value * weight, 0) / all : null;
    }
    case 'whole': {
      const by = kept.map(({ name: division }) => measure.by.includes(division.toLowerCase()));
      const isAlike = ({ names }: Merged) => names.every((each, at) => !by[at] || each === group.names[at]);
      const alike = merged.filter(isAlike);
      return sumOf(alike.map((each) => countOf(valueOf(table, kept, merged, each, measure.of))));
    }
    case 'ratio': {
      const part = countOf(valueOf(table, kept, merged, group, measure.part));
      const whole = countOf(valueOf(table, kept, merged, group, measure.whole));
      return part === null || !whole ? null : part / whole;
    }
  }
}

/** As SQL adds up: null where nothing is known. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
