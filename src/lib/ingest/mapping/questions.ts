import { codesOfVariable, readCodes, type CodeReading } from './codes';
import type { ColumnProfile } from './profile';
import { nameReader, type ReadName } from './read-name';
import { questionnaireVariable, type Variable } from './variables';
import { plain, plainWords, vocabulary } from './vocabulary';

/** What the values of a column mean as codes of this variable; undefined where it has none. */
export function readMeanings(
  variable: Variable,
  profile: Pick<ColumnProfile, 'values'>,
  variables: readonly Variable[],
): CodeReading | undefined {
  if (variable.kind === 'question') return readQuestions(profile, nameReader(variables, []));
  if (variable.kind === 'questionnaire') return readQuestionnaires(profile, variables);
  return codesOfVariable(variable) ? readCodes(variable, profile) : undefined;
}

/** Which questions its values name, as a column's name would. One that says a wave too is none: only a column says that. */
export function readQuestions({ values }: Pick<ColumnProfile, 'values'>, readName: ReadName): CodeReading {
  const codes: Record<string, string> = {};
  for (const { value, label = '' } of values) {
    const reading = readName(value) ?? readName(label);
    const isQuestion = reading?.variable.kind === 'answer' || reading?.variable.kind === 'total';
    if (reading && isQuestion && reading.wave === undefined) codes[value] = reading.variable.name;
  }
  return { codes, known: Object.keys(codes).length, listed: values.length, byOrder: false };
}

/** Which questionnaires its values name: a word for one, with whatever follows it. */
export function readQuestionnaires(
  { values }: Pick<ColumnProfile, 'values'>,
  variables: readonly Variable[],
): CodeReading {
  const tables = tablesByWord(variables);
  const codes: Record<string, string> = {};
  for (const { value, label } of values) {
    const words = plainWords(label ?? value);
    const starts = words.map((_, at) => words.slice(0, words.length - at).join(''));
    const table = starts.map((start) => tables.get(start)).find((each) => each !== undefined);
    if (table !== undefined) codes[value] = table;
  }
  return { codes, known: Object.keys(codes).length, listed: values.length, byOrder: false };
}

function tablesByWord(variables: readonly Variable[]): ReadonlyMap<string, string> {
  return new Map(
    variables.flatMap(({ kind, table, instrument }) => {
      if (kind !== 'answer' || !instrument) return [];
      const titles = [instrument.title.da, instrument.title.en].map(plain);
      const words = [table, instrument.name, ...(vocabulary.instruments[instrument.name] ?? []), ...titles];
      return words.map((word) => [plain(word), table] as const);
    }),
  );
}

/** A column of questionnaires beside one of the questions' numbers, where no column names the questions themselves. */
export function findNumbered(
  profiles: readonly ColumnProfile[],
  named: readonly (Variable | undefined)[],
  variables: readonly Variable[],
): { readonly questionnaire: number; readonly number: number } | undefined {
  const number = named.findIndex((variable) => variable?.kind === 'number');
  if (number < 0) return undefined;
  const [best] = profiles
    .map((profile, column) => ({ column, reading: readQuestionnaires(profile, variables) }))
    .filter(({ column, reading: { known, listed } }) => {
      const isFree = named[column] === undefined || named[column].name === questionnaireVariable;
      return isFree && known >= 1 && known / listed >= 0.6;
    })
    .toSorted((a, b) => b.reading.known - a.reading.known);
  return best && { questionnaire: best.column, number };
}

/** Of the columns whose names say nothing, the one whose values name the most questions, if most of them do. */
export function findQuestions(
  profiles: readonly ColumnProfile[],
  isNamed: (column: number) => boolean,
  readName: ReadName,
): { readonly column: number; readonly reading: CodeReading } | undefined {
  const [best] = profiles
    .map((profile, column) => ({ column, reading: readQuestions(profile, readName) }))
    .filter(
      ({ column, reading: { known, listed } }) => !isNamed(column) && known >= 2 && known / listed >= 0.6,
    )
    .toSorted((a, b) => b.reading.known - a.reading.known);
  return best;
}
