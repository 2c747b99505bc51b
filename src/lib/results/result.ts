/**
 * What a query gave: named, typed columns of plain values. Arrow stays behind the engine's edge, so that
 * results can be compared, stored, cleared and printed without knowing DuckDB.
 */

/** Dates and timestamps are ISO 8601 text; whole numbers past 2^53 are decimal text, so that no digit is lost. */
export type Value = number | string | boolean | null;

export type ColumnType = 'number' | 'integer' | 'text' | 'code' | 'boolean' | 'date' | 'timestamp' | 'other';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** For `code` columns: every code of the enumeration in the questionnaire's order, also those not in `values`. */
  readonly codes?: readonly string[];
  /** Each value is one child's (the least, the largest …): see `markSingles`. */
  readonly single?: true;
  readonly values: readonly Value[];
}

export interface Result {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** True when the query gave more rows than were taken into JavaScript. */
  readonly truncated: boolean;
}

export const emptyResult: Result = { columns: [], rowCount: 0, truncated: false };

/** Column names are never object keys: a column called `__proto__` must not vanish. */
export function columnOf(result: Result, name: string): Column | undefined {
  return result.columns.find((column) => column.name === name);
}

/** The number that stands in the first row of a column. */
export function countIn(result: Result, column: string): number {
  return Number(columnOf(result, column)?.values[0]);
}
