import { bandingOf } from './bands';
import type { Instrument } from './instrument';
import { unstatedKind, type Words } from './sourced';

/**
 * What a person reads for a code of an ENUM made from the instruments. `codes` is the whole set of codes of its column,
 * which tells apart what is written alike: `risk` is a scale of CORE-OM and a band of WHO-5. Undefined for other codes.
 */
export type ScoreLabels = (
  code: string,
  language: keyof Words,
  codes?: readonly string[],
) => string | undefined;

/** The labels of these instruments: of themselves, their bands, their scales, and each series' kinds. */
export function scoreLabels(instruments: readonly Instrument[]): ScoreLabels {
  const enumerations = [
    gather(instruments.map(({ name, title }) => [name, title])),
    gather(instruments.flatMap(bandsOf)),
    gather(instruments.flatMap(({ scales }) => scales.map(({ name, label }) => [name, label] as const))),
    ...instruments.map((instrument) => gather(kindsOf(instrument))),
  ];
  return (code, language, codes = []) => {
    const sets = enumerations.filter((labels) => labels.has(code));
    const whole = sets.find((labels) => codes.length > 0 && codes.every((each) => labels.has(each)));
    return (whole ?? sets[0])?.get(code)?.[language];
  };
}

/** Those of `total` and the like, which each instrument has for itself. */
const several: ReadonlyMap<string, Words> = new Map([['total', { da: 'Samlet score', en: 'Total score' }]]);

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

/** A code that stands for different things in different instruments has the words of all of them. */
function gather(entries: readonly (readonly [string, Words])[]): Map<string, Words> {
  const found = new Map<string, Words>();
  for (const code of new Set(entries.map(([code]) => code))) {
    const meanings = entries.filter(([each]) => each === code).map(([, words]) => words);
    const words = allOf(meanings);
    found.set(code, words.da === meanings[0]?.da ? words : (several.get(code) ?? words));
  }
  return found;
}

function allOf(meanings: readonly Words[]): Words {
  const inLanguage = (language: keyof Words) =>
    [...new Set(meanings.map((words) => words[language]))].join(' / ');
  return { da: inLanguage('da'), en: inLanguage('en') };
}
