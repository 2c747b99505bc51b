import { quoteName, quoteText } from '../sql/quote';

/** A file as the import engine sees it. */
export interface Source {
  /** The name its text is registered under: ours, never the file's own. */
  readonly registered: string;
  /** The same text as a table, where it is read more than once. */
  readonly text?: string;
  readonly dataset: string;
  readonly file: string;
  /** Counts the files of an import from 0: problems are listed in this order. */
  readonly number: number;
}

/** `columnOf`: what a person finds a field under. */
export type Named = Source & { readonly columnOf: (field: string) => string };

/** The table in the import engine where the rows of all files of one kind gather, with where each came from. */
export function gathering(table: string): string {
  return quoteName(`gathered_${table}`);
}

export function placeOf(source: Source): string {
  return `${source.number}, ${quoteText(source.dataset)}, ${quoteText(source.file)}`;
}
