import type { ColumnUse, FileMapping } from './file-mapping';
import { codesByLabel, codesOfVariable, isInWords, missingIn, readCodes, type CodeReading } from './codes';
import { fitOf } from './fit';
import { isPersonal, type Personal } from './personal';
import type { ColumnProfile } from './profile';
import { findNumbered, findQuestions, readMeanings, readQuestionnaires } from './questions';
import { nameReader, type NameReading } from './read-name';
import {
  childVariable,
  isOfWave,
  keyVariable,
  questionnaireVariable,
  questionVariable,
  takesWave,
  waveVariable,
  type Variable,
} from './variables';

/** From four squares to none. */
export const surenesses = ['sure', 'likely', 'guess', 'unknown'] as const;
export type Sureness = (typeof surenesses)[number];

/** Why a column is taken for what it is, or for nothing. */
export type Why =
  | { readonly kind: 'as-before' | 'known-values' | 'by-order' | 'fits' | 'dates' | 'empty' | 'repeated' }
  | { readonly kind: 'unique' | 'not-unique'; readonly count: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'unfit'; readonly count: number }
  | { readonly kind: 'no-wave' | 'numbered-wave' | 'in-words' | 'by-values' | 'nothing' }
  | { readonly kind: 'questions' | 'questionnaires'; readonly known: number; readonly listed: number }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'personal'; readonly what: Personal };

export interface Guess {
  readonly use: ColumnUse;
  readonly sureness: Sureness;
  readonly why: Why;
}

/** What each column of a file is likely to be. `before`: the mapping of an earlier file that is most like it. */
export function guessColumns(
  profiles: readonly ColumnProfile[],
  rows: number,
  variables: readonly Variable[],
  before?: FileMapping,
): readonly Guess[] {
  const readName = nameReader(
    variables,
    profiles.map(({ name }) => name),
  );
  const named = profiles.map(({ name, label }) => readName(name) ?? readName(label));
  const questions = findQuestions(profiles, (column) => !tellsQuestions(named[column]), readName);
  const numbered = questions
    ? undefined
    : findNumbered(
        profiles,
        named.map((reading) => reading?.variable),
        variables,
      );
  // What is answered is of no use where nothing says which question it is to.
  const readings = named.map((reading, column) => {
    if (reading?.variable.kind === 'response') return questions || numbered ? reading : undefined;
    if (!reading || !tellsQuestions(reading)) return reading;
    return column === numbered?.number ? reading : undefined;
  });
  const hasWave = readings.some((reading) => reading?.variable.name === waveVariable);
  const earlier = new Map(before?.columns.map((use) => [use.column.trim(), use]));
  const guesses = profiles.map((profile, index): Guess => {
    const known = earlier.get(profile.name.trim());
    if (known) return asBefore(profile, known, variables);
    if (questions?.column === index) {
      const asked = new Set(Object.values(questions.reading.codes));
      return asAsked(profile, questionVariable, questions.reading, {
        asked: variables.filter(({ name }) => asked.has(name)),
        hasWave,
      });
    }
    if (numbered?.questionnaire === index) {
      const reading = readQuestionnaires(profile, variables);
      const tables = new Set(Object.values(reading.codes));
      return asAsked(profile, questionnaireVariable, reading, {
        asked: variables.filter(({ kind, table }) => kind === 'answer' && tables.has(table)),
        hasWave,
      });
    }
    const personal = isPersonal(profile) ?? isPersonal({ ...profile, name: profile.label });
    const reading = readings[index];
    if (reading) return fromName(profile, reading, rows, hasWave);
    if (personal) return left(profile.name, 'unknown', { kind: 'personal', what: personal });
    return fromValues(profile, variables);
  });
  return withKey(withoutDoubles(guesses), profiles, rows).map((guess, index) =>
    guess.use.variable === undefined && profiles[index]?.civil
      ? left(guess.use.column, 'unknown', { kind: 'personal', what: 'civil' })
      : guess,
  );
}

function left(column: string, sureness: Sureness, why: Why): Guess {
  return { use: { column }, sureness, why };
}

