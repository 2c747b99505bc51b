import { evaluate } from '../evaluation/evaluate';
import { describeVerdicts, isProven } from '../evaluation/describe';
import { readPublished, valuesOf, type PublishedObject } from '../evaluation/published';
import { runCells } from '../evaluation/run-cells';
import { instruments } from '../lib/instruments/catalogue';

/** `evaluation`: holds the notebooks' numbers on the demonstration exports beside those that are printed. 1 when one is missed. */
export async function main(): Promise<number> {
  const objects = readPublished();
  const resultOf = await runCells(cellsOf(objects));
  const verdicts = evaluate(objects, resultOf, instruments);
  console.log(describeVerdicts(verdicts).join('\n'));
  return isProven(verdicts) ? 0 : 1;
}

/** The notebooks each export is asked for. */
export function cellsOf(objects: readonly PublishedObject[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { object, cell, kind } of objects.flatMap(valuesOf)) {
    if (kind !== 'computed' || cell === undefined) continue;
    const notebooks = asked.get(object.export) ?? new Set();
    asked.set(object.export, notebooks.add(cell.split('/')[0] ?? ''));
  }
  return asked;
}
