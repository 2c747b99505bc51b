import type { Rule } from './problem';

/** A table an export becomes: what `ingest` needs to know of it, whether it comes from the codebook or an instrument. */
export interface ImportTable {
  readonly name: string;
  /** Together one row each, within a dataset. A row without them is left out. */
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly checks?: readonly Check[];
  /** Whole years at the start that the table is for, both included. */
  readonly ages?: { readonly from: number; readonly to: number };
}

/** Something that does not hold within a row. The row is kept and the problem listed. */
export interface Check {
  readonly rule: Rule;
  readonly column: string;
  /** SQL over the fields, true where it fails. */
  readonly fails: string;
}

export type Field = FieldType & {
  readonly name: string;
  /** SQL over the other fields, for rows where this one is empty. */
  readonly otherwise?: string;
};

export type FieldType =
  | { readonly type: 'code'; readonly enumeration: string; readonly codes: readonly string[] }
  /** Codes are what the data holds. */
  | { readonly type: 'open-code'; readonly enumeration: string }
  | { readonly type: 'integer' | 'number'; readonly min?: number; readonly max?: number }
  | { readonly type: 'date' | 'boolean' | 'text' };

/** Rows that share a course within a dataset belong together. */
export const courseKey = 'course_id';

/** Whether its rows are about children's courses: a pool's benchmark is not. */
export function isOfCourses({ fields }: ImportTable): boolean {
  return fields.some(({ name }) => name === courseKey);
}
