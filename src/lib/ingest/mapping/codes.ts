import { variableOf } from '../../codebook/codebook';
import type { ColumnProfile } from './profile';
import type { Variable } from './variables';
import { plain, plainCode, vocabulary } from './vocabulary';

/** What the values of a column mean as codes of a variable. */
export interface CodeReading {
  /** Only of values that do not stand in the file as we write them; null where they mean that nothing was answered. */
  readonly codes: Readonly<Record<string, string | null>>;
  /** Values with a meaning, of those listed. */
  readonly known: number;
  readonly listed: number;
  /** Some are numbers that were read by the order of the codes: nobody said so. */
  readonly byOrder: boolean;
}

/** The codes a variable can have, as our own files write them; undefined where it has none. */
export function codesOfVariable({ field }: Variable): readonly string[] | undefined {
  if (field.type === 'code') return field.codes;
  return field.type === 'boolean' ? ['true', 'false'] : undefined;
}

/** More than any question of ours has answers. */
const mostAnswers = 11;

/** The answers that a question can have, as numbers; undefined where there is no list of them. */
export function answersOf({ kind, field }: Variable): readonly string[] | undefined {
  if (kind !== 'answer' || field.type !== 'integer') return undefined;
  const { min, max } = field;
  if (min === undefined || max === undefined || max - min >= mostAnswers) return undefined;
  return Array.from({ length: max - min + 1 }, (_, step) => String(min + step));
}

/** Whether a column answers in words what we have numbers for: a person must say which. */
export function isInWords(variable: Variable, { values, distinct }: ColumnProfile): boolean {
  const answers = answersOf(variable);
  if (!answers || distinct > answers.length + mostAnswers) return false;
  return values.some(({ value }) => !Number.isFinite(Number(value.replace(',', '.'))));
}

/** Values that say that nothing was answered. */
export function missingIn({ values }: ColumnProfile): Readonly<Record<string, null>> {
  const missing = values.filter(({ value }) => vocabulary.missing.includes(plainCode(value)));
  return Object.fromEntries(missing.map(({ value }) => [value, null]));
}

/** What a person may say that a value of the column means; undefined where it means what it is. */
export function meaningsFor(variable: Variable, profile: ColumnProfile): readonly string[] | undefined {
  return codesOfVariable(variable) ?? (isInWords(variable, profile) ? answersOf(variable) : undefined);
}

/** Reads the values of a column as codes: by what the file says that they stand for, where it does. */
export function readCodes(variable: Variable, { values }: Pick<ColumnProfile, 'values'>): CodeReading {
  const codes = codesOfVariable(variable) ?? [];
  const meanings = meaningsOf(variable, codes);
  const found: Record<string, string | null> = {};
  let [known, byOrder] = [0, false];
  const numbers = values.map(({ value }) => ordinal(plainCode(value))).filter((word) => /^\d+$/.test(word));
  const numbered = numberedCodes(codes, numbers);
  for (const { value, label } of values) {
    const word = label === undefined ? plainCode(value) : plain(label);
    const exact = codes.find((code) => code.toLowerCase() === value.toLowerCase());
    const meant = (label === undefined ? exact : undefined) ?? meanings.get(word) ?? exact;
    if (meant !== undefined && meant === exact) known++;
    else if (meant !== undefined) {
      found[value] = meant;
      known++;
    } else if (label === undefined && numbered.has(ordinal(word))) {
      found[value] = numbered.get(ordinal(word)) ?? null;
      byOrder = true;
      known++;
    } else if (vocabulary.missing.includes(word)) {
      found[value] = null;
      known++;
    }
  }
  return { codes: found, known, listed: values.length, byOrder };
}

/** What the labels of a file of our own columns make of its codes; the labels themselves where any code may be. */
export function codesByLabel(
  variable: Variable,
  labels: ReadonlyMap<string, string>,
): Readonly<Record<string, string | null>> | undefined {
  if (labels.size === 0) return undefined;
  if (variable.field.type === 'open-code') return Object.fromEntries(labels);
  if (!codesOfVariable(variable)) return undefined;
  const values = [...labels].map(([value, label]) => ({ value, label, count: 0, isDate: false }));
  return readCodes(variable, { values }).codes;
}

/** A number, also of a time: `t1`. */
function ordinal(word: string): string {
  return word.replace(/^t(?=\d+$)/, '');
}

/** Word → code: labels in both languages, and what else exports write. */
function meaningsOf(variable: Variable, codes: readonly string[]): ReadonlyMap<string, string> {
  const { field, table } = variable;
  if (field.type === 'boolean') {
    return new Map([
      ...vocabulary.yes.map((word) => [word, 'true'] as const),
      ...vocabulary.no.map((word) => [word, 'false'] as const),
    ]);
  }
  const described = variableOf(table, field.name);
  const labels = described?.type === 'code' ? described.codes : [];
  const words = vocabulary.codes[variable.name] ?? {};
  return new Map([
    ...codes.flatMap((code) => (words[code] ?? []).map((word) => [word, code] as const)),
    ...labels.flatMap(({ code, label }) => [label.da, label.en].map((text) => [plain(text), code] as const)),
    ...codes.map((code) => [plain(code), code] as const),
  ]);
}

/** Numbers from 1 up, or from 0, in the order of the codes; none when there are more of them than codes. */
function numberedCodes(
  codes: readonly string[],
  numbers: readonly string[],
): ReadonlyMap<string, string | null> {
  const first = numbers.includes('0') ? 0 : 1;
  const inOrder = codes.map((code, index) => [String(first + index), code] as const);
  const map = new Map<string, string | null>(inOrder);
  const others = numbers.filter((number) => !map.has(number) && !vocabulary.missing.includes(number));
  return others.length > 0 || codes.length === 0 ? new Map() : map;
}
