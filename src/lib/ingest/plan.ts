import { quoteName, quoteText } from '../sql/quote';
import { isNumeric, isUnusable, numberOf, ruleOf, sqlTypeOf, valueOf } from './convert';
import type { Mapping } from './mapping';
import type { Shape } from './shape';
import type { ImportTable } from './table';

/** A file as the import engine sees it. */
export interface Source {
  /** The name its text is registered under: ours, never the file's own. */
  readonly registered: string;
  readonly dataset: string;
  readonly file: string;
  /** Counts the files of an import from 0: problems are listed in this order. */
  readonly number: number;
}

/** Statements for the import engine, in the order they run; `problems` only when `checks` counts anything. */
export interface FilePlan {
  /** Makes `typed`: a row for each usable record. */
  readonly read: string;
  /** One row: `rows` read, and how many of them have a value that could not be used. */
  readonly check: string;
  /** Makes `left_out` and moves the other rows to their table. Its last statement counts them: `kept`, `left_out`. */
  readonly keep: string;
  /** Lists the values that could not be used. */
  readonly problems: string;
}

/** The table in the import engine where the rows of all files of one kind gather, with where each came from. */
export function gathering(table: string): string {
  return quoteName(`gathered_${table}`);
}

/** Run once at the start. */
export function prepare(tables: readonly ImportTable[]): string {
  const gather = tables.map((table) => {
    const fields = table.fields.map((field) => `${quoteName(field.name)} ${sqlTypeOf(field)}`);
    return `CREATE TABLE ${gathering(table.name)} (dataset VARCHAR, file_number INTEGER, line INTEGER, ${fields.join(', ')});`;
  });
  return `${gather.join('\n')}
CREATE TABLE problems (
  file_number INTEGER, dataset VARCHAR, file VARCHAR, line INTEGER, "column" VARCHAR, value VARCHAR, rule VARCHAR, action VARCHAR
);`;
}

/** How one file becomes rows of its table. Its column names are never part of the SQL: they are `_c0`, `_c1` …, as no field can be called. */
export function planTable(shape: Shape, mapping: Mapping, table: ImportTable, source: Source): FilePlan {
  const converted = convert(shape, mapping, table, source);
  const unusable = mapping.fields.map(({ field, column }) =>
    isUnusable(`_c${column}`, quoteName(field.name)),
  );
  const filled = table.fields.map((field) => {
    const name = quoteName(field.name);
    return field.otherwise === undefined ? name : `coalesce(${name}, ${field.otherwise}) AS ${name}`;
  });
  return {
    read: `CREATE OR REPLACE TABLE typed AS
SELECT line, ${filled.join(', ')},
  ${unusable.join(' OR ')} AS unusable
FROM (${converted});`,
    check: `SELECT count(*) AS rows, count(*) FILTER (unusable) AS unusable FROM typed`,
    keep: keep(table, source),
    problems: valueProblems(converted, mapping, table, source),
  };
}

/** Text columns `_c0` …, numbers `_n0` …, and typed columns under the names of their fields. */
function convert(shape: Shape, mapping: Mapping, table: ImportTable, source: Source): string {
  const columns = new Map(mapping.fields.map(({ field, column }) => [field.name, column]));
  const texts = mapping.fields.map(({ column }) => `_c${column}`);
  const numbers = mapping.fields
    .filter(({ field }) => isNumeric(field))
    .map(({ column }) => `${numberOf(`_c${column}`)} AS _n${column}`);
  const values = table.fields.map((field) => {
    const column = columns.get(field.name);
    const value =
      column === undefined ? `NULL::${sqlTypeOf(field)}` : valueOf(field, `_c${column}`, `_n${column}`);
    return `${value} AS ${quoteName(field.name)}`;
  });
  return `
  SELECT *, ${values.join(',\n    ')}
  FROM (
    SELECT ${['*', ...numbers].join(', ')}
    FROM (SELECT line::INTEGER AS line, ${texts.join(', ')} FROM ${readCsv(shape, source)})
  )
`;
}

function readCsv(shape: Shape, source: Source): string {
  const columns = shape.header.map((_, index) => `'_c${index}': 'VARCHAR'`);
  return `read_csv(${quoteText(source.registered)}, auto_detect = false, header = false, delim = ${quoteText(shape.delimiter)},
      quote = '"', escape = '"', new_line = '\\n', nullstr = ['', '#NULL!'], columns = {'line': 'VARCHAR', ${columns.join(', ')}})`;
}

