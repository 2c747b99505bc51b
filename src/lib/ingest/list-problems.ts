import type { Action, ImportProblem, Rule } from './problem';
import { columnOf, type Result } from '../results/result';
import type { Sheet } from './formats/sheet';
import type { Recognised } from './mapping/recognise';
import type { Shape } from './shape';
import { gathering, type Source } from './source';
import { quoteName, quoteText } from '../sql/quote';
import { quoteField } from './writer';

type Place = Pick<Source, 'dataset' | 'file'>;

/** A file that gives no rows at all. */
export function fileProblem(
  place: Place,
  rule: Rule,
  value: string | null,
  column: string | null = null,
): ImportProblem {
  return {
    dataset: place.dataset,
    file: place.file,
    line: null,
    column,
    value,
    rule,
    action: 'file-left-out',
  };
}

/** What the reader saw before DuckDB read a row: columns nobody knows, records that are no rows. */
export function shapeProblems(place: Place, shape: Shape, ignored: Recognised['ignored']): ImportProblem[] {
  const { dataset, file } = place;
  const columns = ignored.map(({ name, rule }): ImportProblem => ({
    dataset,
    file,
    line: null,
    column: name,
    value: null,
    rule,
    action: 'column-left-out',
  }));
  const rows = shape.broken.map(({ line, fields, rule }): ImportProblem => ({
    dataset,
    file,
    line,
    column: null,
    value: String(fields),
    rule,
    action: 'row-left-out',
  }));
  return [...columns, ...rows];
}

/** Columns with values that no header names, or that hold more than a value. */
export function unreadProblems({ dataset, file }: Place, { unnamed, nested = [] }: Sheet): ImportProblem[] {
  const unread = [
    ...unnamed.map((column) => ({ column, rule: 'unknown-column' as const })),
    ...nested.map((column) => ({ column, rule: 'nested-column' as const })),
  ];
  return unread.map(({ column, rule }) => ({
    dataset,
    file,
    line: null,
    column,
    value: null,
    rule,
    action: 'column-left-out',
  }));
}

/** Delimited text of problems, for `insertListed`: there may be as many as the file has rows. */
export function writeProblems(number: number, problems: readonly ImportProblem[]): Uint8Array {
  const lines = problems.map(({ dataset, file, line, column, value, rule, action }) =>
    [String(number), dataset, file, line === null ? null : String(line), column, value, rule, action]
      .map(writeField)
      .join(','),
  );
  return new TextEncoder().encode(lines.join('\n') + '\n');
}

/** Nothing is nothing; an empty column name is `""`. */
function writeField(field: string | null): string {
  return field === null ? '' : quoteField(field.replaceAll('\0', ''));
}

const problemColumns = [
  'file_number',
  'dataset',
  'file',
  'line',
  'column',
  'value',
  'rule',
  'action',
] as const;

export function insertListed(registered: string): string {
  const columns = problemColumns.map((name) => `'${name}': 'VARCHAR'`);
  return `INSERT INTO problems SELECT * FROM read_csv(${quoteText(registered)}, auto_detect = false, header = false,
  delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`;
}

/** A row without its key is one row, however many tables it would have filled. */
export function listOnce(rule: Rule): string {
  return `DELETE FROM problems WHERE rule = ${quoteText(rule)} AND rowid NOT IN (
  SELECT min(rowid) FROM problems WHERE rule = ${quoteText(rule)} GROUP BY dataset, file, line, "column"
)`;
}

export function countCourses(dataset: string): string {
  return `SELECT count(*) AS courses FROM ${gathering('courses')} WHERE dataset = ${quoteText(dataset)}`;
}

/** Instead of one for each row, when an export brings no courses. */
export function withoutCourses({ dataset, file }: Place): ImportProblem {
  return { dataset, file, line: null, column: 'course_id', value: null, rule: 'no-courses', action: 'kept' };
}

/** The table as it crosses over, in the order people read it: by file, file-wide problems first, then by line. */
export function problemsQuery(limit?: number): string {
  const columns = problemColumns.slice(1).map(quoteName).join(', ');
  const rows = `SELECT ${columns} FROM problems ORDER BY file_number, line NULLS FIRST, rowid`;
  return limit === undefined ? rows : `${rows} LIMIT ${limit}`;
}

/** Rows of the columns that `problemsQuery` gives. */
export function readProblems(result: Result): ImportProblem[] {
  const at = (name: string, row: number) => columnOf(result, name)?.values[row] ?? null;
  const text = (name: string, row: number) => {
    const value = at(name, row);
    return value === null ? null : String(value);
  };
  return Array.from({ length: result.rowCount }, (_, row) => {
    const line = at('line', row);
    return {
      dataset: text('dataset', row) ?? '',
      file: text('file', row) ?? '',
      line: line === null ? null : Number(line),
      column: text('column', row),
      value: text('value', row),
      rule: text('rule', row) as Rule,
      action: text('action', row) as Action,
    };
  });
}

/** How many rows of each file are kept, by its number. */
export function countKept(tables: readonly { readonly name: string }[]): string {
  const each = tables.map(({ name }) => `SELECT file_number FROM ${gathering(name)}`);
  return `SELECT file_number, count(*) AS kept FROM (${each.join(' UNION ALL ')}) GROUP BY file_number`;
}
