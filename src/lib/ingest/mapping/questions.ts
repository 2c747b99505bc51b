import { codesOfVariable, readCodes, type CodeReading } from './codes';
import type { ColumnProfile } from './profile';
import { nameReader, type ReadName } from './read-name';
import type { Variable } from './variables';

/** What the values of a column mean as codes of this variable; undefined where it has none. */
export function readMeanings(
  variable: Variable,
  profile: Pick<ColumnProfile, 'values'>,
  variables: readonly Variable[],
): CodeReading | undefined {
  if (variable.kind === 'question') return readQuestions(profile, nameReader(variables, []));
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
