import { variableOf } from '../../codebook/codebook';
import type { Wave } from './file-mapping';
import type { Variable } from './variables';
import { plain, plainWords, vocabulary } from './vocabulary';

/** What a column's name says it is. */
export interface NameReading {
  readonly variable: Variable;
  readonly wave?: Wave | undefined;
  /** How sure the wave is: `likely` for a time that is counted, `guess` for a mere number behind the name. */
  readonly sureness: 'sure' | 'likely' | 'guess';
}

/** Words that say nothing of what a column is. */
const idle = new Set(
  'barnets barn forloeb forloebet forloebets den unges unge dit din er hvad hvilken hvilket hvem i af om med ved har the'.split(
    ' ',
  ),
);

/** In their order. */
const waves = ['before', 'after', 'followup'] as const;

const waveWords = waves
  .flatMap((wave) => vocabulary.waves[wave].map((word) => ({ wave, word })))
  .toSorted((a, b) => b.word.length - a.word.length);

export type ReadName = (name: string) => NameReading | undefined;

/** Makes the reader of names for these variables, in a file with this header. */
export function nameReader(variables: readonly Variable[], header: readonly string[]): ReadName {
  const direct = directNames(variables);
  const series = seriesOf(variables);
  const readPlain = (text: string): Variable | undefined => direct.get(text) ?? readSeries(text, series);

  const first = header.some((name) => plainWords(name).includes('t0')) ? 0 : 1;

  return (name) => {
    const words = plainWords(name);
    const readings = [words, words.filter((word) => !idle.has(word))].flatMap((each) => {
      const whole = readPlain(each.join(''));
      if (whole) return { variable: whole, sureness: 'sure' as const };
      return (
        readWithWave(each, readPlain) ??
        readWithTime(each, readPlain, first) ??
        readNumbered(each, readPlain) ??
        []
      );
    });
    return readings[0];
  };
}

/** The codebook's own names, its labels, and what exports write. What is unlike in two variables is no name. */
function directNames(variables: readonly Variable[]): ReadonlyMap<string, Variable> {
  const names = new Map<string, Variable>();
  const add = (text: string, variable: Variable) => {
    if (text !== '' && !names.has(text)) names.set(text, variable);
  };
  // Which question is answered is told by the values of a column, not by its name; and `number` is any number.
  const isNamed = ({ kind }: Variable) => kind !== 'total' && kind !== 'question' && kind !== 'number';
  for (const variable of variables) if (isNamed(variable)) add(plain(variable.field.name), variable);
  for (const variable of variables) {
    for (const word of vocabulary.variables[variable.name] ?? []) add(word, variable);
  }
  for (const variable of variables) {
    if (variable.kind === 'answer' || variable.kind === 'total') continue;
    const label = variableOf(variable.table, variable.field.name)?.label;
    if (label) for (const text of [label.da, label.en]) add(plain(text), variable);
  }
  return names;
}

/** An instrument's words, its answers in order and its totals by scale. */
interface Series {
  readonly words: readonly string[];
  readonly answers: readonly Variable[];
  readonly totals: readonly Variable[];
}

function seriesOf(variables: readonly Variable[]): readonly Series[] {
  const names = new Set(variables.flatMap(({ instrument }) => instrument?.name ?? []));
  return [...names].map((name) => {
    const own = variables.filter(({ instrument }) => instrument?.name === name);
    const words = new Set([...(vocabulary.instruments[name] ?? []), plain(name)]);
    return {
      words: [...words].toSorted((a, b) => b.length - a.length),
      answers: own.filter(({ kind }) => kind === 'answer'),
      totals: own.filter(({ kind }) => kind === 'total'),
    };
  });
}

/** `sdqp01` or `trivselspm3`: an answer by its number; `sdqtot` or `who5`: a total. */
function readSeries(text: string, series: readonly Series[]): Variable | undefined {
  const stems = series
    .flatMap((each) => each.words.map((word) => ({ word, each })))
    .filter(({ word }) => text.startsWith(word))
    .toSorted((a, b) => b.word.length - a.word.length);
  for (const { word, each } of stems) {
    const rest = text.slice(word.length);
    const found = readTotal(rest, each) ?? readAnswer(rest, each);
    if (found) return found;
  }
  return undefined;
}

function readAnswer(rest: string, { answers }: Series): Variable | undefined {
  const filler = vocabulary.fillers.find((word) => rest.startsWith(word)) ?? '';
  const number = /^0*(\d{1,2})$/.exec(rest.slice(filler.length))?.[1];
  return number === undefined ? undefined : answers[Number(number) - 1];
}

function readTotal(rest: string, { totals }: Series): Variable | undefined {
  const isTotal = (word: string) => word === '' || vocabulary.totals.includes(word);
  if (isTotal(rest))
    return totals.find(({ scale }) => scale === 'total') ?? (totals.length === 1 ? totals[0] : undefined);
  return totals.find(({ scale = '', instrument }) => {
    const words = [plain(scale), ...(vocabulary.scales[`${instrument?.name ?? ''}.${scale}`] ?? [])];
    return words.some((word) => rest.startsWith(word) && isTotal(rest.slice(word.length)));
  });
}

/** A wave before or after the name: as a word of its own, or grown together with it. */
function readWithWave(
  words: readonly string[],
  readPlain: (text: string) => Variable | undefined,
): NameReading | undefined {
  const whole = words.join('');
  for (const { wave, word } of waveWords) {
    const isGrown = word.length > 3;
    const ends = isGrown ? whole.endsWith(word) : words.at(-1) === word;
    const starts = isGrown ? whole.startsWith(word) : words[0] === word;
    const rests = [
      ...(ends ? [whole.slice(0, -word.length)] : []),
      ...(starts ? [whole.slice(word.length)] : []),
    ];
    for (const rest of rests) {
      const variable = rest === '' ? undefined : readPlain(rest);
      if (variable) return { variable, wave, sureness: 'sure' };
    }
  }
  return undefined;
}

/** `t1` or `m2` before or after the name: times are counted from 0 or from 1, as the file does. */
function readWithTime(
  words: readonly string[],
  readPlain: (text: string) => Variable | undefined,
  first: 0 | 1,
): NameReading | undefined {
  for (const [word, rest] of [
    [words.at(-1), words.slice(0, -1)],
    [words[0], words.slice(1)],
  ] as const) {
    const number = /^[tm]([0-3])$/.exec(word ?? '')?.[1];
    const wave = number === undefined ? undefined : waves[Number(number) - first];
    const variable = wave && readPlain(rest.join(''));
    if (variable) return { variable, wave, sureness: first === 0 ? 'sure' : 'likely' };
  }
  return undefined;
}

/** `sdqtot1` and `sdqtot2`: likely before and after. */
function readNumbered(
  words: readonly string[],
  readPlain: (text: string) => Variable | undefined,
): NameReading | undefined {
  const match = /^(.+?)([123])$/.exec(words.join(''));
  const wave = match ? waves[Number(match[2]) - 1] : undefined;
  const variable = match && readPlain(match[1] ?? '');
  return variable && wave ? { variable, wave, sureness: 'guess' } : undefined;
}
