import { bandingOf } from './bands';
import { instruments } from './catalogue';
import type { Instrument } from './instrument';
import type { Words } from './sourced';

/** What a series of sessions without a kind is of. */
export const unstatedKind = 'unstated';

/**
 * What a person reads for a code of an ENUM made from the instruments. `codes` is the whole set of codes of its column,
 * which tells apart what is written alike: `risk` is a scale of CORE-OM and a band of WHO-5. Undefined for other codes.
 */
export function labelOfScoreCode(
  code: string,
  language: keyof Words,
  codes: readonly string[] = [],
): string | undefined {
  const sets = enumerations.filter(({ labels }) => labels.has(code));
  const whole = sets.find(({ labels }) => codes.length > 0 && codes.every((each) => labels.has(each)));
  return (whole ?? sets[0])?.labels.get(code)?.[language];
}

/** Those of `total` and the like, which each instrument has for itself. */
const several: ReadonlyMap<string, Words> = new Map([['total', { da: 'Samlet score', en: 'Total score' }]]);

/** A set of codes for each ENUM: the instruments, their bands, their scales, and each series' kinds. */
const enumerations: readonly { readonly labels: ReadonlyMap<string, Words> }[] = [
  gather(instruments.map(({ name, title }) => [name, title])),
  gather(instruments.flatMap(bandsOf)),
  gather(instruments.flatMap(({ scales }) => scales.map(({ name, label }) => [name, label] as const))),
  ...instruments.map((instrument) => gather(kindsOf(instrument))),
].map((labels) => ({ labels }));

function bandsOf(instrument: Instrument): (readonly [string, Words])[] {
  return (bandingOf(instrument)?.bands ?? []).map(({ code, label }) => [code, label] as const);
}

function kindsOf({ when }: Instrument): (readonly [string, Words])[] {
  if (when.kind !== 'sessions') return [];
  return [
    ...when.kinds.map(({ code, label }) => [code, label] as const),
    [unstatedKind, { da: 'Ikke oplyst', en: 'Not stated' }],
  ];
}

/** A code that stands for different things in different instruments has only the words for all of them. */
function gather(entries: readonly (readonly [string, Words])[]): Map<string, Words> {
  const found = new Map<string, Words>();
  const different = new Set<string>();
  for (const [code, label] of entries) {
    const known = found.get(code);
    if (known && known.da !== label.da) different.add(code);
    else found.set(code, label);
  }
  for (const code of different) {
    const words = several.get(code);
    if (words) found.set(code, words);
    else found.delete(code);
  }
  return found;
}
