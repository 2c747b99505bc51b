import { z } from 'zod';
import { Decisions } from '../decision';

/** The most columns a mapping speaks of: more than any export has. */
const mostColumns = 5_000;
const word = z.string().max(500);

const Codes = z.record(word, word.nullable());

/**
 * What one column of a file is. `variable` is `courses.sex`, `forms.wave` or `who5.who5_1`, and a total that the file
 * brings in place of answers `reported.sdq_p.total`; without one the column is not read. `wave` where the column's name
 * says it. `codes` are what stands in the file → what it means; null means that nothing was answered. `words` are the
 * same for each questionnaire's table, where one column holds the answers to several.
 */
export const ColumnUse = z.strictObject({
  column: word,
  variable: z
    .string()
    .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,2}$/)
    .optional(),
  wave: z.enum(['before', 'after', 'followup']).optional(),
  codes: Codes.optional(),
  words: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Codes).optional(),
});
export type ColumnUse = z.output<typeof ColumnUse>;
export type Wave = NonNullable<ColumnUse['wave']>;

/** What the columns of a file are, in the file's order. The names of its columns are its shape: it holds for every file that has just those. */
export const FileMapping = z.strictObject({
  format: z.literal(1),
  columns: z.array(ColumnUse).min(1).max(mostColumns),
  /** How many rows the file had that it was last used for. */
  rows: z.int().nonnegative().optional(),
  /** What an evaluator decided about rows and values that could not be used as they stand. */
  decisions: Decisions.optional(),
  /** The file's columns are ours already, and are read by their own names: only what was decided is kept of it. */
  own: z.literal(true).optional(),
});
export type FileMapping = z.output<typeof FileMapping>;

export function shapeOf(header: readonly string[]): string {
  return JSON.stringify(header.map((name) => name.trim()));
}

/** What is kept of files with these columns, whatever they are. */
export function keptFor(
  header: readonly string[],
  mappings: readonly FileMapping[],
): FileMapping | undefined {
  const shape = shapeOf(header);
  return mappings.find(({ columns }) => shapeOf(columns.map(({ column }) => column)) === shape);
}

/** The mapping of a file with these columns; none where they are ours. */
export function mappingFor(
  header: readonly string[],
  mappings: readonly FileMapping[],
): FileMapping | undefined {
  const kept = keptFor(header, mappings);
  return kept?.own ? undefined : kept;
}

/** The same with what was decided since. A file of our own columns has had no mapping until then. */
export function withDecisions(
  header: readonly string[],
  kept: FileMapping | undefined,
  decisions: Decisions,
): FileMapping {
  const mapping: FileMapping = kept ?? {
    format: 1,
    own: true,
    columns: header.map((column) => ({ column })),
  };
  return { ...mapping, decisions: { ...mapping.decisions, ...decisions } };
}
