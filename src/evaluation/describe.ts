import { isLost } from './outcome';
import type { Verdict } from './evaluate';
import { kinds } from '../lib/ui/figures/outcome';
import type { PublishedObject } from './published';

/** Lines for a terminal: each object with what became of its values, those that are missed one by one, the counts last. */
export function describeVerdicts(
  published: readonly PublishedObject[],
  verdicts: readonly Verdict[],
): string[] {
  const objects = new Map<PublishedObject, Verdict[]>();
  for (const each of verdicts) {
    objects.set(each.of.object, [...(objects.get(each.of.object) ?? []), each]);
  }
  const lines = [...objects].flatMap(([object, own]) => [
    `${object.object.padEnd(22)} ${countKinds(own)}`,
    ...own.filter(({ reproduced }) => reproduced === false).map((each) => `    missed: ${describe(each)}`),
  ]);
  const lost = published.filter(isLost);
  return [
    ...lines,
    ...lost.map(({ object }) => `${object.padEnd(22)} lost with a picture`),
    '',
    `${verdicts.length} printed values of ${objects.size} objects: ${countKinds(verdicts)}; lost with a picture: ${lost.length} objects`,
  ];
}

/** Nothing that is compared is missed. */
export function isProven(verdicts: readonly Verdict[]): boolean {
  return verdicts.every(({ reproduced, of }) => reproduced !== false && of.kind !== 'open');
}

function countKinds(verdicts: readonly Verdict[]): string {
  const parts = kinds.flatMap((kind) => {
    const own = verdicts.filter(({ of }) => of.kind === kind);
    if (own.length === 0) return [];
    const held = own.filter(({ reproduced }) => reproduced).length;
    const isCompared = kind === 'computed' || kind === 'constant';
    return [isCompared ? `${kind} ${held}/${own.length}` : `${kind} ${own.length}`];
  });
  return parts.join(', ');
}

function describe({ of, found }: Verdict): string {
  const is = found?.ok ? String(Math.round(found.value * 1000) / 1000) : (found?.reason ?? 'nothing');
  return `${of.row}, ${of.column}: printed ${of.printed}, found ${is} (${of.cell ?? 'constant'})`;
}
