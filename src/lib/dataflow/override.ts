import { CellName } from '../notebook/cell';
import type { Notebook } from '../notebook/notebook';
import type { Segment } from './compile';
import { readQuery } from './references';
import type { Tables } from './session';

/** A part of a compiled text that stands for a table, under the table's name. */
export type OverrideSegment = Segment;

/** What stands for tables in this notebook, each after what it reads. */
export function overridesOf({ header }: Notebook, tables: Tables): readonly OverrideSegment[] {
  const queries = header.instruments ? (tables.override?.(header.instruments) ?? []) : [];
  return queries.map(({ name, sql }) => ({
    name: CellName.parse(name),
    query: readQuery(sql),
    text: sql,
    lineCount: sql.split('\n').length,
    substitutions: [],
    identity: JSON.stringify([name, sql, []]),
  }));
}

/** Of these the ones that `parts` read, directly or through each other. */
export function overridesFor(
  overrides: readonly OverrideSegment[],
  parts: readonly Segment[],
): readonly OverrideSegment[] {
  const read = new Set(parts.flatMap(({ query }) => query.tables));
  const needed = overrides.toReversed().filter(({ name, query }) => {
    if (!read.has(name)) return false;
    for (const table of query.tables) read.add(table);
    return true;
  });
  return needed.toReversed();
}
