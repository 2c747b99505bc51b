import { CellName, isNamed } from './cell';
import type { Notebook } from './notebook';

export function namesOf({ cells }: Notebook): readonly CellName[] {
  return cells.filter(isNamed).map(({ name }) => name);
}

/** `base`, or the first of `base_2`, `base_3` … that is not taken. */
export function freeName(base: string, taken: Iterable<string>): CellName {
  const names = new Set(taken);
  if (!names.has(base)) return CellName.parse(base);
  const [, stem = base, from = '1'] = /^(.*?)_([1-9][0-9]{0,5})$/.exec(base) ?? [];
  for (let number = Number(from) + 1; ; number++) {
    const end = `_${number}`;
    const name = stem.slice(0, 63 - end.length) + end;
    if (!names.has(name)) return CellName.parse(name);
  }
}
