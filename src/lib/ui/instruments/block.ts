import type { Explanations } from '../../i18n/explanations';
import { formatFixed, formatNumber } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Instrument } from '../../instruments/instrument';
import { saidIn, type Said } from '../../instruments/said';
import type { Ages } from '../../instruments/sourced';
import { labelIn, type CodeLists } from './coded';

/** Facts of an instrument file that share their source: a small table, and beside it where they are from. */
export interface Block {
  /** What the facts have in common; empty where that is said already. */
  readonly title: string;
  /** Its name in the file. */
  readonly code?: string;
  /** Whether it counts, or the rule in words. */
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly source: string;
  readonly status: Status;
}

export interface Column {
  readonly name: string;
  /** Its share of the width in percent; the first column takes what is left. */
  readonly width: number;
  /** Written under each other as numbers are. */
  readonly number?: boolean;
}

export interface Cell {
  readonly text: string;
  /** A name in the file. */
  readonly code?: string;
  /** A second line, in small. */
  readonly beneath?: string;
}

export type Status = Instrument['settings'][number]['status'];

/** What every sentence about an instrument is made with. */
export interface Telling {
  readonly instrument: Instrument;
  readonly language: Language;
  readonly words: Explanations['instruments'];
  readonly codes: CodeLists;
}

interface Sourced {
  readonly source: Said;
  readonly status: Status;
}

export function sourceOf(
  { source, status }: Sourced,
  { language }: Telling,
): Pick<Block, 'source' | 'status'> {
  return { source: saidIn(source, language), status };
}

/** In the order in which their keys are first met. */
export function gather<T>(all: readonly T[], keyOf: (each: T) => unknown): [T, ...T[]][] {
  const found = new Map<string, [T, ...T[]]>();
  for (const each of all) {
    const key = JSON.stringify(keyOf(each));
    const same = found.get(key);
    if (same) same.push(each);
    else found.set(key, [each]);
  }
  return [...found.values()];
}

interface Group {
  readonly ages?: Ages | undefined;
  readonly sex?: 'girl' | 'boy' | undefined;
  readonly respondent?: string | undefined;
}

/** "Forælder; barnet eller den unge selv": the first as it begins a sentence, the others within it. */
export function inOneLine(labels: readonly string[], language: Language, between: string): string {
  const within = (label: string) => label.slice(0, 1).toLocaleLowerCase(language) + label.slice(1);
  return labels.map((label, index) => (index === 0 ? label : within(label))).join(between);
}

/** For whom a fact holds: "Drenge, 5–7 år"; empty for everybody. */
export function whomOf({ ages, sex, respondent }: Group, { words, codes, language }: Telling): string {
  const parts = [
    ...(sex ? [words.sexes[sex]] : []),
    ...(ages ? [words.years(String(ages.from), String(ages.to))] : []),
    ...(respondent ? [words.answeredBy(labelIn(codes.respondent, respondent, language))] : []),
  ];
  return parts.join(', ');
}

export function scaleCell(name: string, { instrument, language }: Telling): Cell {
  const scale = instrument.scales.find((each) => each.name === name);
  return { text: scale?.label[language] ?? name, code: name };
}

/** Decimals of a fact at the most. */
const most = 6;

/** As the file has it: a limit of 20,4 or a reliability of 0,908 loses nothing. */
export function exact(value: number, { language }: Telling): string {
  return formatNumber(value, language, most);
}

/** Writes numbers of one column, each with as many decimals as the one that has most. */
export function alike(values: readonly number[], { language }: Telling): (value: number) => string {
  const decimals = Math.max(0, ...values.map(decimalsOf));
  return (value) => formatFixed(value, language, decimals);
}

function decimalsOf(value: number): number {
  return String(Number(value.toFixed(most))).split('.')[1]?.length ?? 0;
}
