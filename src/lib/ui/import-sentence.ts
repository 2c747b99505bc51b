import type { Sentences } from '../i18n/sentences';
import type { ImportProblem } from '../ingest/problem';
import type { RefusedFile } from '../workbench/refused';

/** What was found and what was done about it, as a person reads it. */
export function importSentence(problem: ImportProblem, sentences: Sentences['imports']): string {
  const { column, value, rule, action } = problem;
  return `${sentences.rules[rule]({ column: column ?? '', value: value ?? '', action })} ${sentences.actions[action]}`;
}

/** Why a file gave nothing. */
export function refusalSentence(refused: RefusedFile, sentences: Sentences['imports']): string {
  switch (refused.kind) {
    case 'data':
      return importSentence(refused.problem, sentences);
    case 'instrument': {
      const { problem } = refused;
      return `${sentences.instrument[problem.message](problem)} ${sentences.actions['file-left-out']}`;
    }
  }
}