/** What the earlier file said, and codes that are new since. */
function asBefore(profile: ColumnProfile, use: ColumnUse, variables: readonly Variable[]): Guess {
  const variable = variables.find(({ name }) => name === use.variable);
  if (!variable)
    return { use: { ...use, column: profile.name }, sureness: 'sure', why: { kind: 'as-before' } };
  const reading = readMeanings(variable, profile, variables);
  const codes = reading ? { ...reading.codes, ...use.codes } : use.codes;
  const unfit = fitOf(variable, profile, codes).unfit;
  const kept = { ...use, column: profile.name, ...(codes && { codes: present(codes) }) };
  return unfit > 0
    ? { use: kept, sureness: 'likely', why: { kind: 'unfit', count: unfit } }
    : { use: kept, sureness: 'sure', why: { kind: 'as-before' } };
}

function fromName(
  profile: ColumnProfile,
  { variable, wave, sureness }: NameReading,
  rows: number,
  hasWave: boolean,
): Guess {
  const { name: column, filled, distinct } = profile;
  const reading = codesOfVariable(variable) ? readCodes(variable, profile) : undefined;
  const named = codesByLabel(variable, labelsOf(profile));
  const needsWave = isOfWave(variable) && !hasWave && wave === undefined;
  const use: ColumnUse = {
    column,
    variable: variable.name,
    ...(takesWave(variable) && wave && { wave }),
    ...(needsWave && { wave: 'before' }),
    ...((reading ?? named) && { codes: present(reading?.codes ?? named ?? {}) }),
  };
  const guess = (sureness: Sureness, why: Why): Guess => ({ use, sureness, why });
  if (filled === 0) return guess('likely', { kind: 'empty' });
  if (variable.name === keyVariable) {
    if (distinct === rows) return guess('sure', { kind: 'unique', count: distinct });
    return hasWave
      ? guess('sure', { kind: 'repeated' })
      : guess('guess', { kind: 'not-unique', count: distinct });
  }
  if (variable.kind === 'response' && profile.numbers < filled / 2)
    return guess('likely', { kind: 'in-words' });
  const { unfit, share } = fitOf(variable, profile, reading?.codes);
  if (share < 0.5 && isInWords(variable, profile)) {
    const codes = present(missingIn(profile));
    return { use: { ...use, ...(codes && { codes }) }, sureness: 'guess', why: { kind: 'in-words' } };
  }
  if (share < 0.3) return left(column, 'unknown', { kind: 'unfit', count: unfit });
  if (needsWave) return guess('guess', { kind: 'no-wave' });
  if (takesWave(variable) && sureness === 'guess') return guess('guess', { kind: 'numbered-wave' });
  if (unfit > 0) return guess(share >= 0.75 ? 'likely' : 'guess', { kind: 'unfit', count: unfit });
  if (takesWave(variable) && sureness === 'likely') return guess('likely', { kind: 'numbered-wave' });
  if (reading)
    return reading.byOrder ? guess('likely', { kind: 'by-order' }) : guess('sure', { kind: 'known-values' });
  if (named) return guess('sure', { kind: 'known-values' });
  if (variable.field.type === 'date') return guess('sure', { kind: 'dates' });
  if (profile.least !== null && profile.greatest !== null && profile.numbers === filled)
    return guess('sure', { kind: 'range', from: profile.least, to: profile.greatest });
  return guess('sure', { kind: 'fits' });
}

/** Undefined, too, for a name that says nothing: a column of questions is known by what is in it. */
function tellsQuestions(reading: NameReading | undefined): boolean {
  return (
    reading === undefined || reading.variable.kind === 'number' || reading.variable.kind === 'questionnaire'
  );
}

/** A file with a row for each answer. Where nobody says the wave, or only totals are named, a person must say that it is. */
function asAsked(
  profile: ColumnProfile,
  variable: string,
  { codes, known, listed }: CodeReading,
  { asked, hasWave }: { readonly asked: readonly Variable[]; readonly hasWave: boolean },
): Guess {
  const use = { column: profile.name, variable, codes: { ...codes } };
  if (!hasWave && asked.some(isOfWave))
    return { use: { ...use, wave: 'before' }, sureness: 'guess', why: { kind: 'no-wave' } };
  const kind = variable === questionVariable ? 'questions' : 'questionnaires';
  const why: Why = { kind, known, listed };
  if (asked.every(({ kind }) => kind === 'total')) return { use, sureness: 'guess', why };
  return { use, sureness: known === listed ? 'sure' : 'likely', why };
}

