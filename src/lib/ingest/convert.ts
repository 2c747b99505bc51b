import { quoteText } from '../sql/quote';
import type { Field } from './table';

/**
 * SQL from text (NULL when empty) to a typed value, NULL when it cannot be. `text` is the name of the text column,
 * `number` that of the same text already tried as a number. What nearly every value is (a plain number, a code as it
 * is listed, an ISO date) is tried first: `coalesce` does the rest for the other rows only.
 */
export function valueOf(field: Field, text: string, number: string): string {
  switch (field.type) {
    case 'code': {
      const exact = field.codes.map((code) => `WHEN ${quoteText(code)} THEN ${quoteText(code)}`);
      const loose = field.codes.map(
        (code) => `WHEN ${quoteText(code.toLowerCase())} THEN ${quoteText(code)}`,
      );
      return `coalesce(CASE ${text} ${exact.join(' ')} END, CASE lower(trim(${text})) ${loose.join(' ')} END)`;
    }
    case 'open-code':
    case 'text':
      return `CASE WHEN NOT ${isErrorWord(text)} THEN nullif(trim(${text}), '') END`;
    case 'integer':
      return `CASE WHEN ${inRange(field, number)} AND ${number} = floor(${number}) THEN ${number}::INTEGER END`;
    case 'number':
      return `CASE WHEN ${inRange(field, number)} THEN ${number} END`;
    case 'date':
      return dateOf(text);
    case 'boolean':
      return `coalesce(TRY_CAST(${text} AS BOOLEAN), CASE lower(trim(${text})) WHEN 'ja' THEN true WHEN 'nej' THEN false END)`;
  }
}

export function isNumeric(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number';
}

/** A text that is more than spaces and gave no value. */
export function isUnusable(text: string, value: string): string {
  return `(${text} IS NOT NULL AND ${value} IS NULL AND trim(${text}) <> '')`;
}

/** Decimal comma or point. */
export function numberOf(text: string): string {
  return `coalesce(TRY_CAST(${text} AS DOUBLE), TRY_CAST(replace(${text}, ',', '.') AS DOUBLE))`;
}

/** What stands in a cell whose formula no spreadsheet has computed yet. */
export const uncomputed = '#FORMULA?';

/**
 * What a spreadsheet shows in a cell that could not be computed, in English and in Danish. As text it is also what a
 * spreadsheet saved as CSV holds. `#NULL!` is not among them: SPSS writes it for an unanswered question.
 */
const errorWords = [
  ...['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#SPILL!', '#CALC!', '#FIELD!', '#BUSY!'],
  ...['#I/T', '#DIVISION/0!', '#VÆRDI!', '#REFERENCE!', '#NAVN?', '#OVERLØB!', '#BEREGN!', '#FELT!'],
  uncomputed,
];

/** Written so that texts without the sign cost nothing more. */
function isErrorWord(text: string): string {
  return `(starts_with(${text}, '#') AND trim(${text}) IN (${errorWords.map(quoteText).join(', ')}))`;
}

/** Why a text gave no value, as SQL that gives a rule's name. */
export function ruleOf(field: Field, text: string, number: string): string {
  return `CASE WHEN ${isErrorWord(text)} THEN 'error-cell' ELSE ${typeRuleOf(field, number)} END`;
}

function typeRuleOf(field: Field, number: string): string {
  switch (field.type) {
    case 'code':
    case 'boolean':
    case 'open-code':
    case 'text':
      return `'unknown-code'`;
    case 'date':
      return `'bad-date'`;
    case 'integer':
    case 'number':
      return `CASE
      WHEN ${number} IS NULL OR NOT isfinite(${number}) THEN 'not-a-number'
      WHEN ${inRange(field, number)} THEN 'not-whole'
      ELSE 'out-of-range'
    END`;
  }
}

/** The DuckDB type of the field as it stands in the import engine; codes are text until the analysis engine. */
export function sqlTypeOf(field: Field): string {
  switch (field.type) {
    case 'code':
    case 'open-code':
    case 'text':
      return 'VARCHAR';
    case 'integer':
      return 'INTEGER';
    case 'number':
      return 'DOUBLE';
    case 'date':
      return 'DATE';
    case 'boolean':
      return 'BOOLEAN';
  }
}

/** Bounds always, so that infinite and NaN (greater than all numbers in DuckDB) fall outside. */
function inRange(field: Field, number: string): string {
  if (field.type !== 'integer' && field.type !== 'number') return 'true';
  return `${number} BETWEEN ${field.min ?? -2147483648} AND ${field.max ?? 2147483647}`;
}

/** Two-digit years are tried first: `%Y` would take 18 for the year 18. */
const danishDates = [
  '%d-%m-%y',
  '%d-%m-%Y',
  '%d.%m.%y',
  '%d.%m.%Y',
  '%d/%m-%y',
  '%d/%m-%Y',
  '%d/%m/%y',
  '%d/%m/%Y',
];

const times = ['%H:%M', '%H.%M', '%H:%M:%S', '%H.%M.%S'];
const danishTimes = danishDates.flatMap((date) => times.map((time) => `${date} ${time}`));

/**
 * 2018-12-31, or day first in the ways Danes write it, or either with a time, which is dropped. What a reading costs is
 * paid only where the ones before gave nothing: each stands once, since DuckDB takes what stands twice out of its
 * condition and reads it for every row, which took a thousand times as long.
 */
export function dateOf(text: string): string {
  const read = (formats: readonly string[]) =>
    `try_strptime(trim(${text}), [${formats.map(quoteText).join(', ')}])::DATE`;
  // DuckDB takes 31-12-18 for a day in the year 31
  const yearFirst = `regexp_matches(${text}, '^\\s*\\d{4}\\D')`;
  const reading = `coalesce(
      CASE WHEN ${yearFirst} THEN coalesce(TRY_CAST(${text} AS DATE), TRY_CAST(TRY_CAST(${text} AS TIMESTAMP) AS DATE)) END,
      CASE WHEN length(trim(${text})) <= 10 THEN ${read(danishDates)} ELSE ${read(danishTimes)} END
    )`;
  return `CASE WHEN ${reading} BETWEEN DATE '1900-01-01' AND DATE '2100-12-31' THEN ${reading} END`;
}
