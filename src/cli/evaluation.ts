import { writeFile } from 'node:fs/promises';
import { evaluate, type Verdict } from '../evaluation/evaluate';
import { outcomeOf } from '../evaluation/outcome';
import { describeVerdicts, isProven } from '../evaluation/describe';
import { readPublished, valuesOf, type PublishedObject } from '../evaluation/published';
import { runCells } from '../evaluation/run-cells';
import { instruments } from '../lib/instruments/catalogue';

const outcomeFile = 'src/evaluation/outcome.json';

/**
 * `evaluation [--write]`: holds the notebooks' numbers on the demonstration exports beside those that are printed, and
 * writes what the page about them shows. 1 when one is missed.
 */
export async function main(words: string[]): Promise<number> {
  const objects = readPublished();
  const resultOf = await runCells(cellsOf(objects));
  const verdicts = evaluate(objects, resultOf, instruments);
  console.log(describeVerdicts(objects, verdicts).join('\n'));
  if (words.includes('--write')) await writeFile(outcomeFile, writeOutcome(objects, verdicts));
  return isProven(verdicts) ? 0 : 1;
}

export function writeOutcome(objects: readonly PublishedObject[], verdicts: readonly Verdict[]): string {
  return `${JSON.stringify(outcomeOf(objects, verdicts), null, 1)}\n`;
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
