import { columnOf, type Result } from '../../results/result';
import { quoteName } from '../../sql/quote';
import type { Description } from '../formats/sheet';
import { dateOf, numberOf } from '../convert';

/** What a column of a file holds, as far as it is needed to see what it may be. */
export interface ColumnProfile {
  readonly name: string;
  /** What the file says of it beside its name; empty where it says nothing. */
  readonly label: string;
  /** Values that are more than spaces. */
  readonly filled: number;
  readonly distinct: number;
  /** Values that are numbers, and of those the whole ones and the ends. */
  readonly numbers: number;
  readonly whole: number;
  readonly least: number | null;
  readonly greatest: number | null;
  /** The most frequent ones, trimmed; of equally frequent ones the first. */
  readonly values: readonly ProfileValue[];
  /** It holds civil registration numbers, which are pseudonyms by now. */
  readonly civil: boolean;
}

export interface ProfileValue {
  readonly value: string;
  readonly count: number;
  readonly isDate: boolean;
  /** What the file says that it stands for. */
  readonly label?: string | undefined;
}

/** More different values than any list of answers has. */
export const mostValues = 250;

/** Columns asked about in one statement. */
export const columnsAtOnce = 100;

/** Counts of these columns, a row each. */
export function countsQuery(table: string, columns: readonly number[]): string {
  const counts = columns.map(
    (column) => `SELECT ${column} AS "column", count(text) AS filled, count(DISTINCT text) AS "distinct",
  count(number) AS numbers, count(*) FILTER (number = floor(number)) AS whole, min(number) AS least, max(number) AS greatest
FROM (SELECT text, ${numberOf('text')} AS number FROM (SELECT ${textOf(column)} AS text FROM ${quoteName(table)}))`,
  );
  return counts.join('\nUNION ALL\n');
}

/** The most frequent values of these columns. */
export function valuesQuery(table: string, columns: readonly number[]): string {
  const values = columns.map(
    (column) => `SELECT * FROM (
  SELECT ${column} AS "column", text AS value, count(*) AS count, min(line) AS first FROM (SELECT ${textOf(column)} AS text, line::INTEGER AS line FROM ${quoteName(table)})
  WHERE text IS NOT NULL GROUP BY text ORDER BY count DESC, first LIMIT ${mostValues}
)`,
  );
  return `SELECT "column", value, count, ${dateOf('value')} IS NOT NULL AS is_date FROM (
${values.join('\nUNION ALL\n')}
) ORDER BY "column", count DESC, first`;
}

function textOf(column: number): string {
  return `nullif(trim(_c${column}), '')`;
}

/** What both queries found, in the order of the header. */
export function readProfiles(
  header: readonly string[],
  counts: readonly Result[],
  values: readonly Result[],
  civil: ReadonlySet<string>,
  described: readonly Description[] = [],
): ColumnProfile[] {
  const found = new Map(rowsOf(counts).map((row) => [Number(row('column')), row]));
  const listed = new Map<number, ProfileValue[]>();
  for (const row of rowsOf(values)) {
    const column = Number(row('column'));
    const known = listed.get(column) ?? [];
    const value = String(row('value'));
    known.push({
      value,
      count: Number(row('count')),
      isDate: row('is_date') === true,
      label: described[column]?.codes.get(value),
    });
    listed.set(column, known);
  }
  return header.map((name, column) => {
    const row = found.get(column);
    const number = (of: string) => Number(row?.(of) ?? 0);
    const end = (of: string) => (row?.(of) == null ? null : Number(row(of)));
    return {
      name,
      label: described[column]?.label ?? '',
      filled: number('filled'),
      distinct: number('distinct'),
      numbers: number('numbers'),
      whole: number('whole'),
      least: end('least'),
      greatest: end('greatest'),
      values: listed.get(column) ?? [],
      civil: civil.has(name),
    };
  });
}

type Row = (column: string) => unknown;

function rowsOf(results: readonly Result[]): Row[] {
  return results.flatMap((result) =>
    Array.from(
      { length: result.rowCount },
      (_, row): Row =>
        (column) =>
          columnOf(result, column)?.values[row],
    ),
  );
}