function keep(table: ImportTable, source: Source): string {
  const target = gathering(table.name);
  const keys = table.key.map(quoteName);
  const complete = keys.map((key) => `${key} IS NOT NULL`).join(' AND ');
  const sameKey = keys.map((key) => `typed.${key} = other.${key}`).join(' AND ');
  const fields = table.fields.map((field) => quoteName(field.name)).join(', ');
  const keyText = `concat_ws(' ', ${keys.map((key) => `typed.${key}`).join(', ')})`;
  const missing = table.key.map((key) => `WHEN ${quoteName(key)} IS NULL THEN ${quoteText(key)}`);
  const dataset = quoteText(source.dataset);
  const checks = (table.checks ?? []).map(
    ({ rule, column, fails }) => `
INSERT INTO problems
SELECT ${placeOf(source)}, line, ${quoteText(column)}, ${quoteName(column)}::VARCHAR, ${quoteText(rule)}, 'kept'
FROM ${target} WHERE file_number = ${source.number} AND ${fails};
`,
  );
  return `CREATE OR REPLACE TABLE doubled AS
SELECT ${keys.join(', ')}, min(line) AS first FROM typed WHERE ${complete} GROUP BY ALL HAVING count(*) > 1;

CREATE OR REPLACE TABLE left_out AS
SELECT line, 'missing-key' AS rule, CASE ${missing.join(' ')} END AS "column", NULL::VARCHAR AS value
FROM typed WHERE NOT (${complete})
UNION ALL
SELECT typed.line, 'doubled-row', ${quoteText(table.key.at(-1) ?? '')}, ${keyText}
FROM typed JOIN doubled AS other ON ${sameKey} WHERE typed.line > other.first
UNION ALL
SELECT typed.line, 'doubled-row', ${quoteText(table.key.at(-1) ?? '')}, ${keyText}
FROM typed SEMI JOIN (FROM ${target} WHERE dataset = ${dataset}) AS other ON ${sameKey}
LEFT JOIN doubled ON ${keys.map((key) => `typed.${key} = doubled.${key}`).join(' AND ')}
WHERE doubled.first IS NULL OR typed.line = doubled.first;

INSERT INTO ${target}
SELECT ${dataset}, ${source.number}, line, ${fields} FROM typed ANTI JOIN left_out USING (line);

INSERT INTO problems
SELECT ${placeOf(source)}, line, "column", value, rule, 'row-left-out' FROM left_out;
${checks.join('')}
SELECT (SELECT count(*) FROM ${target} WHERE file_number = ${source.number}) AS kept, (SELECT count(*) FROM left_out) AS left_out`;
}

/** The file is read once more, for these rows only: texts are not kept beside values. */
function valueProblems(converted: string, mapping: Mapping, table: ImportTable, source: Source): string {
  const inserts = mapping.fields.map(({ field, column }) => {
    const isKey = table.key.includes(field.name) && field.otherwise === undefined;
    const unusable = isUnusable(`_c${column}`, quoteName(field.name));
    return `${isKey ? replaceMissing(field.name, unusable, source) : ''}INSERT INTO problems
SELECT ${placeOf(source)}, line, ${quoteText(field.name)}, _c${column}, ${ruleOf(field, `_c${column}`, `_n${column}`)},
  '${isKey ? 'row-left-out' : 'value-left-out'}'
FROM checked WHERE ${unusable}${isKey ? '' : ' AND line NOT IN (SELECT line FROM left_out)'};`;
  });
  return `CREATE OR REPLACE TABLE checked AS
SELECT * FROM (${converted}) SEMI JOIN (FROM typed WHERE unusable) AS bad USING (line);
${inserts.join('\n')}`;
}

/** A wave that is no wave was listed as missing; what stands there tells more. */
function replaceMissing(key: string, unusable: string, source: Source): string {
  return `DELETE FROM problems
WHERE file_number = ${source.number} AND rule = 'missing-key' AND "column" = ${quoteText(key)}
  AND line IN (SELECT line FROM checked WHERE ${unusable});
`;
}

function placeOf(source: Source): string {
  return `${source.number}, ${quoteText(source.dataset)}, ${quoteText(source.file)}`;
}
