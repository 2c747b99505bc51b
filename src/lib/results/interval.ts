import type { Column } from './result';

const estimate = /(^|_)(change|difference|share|girls|up|same|down|mean|wellbeing|r)$/;

/** Where the two ends of a column's interval stand: `change` has `change_low` and `change_high`. All are indexes. */
export function intervalsOf(columns: readonly Column[]): ReadonlyMap<number, readonly [number, number]> {
  const at = (name: string) =>
    columns.findIndex((column) => column.name === name && column.type === 'number');
  const found = columns.flatMap(({ name }, index) => {
    const [low, high] = [at(`${name}_low`), at(`${name}_high`)];
    if (!estimate.test(name) || low < 0 || high < 0) return [];
    return [[index, [low, high]] as const];
  });
  return new Map(found);
}

/** The columns as they are read: the ends of an interval stand beside its number, not in columns of their own. Indexes. */
export function columnsRead(columns: readonly Column[]): readonly number[] {
  const ends = new Set([...intervalsOf(columns).values()].flat());
  return columns.map((_, index) => index).filter((index) => !ends.has(index));
}

/** What stands after the number of a column, "[38; 46]": the unit is at the number. Empty where an end is missing. */
export function bracketOf(
  columns: readonly Column[],
  index: number,
  row: number,
  write: (column: number) => string,
): string {
  const ends = intervalsOf(columns).get(index);
  if (!ends || ends.some((end) => (columns[end]?.values[row] ?? null) === null)) return '';
  const [low, high] = ends.map((end) => write(end).replace(/\u00a0%$/, ''));
  return `[${low};\u00a0${high}]`;
}
