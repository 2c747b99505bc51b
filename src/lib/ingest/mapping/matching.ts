import { answersOf } from './codes';
import type { ColumnUse, FileMapping } from './file-mapping';
import { fitOf } from './fit';
import { placeOf, type Guess } from './guess';
import type { ColumnProfile } from './profile';
import { readMeanings } from './questions';
import { isOfWave, keyVariable, takesWave, waveVariable, type Variable } from './variables';

/** A column on its way to be matched: what it holds, what it was guessed to be, what it is by now. */
export interface MatchedColumn {
  readonly profile: ColumnProfile;
  readonly guess: Guess;
  readonly use: ColumnUse;
  /** A person has said so. */
  readonly isAnswered: boolean;
}

/** `unanswered`: it is a guess at the best, and not read until somebody says what it is. */
export type Standing = 'read' | 'unanswered' | 'left-out';

export type MatchEvent =
  | { readonly type: 'variable-chosen'; readonly column: number; readonly variable: string | undefined }
  | { readonly type: 'wave-chosen'; readonly column: number; readonly wave: ColumnUse['wave'] }
  | {
      readonly type: 'code-chosen';
      readonly column: number;
      readonly value: string;
      /** Null: nothing was answered. Undefined: it is listed as a problem. */
      readonly code: string | null | undefined;
    }
  | {
      /** An answer of one questionnaire, in a column that holds those of several. */
      readonly type: 'word-chosen';
      readonly column: number;
      readonly table: string;
      readonly answer: string;
      readonly code: string | null | undefined;
    }
  | { readonly type: 'guess-confirmed'; readonly column: number };

export function startMatching(
  profiles: readonly ColumnProfile[],
  guesses: readonly Guess[],
): readonly MatchedColumn[] {
  return profiles.flatMap((profile, index) => {
    const guess = guesses[index];
    return guess ? [{ profile, guess, use: guess.use, isAnswered: false }] : [];
  });
}

/** A variable that another column has goes over to the one that was chosen last. */
export function applyMatch(
  columns: readonly MatchedColumn[],
  event: MatchEvent,
  variables: readonly Variable[],
): readonly MatchedColumn[] {
  const changed = columns.map((column, index) =>
    index === event.column ? change(column, event, columns, variables) : column,
  );
  const place = placeOf(changed[event.column]?.use ?? { column: '' });
  return withSameWords(changed, event, variables).map((column, index) =>
    index !== event.column && place !== undefined && placeOf(column.use) === place
      ? { ...column, use: { column: column.use.column }, isAnswered: false }
      : column,
  );
}

/** The questions of an instrument share their answers: what a word means in one column, it means in the others. */
function withSameWords(
  columns: readonly MatchedColumn[],
  event: MatchEvent,
  variables: readonly Variable[],
): readonly MatchedColumn[] {
  if (event.type !== 'code-chosen' || event.code === undefined) return columns;
  const { value, code } = event;
  const variableOf = ({ use }: MatchedColumn) => variables.find(({ name }) => name === use.variable);
  const answered = columns[event.column];
  const asked = answered && variableOf(answered);
  if (!asked || !answersOf(asked)) return columns;
  return columns.map((column) => {
    const { use, profile } = column;
    const isKnown = Object.hasOwn(use.codes ?? {}, value);
    const isThere = profile.values.some((each) => each.value === value);
    if (isKnown || !isThere || variableOf(column)?.instrument !== asked.instrument) return column;
    const codes = { ...use.codes, [value]: code };
    const isAnswered = fitOf(asked, profile, codes).unfit === 0;
    return { ...column, use: { ...use, codes }, isAnswered: column.isAnswered || isAnswered };
  });
}

function change(
  matched: MatchedColumn,
  event: MatchEvent,
  columns: readonly MatchedColumn[],
  variables: readonly Variable[],
): MatchedColumn {
  const { use, profile } = matched;
  switch (event.type) {
    case 'guess-confirmed':
      return { ...matched, isAnswered: true };
    case 'wave-chosen': {
      const { wave: _, ...rest } = use;
      return { ...matched, use: event.wave ? { ...rest, wave: event.wave } : rest, isAnswered: true };
    }
    case 'code-chosen':
      return {
        ...matched,
        use: { ...use, codes: withCode(use.codes, event.value, event.code) },
        isAnswered: true,
      };
    case 'word-chosen': {
      const codes = withCode(use.words?.[event.table], event.answer, event.code);
      return { ...matched, use: { ...use, words: { ...use.words, [event.table]: codes } }, isAnswered: true };
    }
    case 'variable-chosen': {
      const variable = variables.find(({ name }) => name === event.variable);
      const chosen = variable
        ? useAs(variable, profile, use, hasWave(columns), variables)
        : { column: use.column };
      return { ...matched, use: chosen, isAnswered: true };
    }
  }
}

function withCode(
  known: Readonly<Record<string, string | null>> = {},
  value: string,
  code: string | null | undefined,
): Record<string, string | null> {
  const { [value]: _, ...others } = known;
  return code === undefined ? others : { ...others, [value]: code };
}

function useAs(
  variable: Variable,
  profile: ColumnProfile,
  use: ColumnUse,
  isWaveSaid: boolean,
  variables: readonly Variable[],
): ColumnUse {
  const reading = readMeanings(variable, profile, variables);
  const wave = use.wave ?? (isOfWave(variable) && !isWaveSaid ? 'before' : undefined);
  return {
    column: use.column,
    variable: variable.name,
    ...(takesWave(variable) && wave && { wave }),
    ...(reading && { codes: { ...reading.codes } }),
  };
}

/** Whether a column says which wave a row is of. */
export function hasWave(columns: readonly MatchedColumn[]): boolean {
  return columns.some(({ use }) => use.variable === waveVariable);
}

export function standingOf({ use, guess, profile, isAnswered }: MatchedColumn): Standing {
  if (isAnswered) return use.variable === undefined ? 'left-out' : 'read';
  if (guess.sureness === 'sure' || guess.sureness === 'likely')
    return use.variable === undefined ? 'left-out' : 'read';
  const isTold = guess.why.kind === 'personal' || guess.why.kind === 'taken';
  return isTold || profile.filled === 0 ? 'left-out' : 'unanswered';
}

/** What is loaded now: nothing of what nobody has answered. */
export function mappingOf(columns: readonly MatchedColumn[], rows: number): FileMapping {
  const uses = columns.map((column) =>
    standingOf(column) === 'read' ? column.use : { column: column.use.column },
  );
  return { format: 1, columns: uses, rows };
}

/** Something can be loaded: whose a row is, and something about them. */
export function isReady(columns: readonly MatchedColumn[]): boolean {
  const read = columns.filter((column) => standingOf(column) === 'read');
  return read.length > 1 && read.some(({ use }) => use.variable === keyVariable);
}
