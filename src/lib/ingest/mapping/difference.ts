import { shapeOf, type FileMapping } from './file-mapping';

/** What is other in a file than in the one its mapping was last used for. */
export interface ShapeDifference {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Rows then and now, where there are fewer. */
  readonly fewerRows: { readonly before: number; readonly now: number } | undefined;
}

export function differenceOf(before: FileMapping, header: readonly string[], rows: number): ShapeDifference {
  const now = new Set(header.map((name) => name.trim()));
  const then = new Set(before.columns.map(({ column }) => column.trim()));
  const fewer = before.rows !== undefined && rows < before.rows;
  return {
    added: [...now].filter((name) => !then.has(name)),
    gone: [...then].filter((name) => !now.has(name)),
    fewerRows: fewer ? { before: before.rows ?? 0, now: rows } : undefined,
  };
}

/** The mapping whose file is most like this one: half of the columns at least are the same. */
export function nearestMapping(
  header: readonly string[],
  mappings: readonly FileMapping[],
): FileMapping | undefined {
  const now = new Set(header.map((name) => name.trim()));
  const [best] = mappings
    .filter(({ own }) => !own)
    .map((mapping) => {
      const shared = mapping.columns.filter(({ column }) => now.has(column.trim())).length;
      return { mapping, likeness: shared / Math.max(now.size, mapping.columns.length) };
    })
    .filter(({ likeness }) => likeness >= 0.5)
    .toSorted((a, b) => b.likeness - a.likeness);
  return best?.mapping;
}

/** The mappings with this one, in the place of one for the same columns. */
export function withMapping(mappings: readonly FileMapping[], mapping: FileMapping): readonly FileMapping[] {
  const shape = (each: FileMapping) => shapeOf(each.columns.map(({ column }) => column));
  return [...mappings.filter((each) => shape(each) !== shape(mapping)), mapping];
}
