import type { Sentences } from '../i18n/sentences';
import type { ImportProblem } from '../ingest/problem';

/** What was found and what was done about it, as a person reads it. */
export function importSentence(problem: ImportProblem, sentences: Sentences['imports']): string {
  const { column, value, rule, action } = problem;
  return `${sentences.rules[rule]({ column: column ?? '', value: value ?? '' })} ${sentences.actions[action]}`;
}
