import { formatNumber } from '../i18n/format';
import { insideSentence } from '../i18n/inside';
import type { Language } from '../i18n/language';
import type { Instrument } from '../instruments/instrument';
import { saidIn } from '../instruments/said';
import type { Axis } from './built';
import type { NewLine } from './line-edits';
import type { ChartFormWords } from './words';

/** A norm or a cut-off of a questionnaire, as a line may stand at it. */
export interface Reference {
  /** What it is, in full. */
  readonly says: string;
  readonly line: Omit<NewLine, 'axis'>;
}

export interface References {
  readonly instrument: Instrument;
  readonly title: string;
  readonly references: readonly Reference[];
}

type Group = Pick<Instrument['norms'][number], 'ages' | 'sex'>;

/** The confirmed norms and cut-offs of each questionnaire, those of the questionnaires that the query names first. */
export function referencesOf(
  instruments: readonly Instrument[],
  query: string,
  words: ChartFormWords,
  language: Language,
): readonly References[] {
  const found = instruments.map((instrument) => ({
    instrument,
    title: instrument.title[language],
    references: referencesIn(instrument, words, language),
  }));
  const isNamed = ({ instrument: { name, table } }: References) =>
    [name, table].some((word) => new RegExp(`\\b${word}\\b`).test(query));
  return found
    .filter(({ references }) => references.length > 0)
    .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

function referencesIn(instrument: Instrument, words: ChartFormWords, language: Language) {
  const number = (value: number) => formatNumber(value, language);
  const scaleOf = (name: string) => {
    const scale = instrument.scales.find((each) => each.name === name);
    return scale ? insideSentence(scale.label[language]) : name;
  };
  const norms = instrument.norms.filter(isConfirmed).map((norm): Reference => {
    const whom = groupWords(norm, words);
    const population = saidIn(norm.population, language);
    const people = (population.split(/[,;(]/)[0] ?? '').slice(0, 60);
    const named = whom === '' ? insideSentence(people) : whom;
    return {
      says: words.norm(number(norm.mean), scaleOf(norm.scale), aside(whom), population),
      line: { at: norm.mean, label: `${named} ${number(norm.mean)}`, as: 'norm' },
    };
  });
  const cutOffs = instrument.cutOffs.filter(isConfirmed).map((cut): Reference => {
    const whom = groupWords(cut, words);
    const named = whom === '' ? words.cut : `${words.cut}, ${whom}`;
    return {
      says: words.cutOff(number(cut.value), scaleOf(cut.scale), aside(whom)),
      line: { at: cut.value, label: `${named} ${number(cut.value)}`, as: 'cut' },
    };
  });
  return [...norms, ...cutOffs];
}

const aside = (whom: string) => (whom === '' ? '' : `, ${whom}`);

const isConfirmed = ({ status }: { readonly status: string }) => status !== 'memory';

function groupWords({ ages, sex }: Group, words: ChartFormWords): string {
  const parts = [
    ...(sex ? [words.whom[sex]] : []),
    ...(ages ? [words.years(String(ages.from), String(ages.to))] : []),
  ];
  return parts.join(' ');
}

export function lineOn(axis: Axis, { line }: Reference): NewLine {
  return { axis, ...line };
}