/** Nothing in the name: a list of answers that only one variable has. */
function fromValues(profile: ColumnProfile, variables: readonly Variable[]): Guess {
  const { name, distinct, values } = profile;
  const nothing = left(name, 'unknown', { kind: profile.filled === 0 ? 'empty' : 'nothing' });
  if (distinct < 2 || distinct > values.length) return nothing;
  const fitting = variables.flatMap((variable) => {
    if (variable.field.type !== 'code') return [];
    const reading = readCodes(variable, profile);
    return reading.known === reading.listed && !reading.byOrder ? [{ variable, reading }] : [];
  });
  const [only, other] = fitting;
  if (!only || other) return nothing;
  const use = { column: name, variable: only.variable.name, codes: present(only.reading.codes) };
  return { use, sureness: 'guess', why: { kind: 'by-values' } };
}

/** Two columns cannot be the same: the surest is, of equally sure ones the first. */
function withoutDoubles(guesses: readonly Guess[]): readonly Guess[] {
  const best = new Map<string, Guess>();
  for (const guess of guesses) {
    const place = placeOf(guess.use);
    if (place === undefined) continue;
    const known = best.get(place);
    if (!known || surenesses.indexOf(guess.sureness) < surenesses.indexOf(known.sureness))
      best.set(place, guess);
  }
  return guesses.map((guess) => {
    const place = placeOf(guess.use);
    const winner = place === undefined ? undefined : best.get(place);
    if (!winner || winner === guess) return guess;
    return left(guess.use.column, 'unknown', { kind: 'taken', by: winner.use.column });
  });
}

/** What can be read from one column only. */
export function placeOf({ variable, wave }: ColumnUse): string | undefined {
  return variable === undefined ? undefined : `${variable} ${wave ?? ''}`;
}

/** Where no name says whose a row is, the first column of which every value is another may. */
function withKey(
  guesses: readonly Guess[],
  profiles: readonly ColumnProfile[],
  rows: number,
): readonly Guess[] {
  if (guesses.some(({ use }) => use.variable === keyVariable)) return guesses;
  const child = guesses.findIndex(({ use }) => use.variable === childVariable);
  if (child >= 0)
    return guesses.map((guess, index) => (index === child ? asKey(guess, profiles[index], rows) : guess));
  const key = profiles.findIndex(
    ({ filled, distinct, values }, index) =>
      rows > 0 &&
      filled === rows &&
      distinct === rows &&
      guesses[index]?.use.variable === undefined &&
      (guesses[index]?.why.kind !== 'personal' || profiles[index]?.civil === true) &&
      !values.every(({ isDate }) => isDate),
  );
  return guesses.map((guess, index) =>
    index === key
      ? {
          use: { column: guess.use.column, variable: keyVariable },
          sureness: 'guess',
          why: { kind: 'unique', count: rows },
        }
      : guess,
  );
}

/** The child's number stands for the course's where the file has no other. */
function asKey(guess: Guess, profile: ColumnProfile | undefined, rows: number): Guess {
  const distinct = profile?.distinct ?? 0;
  const why: Why = distinct === rows ? { kind: 'unique', count: distinct } : { kind: 'repeated' };
  return { use: { column: guess.use.column, variable: keyVariable }, sureness: 'likely', why };
}

function labelsOf({ values }: ColumnProfile): ReadonlyMap<string, string> {
  return new Map(
    values.flatMap(({ value, label }) => (label === undefined ? [] : [[value, label] as const])),
  );
}

function present<T>(codes: Readonly<Record<string, T>>): Record<string, T> | undefined {
  return Object.keys(codes).length > 0 ? { ...codes } : undefined;
}

/** Two of the names say what their columns are: a table of something else has not even that. */
export function looksLikeExport(header: readonly string[], variables: readonly Variable[]): boolean {
  const readName = nameReader(variables, header);
  return new Set(header.flatMap((name) => readName(name)?.variable.name ?? [])).size >= 2;
}
