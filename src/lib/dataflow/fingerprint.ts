import { z } from 'zod';
import { CellName } from '../notebook/cell';
import type { Segment } from './compile';
import type { Fingerprint } from './session';

/**
 * The tables' stamp and every part of the compiled text, one JSON line each: two are equal when the texts and the
 * tables are. In parts rather than as one text, so that a stale cell can say what changed.
 */
export function fingerprintOf(
  { segments }: { readonly segments: readonly Segment[] },
  stamp: string,
): Fingerprint {
  return [JSON.stringify(stamp), ...segments.map(({ identity }) => identity)].join('\n') as Fingerprint;
}

const Part = z.tuple([CellName, z.string(), z.array(z.tuple([CellName, z.string()]))]);

/** The cells and inputs whose text or value differs between two runs; empty when only the tables do. */
export function changedBetween(before: Fingerprint, now: Fingerprint): readonly CellName[] {
  const old = new Map(partsOf(before).map((part) => [part[0], part]));
  const changed = new Set<CellName>();
  for (const [name, sql, inputs] of partsOf(now)) {
    const [, oldSql, oldInputs = []] = old.get(name) ?? [];
    if (oldSql !== sql) changed.add(name);
    for (const [input, literal] of inputs) {
      if (oldInputs.some(([other, value]) => other === input && value !== literal)) changed.add(input);
    }
  }
  return [...changed];
}

function partsOf(fingerprint: Fingerprint): readonly z.output<typeof Part>[] {
  return fingerprint
    .split('\n')
    .slice(1)
    .map((line) => Part.parse(JSON.parse(line)));
}
