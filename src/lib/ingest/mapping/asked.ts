import { quoteText } from '../../sql/quote';
import type { ColumnUse } from './file-mapping';
import { numberVariable, questionnaireVariable, questionVariable, type Variable } from './variables';

/** A column of the file with what it is, counted from 0. */
export interface Place {
  readonly use: ColumnUse;
  readonly column: number;
}

/** How a sheet with a row for each answer says which question a row is to. */
export interface Asked {
  /** The columns that say it; a problem is told of the first. */
  readonly places: readonly [Place, ...Place[]];
  /** What can be asked, and what the file calls it. */
  readonly questions: readonly { readonly variable: string; readonly name: string }[];
  /** SQL over the sheet: the variable; `''` for a question that was left out by choice, null for one not known. */
  readonly variable: string;
  /** SQL: what the row says, as a person reads it; null where it says nothing. */
  readonly told: string;
}

/** By a column of questions, or by one of questionnaires with the question's number beside it. */
export function findAsked(places: readonly Place[], variables: readonly Variable[]): Asked | undefined {
  const find = (name: string) => places.find(({ use }) => use.variable === name);
  const question = find(questionVariable);
  if (question) return byQuestion(question, variables);
  const [questionnaire, number] = [find(questionnaireVariable), find(numberVariable)];
  return questionnaire && number && byNumber(questionnaire, number, variables);
}

function byQuestion(place: Place, variables: readonly Variable[]): Asked {
  const told = `nullif(trim(_c${place.column}), '')`;
  const codes = Object.entries(place.use.codes ?? {});
  const known = new Set(variables.map(({ name }) => name));
  const named = new Map<string, string>();
  for (const [name, code] of codes)
    if (code !== null && known.has(code) && !named.has(code)) named.set(code, name);
  return {
    places: [place],
    questions: [...named].map(([variable, name]) => ({ variable, name })),
    variable: choose(
      told,
      codes.map(([value, code]) => [quoteText(value), quoteText(code ?? '')]),
    ),
    told,
  };
}

/** The questions of a questionnaire are counted from 1, as it is printed. Anything may stand before or after the number. */
function byNumber(questionnaire: Place, number: Place, variables: readonly Variable[]): Asked {
  const form = `nullif(trim(_c${questionnaire.column}), '')`;
  const which = `TRY_CAST(regexp_extract(_c${number.column}, '(\\d+)\\D*$', 1) AS INTEGER)`;
  const forms = Object.entries(questionnaire.use.codes ?? {}).map(([name, table]) => ({
    name,
    left: table === null,
    items: variables.filter((variable) => variable.kind === 'answer' && variable.table === table),
  }));
  const named = new Map<string, string>();
  for (const { name, items } of forms)
    for (const [at, item] of items.entries())
      if (!named.has(item.name)) named.set(item.name, `${name} ${at + 1}`);
  return {
    places: [questionnaire, number],
    questions: [...named].map(([variable, name]) => ({ variable, name })),
    variable: choose(
      form,
      forms.map(({ name, left, items }) => [
        quoteText(name),
        left
          ? `''`
          : choose(
              which,
              items.map((item, at) => [String(at + 1), quoteText(item.name)]),
            ),
      ]),
    ),
    told: `nullif(concat_ws(' ', ${form}, nullif(trim(_c${number.column}), '')), '')`,
  };
}

function choose(value: string, cases: readonly (readonly [when: string, then: string])[]): string {
  if (cases.length === 0) return 'NULL';
  return `CASE ${value} ${cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ')} END`;
}
