/** Why a file, a row, a column or a value could not be used as it stands. In the order a person should read them. */
export const rules = [
  // the file
  'empty-file',
  'other-format',
  'locked-file',
  'other-packing',
  'packed-twice',
  'too-large',
  'too-large-unpacked',
  'packed-too-far',
  'too-many-files',
  'too-many-rows',
  'too-many-columns',
  'damaged-file',
  'rows-missing',
  'unknown-table',
  'no-key-column',
  'no-parts',
  'unreadable',
  // its columns
  'unknown-column',
  'nested-column',
  'doubled-column',
  'unmapped-column',
  'civil-number',
  // its rows
  'unknown-question',
  'unmapped-question',
  'ragged-row',
  'open-quote',
  'long-row',
  'missing-key',
  'doubled-row',
  'test-person',
  'no-course',
  'no-courses',
  'differs',
  // its values
  'error-cell',
  'unknown-code',
  'not-a-number',
  'not-whole',
  'out-of-range',
  'bad-date',
  'ended-before-started',
  'other-wave',
  'other-age',
  'before-start',
  'after-end',
  'waves-reversed',
] as const;
export type Rule = (typeof rules)[number];

/** What was done about it. */
export const actions = [
  'file-left-out',
  'column-left-out',
  'row-left-out',
  'earlier-row-left-out',
  'every-row-left-out',
  'value-left-out',
  'replaced',
  'kept',
] as const;
export type Action = (typeof actions)[number];

/** One row of the table `import_problems`. */
export interface ImportProblem {
  readonly dataset: string;
  readonly file: string;
  /** 1-based line in the file; null when it concerns the file or a whole column. */
  readonly line: number | null;
  readonly column: string | null;
  /** The value as it stood in the file; for files and rows what tells most: columns found, fields counted, the key. */
  readonly value: string | null;
  readonly rule: Rule;
  readonly action: Action;
}
