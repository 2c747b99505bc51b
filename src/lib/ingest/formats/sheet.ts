import type { Rule } from '../problem';
import type { Shape } from '../shape';

/** What every kind of file becomes: a table as text, and what the file itself says of it. */
export interface Sheet {
  /** What the table is called in a file of several, a sheet's name; empty where a file is one table. */
  readonly name: string;
  /**
   * Values in one canonical form: dates as 2018-12-31, times after a space, decimals with a point, `true` and `false`,
   * nothing where there is no value. Text, and all of a delimited file, is as it stands.
   */
  readonly shape: Shape;
  /** One for each column of the header, in its order. */
  readonly variables: readonly Variable[];
  /** Columns with values but without a name in the header, as the file calls them: not in the shape. */
  readonly unnamed: readonly string[];
}

export interface Variable {
  readonly name: string;
  /** What it asks, in the file's own words; empty when it has none. */
  readonly label: string;
  readonly type: VariableType;
  /** What its codes mean, in the file's order; the codes as they stand in the rows. */
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  /** Values the file declares to be no answer: empty in the rows, and counted here. Only those that occur. */
  readonly missing: readonly DeclaredMissing[];
}

/** `any` where the file gives no type to a column; `nested` where a value is a list or a record: left empty. */
export type VariableType = 'any' | 'text' | 'number' | 'boolean' | 'date' | 'time' | 'nested';

export interface DeclaredMissing {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** A table read, or why a file, or a part of it, gave none. `file` is where a person finds it: `udtræk.zip/2018/who5.csv`. */
export type SheetReading =
  | { readonly ok: true; readonly file: string; readonly sheet: Sheet }
  | { readonly ok: false; readonly file: string; readonly rule: Rule; readonly value: string | null };

/** Yields how far it is, from 0 to 1, and every table as soon as it is read. */
export type ReadingSheets = AsyncGenerator<number | SheetReading, void, void>;

export const plainVariable = (name: string, type: VariableType = 'any'): Variable => ({
  name,
  label: '',
  type,
  codes: [],
  missing: [],
});
