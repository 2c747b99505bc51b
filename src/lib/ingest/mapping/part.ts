import type { Field, ImportTable } from '../table';

/** How a sheet fills one table. A sheet of our own columns has one part; a wide one has a part for each table and wave. */
export interface Part {
  readonly table: ImportTable;
  readonly fields: readonly PartField[];
  /** The same in every row: the wave of columns such as `trivsel1_efter`. */
  readonly fixed: readonly { readonly field: Field; readonly value: string }[];
  /** Fields of which a row must have one: a child without an answer has no form. None: every row counts. */
  readonly answers: readonly string[];
  /** Rows that share the key are one: of each field the first value counts. */
  readonly collapsed: boolean;
}

/** A field and the column it is read from, counted from 0. */
export interface PartField {
  readonly field: Field;
  readonly column: number;
  /** What stands in the file → what it means, as our own files have it; null where it means that nothing was answered. */
  readonly codes?: Readonly<Record<string, string | null>> | undefined;
}
