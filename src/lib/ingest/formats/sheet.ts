import type { Rule } from '../problem';
import type { Shape } from '../shape';

/** What a file says of one of its columns beside its name. */
export interface Description {
  readonly label: string;
  /** What its codes stand for: text in the shape → label. */
  readonly codes: ReadonlyMap<string, string>;
}

/** What every kind of file becomes: a table as text. */
export interface Sheet {
  /** What the table is called in a file of several, a sheet's name; empty where a file is one table. */
  readonly name: string;
  /**
   * Values in one canonical form: dates as 2018-12-31, times after a space, decimals with a point, `true` and `false`,
   * nothing where there is no value. Text, and all of a delimited file, is as it stands.
   */
  readonly shape: Shape;
  /** Columns with values but without a name in the header, as the file calls them: not in the shape. */
  readonly unnamed: readonly string[];
  /** Columns whose values are lists or records: not in the shape. */
  readonly nested?: readonly string[];
  /** One for each column of the header, from files that have descriptions. */
  readonly described?: readonly Description[];
}

/** A table read, or why a file, or a part of it, gave none. `file` is where a person finds it: `udtræk.zip/2018/who5.csv`. */
export type SheetReading =
  | { readonly ok: true; readonly file: string; readonly sheet: Sheet }
  | { readonly ok: false; readonly file: string; readonly rule: Rule; readonly value: string | null };

/** Yields how far it is, from 0 to 1, and every table as soon as it is read. */
export type ReadingSheets = AsyncGenerator<number | SheetReading, void, void>;
