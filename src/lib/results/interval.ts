import type { Column } from './result';

const estimate = /(^|_)(change|difference|share|girls|up|same|down|mean|wellbeing|r)$/;

/** A column's index → those of the two ends of its interval: `change` has `change_low` and `change_high`. */
export type Intervals = ReadonlyMap<number, readonly [number, number]>;

/** Made once for a table: a result may have thousands of columns. */
export function intervalsOf(columns: readonly Column[]): Intervals {
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  const end = (name: string) => {
    const place = places.get(name) ?? -1;
    return columns[place]?.type === 'number' ? place : undefined;
  };
  const found = columns.flatMap(({ name }, index) => {
    if (!estimate.test(name)) return [];
    const [low, high] = [end(`${name}_low`), end(`${name}_high`)];
    return low === undefined || high === undefined ? [] : [[index, [low, high]] as const];
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
  ends: readonly [number, number] | undefined,
  row: number,
  write: (column: number) => string,
): string {
  if (!ends || ends.some((end) => (columns[end]?.values[row] ?? null) === null)) return '';
  const [low, high] = ends.map((end) => write(end).replace(/\u00a0%$/, ''));
  return `[${low};\u00a0${high}]`;
}
