import { quoteName, quoteText } from '../../sql/quote';
import type { Source } from '../source';
import type { Shape } from '../shape';
import type { ImportTable } from '../table';
import type { ColumnUse, FileMapping } from './file-mapping';
import { keyVariable, questionVariable, responseVariable, type Variable } from './variables';

/*
 * Some exports have a row for each answer: a column says which question it is to, another what was answered. Such a sheet
 * becomes one with a row for each form, whose columns are the questions; from there on it is like any other.
 */

/** A sheet made wider: a row for each course, wave, session and questionnaire. */
export interface Widening {
  /** The columns of the file, and after them one for each variable that its questions are. */
  readonly header: readonly string[];
  readonly mapping: FileMapping;
  /** Run in this order: makes `pairs`; lists rows that are no answer to a known question, or a second one to it. */
  readonly read: string;
  readonly problems: string;
  /** Makes the wide table. */
  readonly widen: string;
  /** One row: `rows` that were read, and `forms` that came of them. */
  readonly counts: string;
}

interface Place {
  readonly use: ColumnUse;
  readonly column: number;
}

/** Undefined when the mapping has no column of questions with one of answers beside it. `text` is the sheet as a table. */
export function widenSheet(
  { header }: Pick<Shape, 'header'>,
  mapping: FileMapping,
  { variables, tables }: { readonly variables: readonly Variable[]; readonly tables: readonly ImportTable[] },
  source: Source & { readonly text: string },
): Widening | undefined {
  const places = mapping.columns.map((use, column): Place => ({ use, column }));
  const question = places.find(({ use }) => use.variable === questionVariable);
  const response = places.find(({ use }) => use.variable === responseVariable);
  if (!question || !response) return undefined;
  const codes = Object.entries(question.use.codes ?? {});
  const known = new Set(variables.map(({ name }) => name));
  const asked = [...new Set(codes.flatMap(([, code]) => (code !== null && known.has(code) ? [code] : [])))];
  const nameOf = (variable: string) => codes.find(([, code]) => code === variable)?.[0] ?? variable;
  const keys = keyColumns(places, variables, tables);
  const wide = [...header, ...asked.map(nameOf)];
  const { wave } = question.use;
  const added = asked.map((variable, index): ColumnUse => ({
    column: wide[header.length + index] ?? '',
    variable,
    ...(wave && { wave }),
  }));
  const kept = mapping.columns.map((use): ColumnUse =>
    use === question.use || use === response.use ? { column: use.column } : use,
  );
  return {
    header: wide,
    mapping: { ...mapping, columns: [...kept, ...added] },
    read: readPairs(source.text, question.column, codes, keys),
    problems: listUnanswerable(source, header, question.column, keys),
    widen: widenPairs(header.length, asked, response.column, keys),
    counts: `SELECT (SELECT count(*) FROM pairs) AS rows, (SELECT count(*) FROM wide) AS forms`,
  };
}

/** Together they say which form a row belongs to: whose it is, and what else the tables of forms tell rows apart by. */
function keyColumns(
  places: readonly Place[],
  variables: readonly Variable[],
  tables: readonly ImportTable[],
): readonly number[] {
  const keys = new Set(tables.flatMap(({ key }) => key));
  const isKey = ({ name, kind, field }: Variable) =>
    name === keyVariable || (kind === 'form' && keys.has(field.name));
  const names = new Set(variables.filter(isKey).map(({ name }) => name));
  return places.filter(({ use }) => names.has(use.variable ?? '')).map(({ column }) => column);
}

/** `variable` is null for a question that is not known, and `''` for one that was left out by choice. */
function readPairs(
  text: string,
  question: number,
  codes: readonly (readonly [value: string, code: string | null])[],
  keys: readonly number[],
): string {
  const cases = codes.map(([value, code]) => `WHEN ${quoteText(value)} THEN ${quoteText(code ?? '')}`);
  const variable = cases.length > 0 ? `CASE trim(_c${question}) ${cases.join(' ')} END` : 'NULL';
  const groups = keys.map((column) => `nullif(trim(_c${column}), '') AS key_${column}`);
  const alone = keys.map((column) => `key_${column} IS NULL`).join(' OR ') || 'false';
  return `CREATE OR REPLACE TABLE pairs AS
SELECT *, row_number() OVER (PARTITION BY ${[...keys.map((column) => `key_${column}`), 'alone', 'variable'].join(', ')} ORDER BY line) AS nth
FROM (
  SELECT *, regexp_replace(variable, '\\.[^.]*$', '') AS form, CASE WHEN ${alone} THEN line END AS alone
  FROM (SELECT * REPLACE (line::INTEGER AS line), ${[...groups, `${variable}::VARCHAR AS variable`].join(', ')} FROM ${quoteName(text)})
);`;
}

function listUnanswerable(
  { number, dataset, file }: Source,
  header: readonly string[],
  question: number,
  keys: readonly number[],
): string {
  const place = `${number}, ${quoteText(dataset)}, ${quoteText(file)}`;
  const name = quoteText(header[question]?.trim() ?? '');
  const told = [...keys.map((column) => `key_${column}`), `trim(_c${question})`].join(', ');
  return `INSERT INTO problems
SELECT ${place}, line, ${name}, nullif(trim(_c${question}), ''),
  CASE WHEN nullif(trim(_c${question}), '') IS NULL THEN 'missing-key' ELSE 'unknown-question' END, 'row-left-out'
FROM pairs WHERE variable IS NULL ORDER BY line;
INSERT INTO problems
SELECT ${place}, NULL, trim(_c${question}), count(*)::VARCHAR, 'unmapped-question', 'row-left-out'
FROM pairs WHERE variable = '' GROUP BY trim(_c${question}) ORDER BY min(line);
INSERT INTO problems
SELECT ${place}, line, ${name}, concat_ws(' ', ${told}), 'doubled-row', 'row-left-out'
FROM pairs WHERE variable <> '' AND nth > 1 ORDER BY line;`;
}

/** What rows of a form say otherwise is taken from the first that says it. */
function widenPairs(
  width: number,
  asked: readonly string[],
  response: number,
  keys: readonly number[],
): string {
  const own = Array.from({ length: width }, (_, column) =>
    keys.includes(column)
      ? `key_${column} AS _c${column}`
      : `first(_c${column} ORDER BY line) FILTER (trim(_c${column}) <> '') AS _c${column}`,
  );
  const answers = asked.map(
    (variable, index) =>
      `first(_c${response} ORDER BY line) FILTER (variable = ${quoteText(variable)}) AS _c${width + index}`,
  );
  const groups = [...keys.map((column) => `key_${column}`), 'alone', 'form'].join(', ');
  return `CREATE OR REPLACE TABLE wide AS
SELECT min(line) AS line, ${[...own, ...answers].join(', ')}
FROM pairs WHERE variable <> '' AND nth = 1 GROUP BY ${groups} ORDER BY 1;`;
}
