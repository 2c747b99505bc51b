import { quoteName, quoteText } from '../../sql/quote';
import type { Source } from '../source';
import type { Shape } from '../shape';
import type { ImportTable } from '../table';
import type { ColumnUse, FileMapping } from './file-mapping';
import { findAsked, type Asked, type Place } from './asked';
import { mostValues } from './profile';
import { keyVariable, responseVariable, type Variable } from './variables';

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
  /** `form`, `answer`, `count`: what was answered in words. */
  readonly words: string;
}

/** Undefined when the mapping has no column of questions with one of answers beside it. `text` is the sheet as a table. */
export function widenSheet(
  { header }: Pick<Shape, 'header'>,
  mapping: FileMapping,
  { variables, tables }: { readonly variables: readonly Variable[]; readonly tables: readonly ImportTable[] },
  source: Source & { readonly text: string },
): Widening | undefined {
  const places = mapping.columns.map((use, column): Place => ({ use, column }));
  const asked = findAsked(places, variables);
  const response = places.find(({ use }) => use.variable === responseVariable);
  if (!asked || !response) return undefined;
  const keys = keyColumns(places, variables, tables);
  const { wave } = asked.places[0].use;
  const added = asked.questions.map(({ variable, name }): ColumnUse => {
    const codes = response.use.words?.[formOf(variable)];
    return { column: name, variable, ...(wave && { wave }), ...(codes && { codes }) };
  });
  const spent = new Set([...asked.places, response].map(({ use }) => use));
  const kept = mapping.columns.map((use): ColumnUse => (spent.has(use) ? { column: use.column } : use));
  return {
    header: [...header, ...added.map(({ column }) => column)],
    mapping: { ...mapping, columns: [...kept, ...added] },
    read: readPairs(source.text, asked, keys),
    problems: listUnanswerable(source, header, asked, keys),
    widen: widenPairs(
      header.length,
      asked.questions.map(({ variable }) => variable),
      response.column,
      keys,
    ),
    counts: `SELECT (SELECT count(*) FROM pairs) AS rows, (SELECT count(*) FROM wide) AS forms`,
    words: listWords(response.column),
  };
}

/** The table of an answer, and a total's scale: what one form is about. */
const formOf = (variable: string) => variable.replace(/\.[^.]*$/, '');

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

function readPairs(text: string, { variable }: Asked, keys: readonly number[]): string {
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
  { places, told }: Asked,
  keys: readonly number[],
): string {
  const place = `${number}, ${quoteText(dataset)}, ${quoteText(file)}`;
  const name = quoteText(header[places[0].column]?.trim() ?? '');
  const whole = [...keys.map((column) => `key_${column}`), told].join(', ');
  return `INSERT INTO problems
SELECT ${place}, line, ${name}, ${told},
  CASE WHEN ${told} IS NULL THEN 'missing-key' ELSE 'unknown-question' END, 'row-left-out'
FROM pairs WHERE variable IS NULL ORDER BY line;
INSERT INTO problems
SELECT ${place}, NULL, ${told}, count(*)::VARCHAR, 'unmapped-question', 'row-left-out'
FROM pairs WHERE variable = '' GROUP BY ${told} ORDER BY min(line);
INSERT INTO problems
SELECT ${place}, line, ${name}, concat_ws(' ', ${whole}), 'doubled-row', 'row-left-out'
FROM pairs WHERE variable <> '' AND nth > 1 ORDER BY line;`;
}

/** Answers that are no numbers, the most frequent of each questionnaire first. */
function listWords(response: number): string {
  return `SELECT form, answer, count(*) AS count FROM (
  SELECT form, trim(_c${response}) AS answer, line FROM pairs WHERE variable <> '' AND nth = 1
) WHERE answer <> '' AND TRY_CAST(replace(answer, ',', '.') AS DOUBLE) IS NULL
GROUP BY form, answer ORDER BY form, count DESC, min(line) LIMIT ${mostValues}`;
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
