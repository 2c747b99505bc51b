import { z } from 'zod';
import { CellName } from '../notebook/cell';
import type { Segment } from './compile';
import type { Fingerprint } from './session';

/**
 * The tables' stamp and every part of what a cell builds on, one JSON line each: two are equal when the texts and the
 * tables are. In parts rather than as one text, so that a stale cell can say what changed. `given` are the rows of
 * comparisons above, as they stand in the compiled text.
 */
export function fingerprintOf(
  { segments }: { readonly segments: readonly Segment[] },
  stamp: string,
  given: readonly (readonly [name: CellName, values: string])[] = [],
): Fingerprint {
  const parts = segments.map(({ identity }) => identity);
  const rows = given.map(([name, values]) => JSON.stringify([name, rowsOf, [[name, values]]]));
  return [JSON.stringify(stamp), ...parts, ...rows].join('\n') as Fingerprint;
}

/** Stands where a part has its SQL. */
const rowsOf = '=';

const Part = z.tuple([CellName, z.string(), z.array(z.tuple([CellName, z.string()]))]);

/** The cells and inputs whose text or value differs between two runs; empty when only the tables do. */
export function changedBetween(before: Fingerprint, now: Fingerprint): readonly CellName[] {
  const old = new Map(partsOf(before).map((part) => [keyOf(part), part]));
  const changed = new Set<CellName>();
  for (const part of partsOf(now)) {
    const [name, sql, inputs] = part;
    const [, oldSql, oldInputs = []] = old.get(keyOf(part)) ?? [];
    if (oldSql !== sql && sql !== rowsOf) changed.add(name);
    for (const [input, literal] of inputs) {
      if (oldInputs.some(([other, value]) => other === input && value !== literal)) changed.add(input);
    }
  }
  return [...changed];
}

function keyOf([name, sql]: z.output<typeof Part>): string {
  return sql === rowsOf ? `${name} ${rowsOf}` : name;
}

function partsOf(fingerprint: Fingerprint): readonly z.output<typeof Part>[] {
  return fingerprint
    .split('\n')
    .slice(1)
    .map((line) => Part.parse(JSON.parse(line)));
}
