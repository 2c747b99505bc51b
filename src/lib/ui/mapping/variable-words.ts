import { labelOfColumn, variableOf } from '../../codebook/codebook';
import type { Language } from '../../i18n/language';
import type { Sentences } from '../../i18n/sentences';
import type { ColumnUse } from '../../ingest/mapping/file-mapping';
import type { Variable } from '../../ingest/mapping/variables';

/** What a variable is called where a person chooses one. */
export function variableLabel(variable: Variable, words: Sentences['mapping'], language: Language): string {
  const { instrument, field, kind, scale } = variable;
  if (kind === 'question' || kind === 'questionnaire' || kind === 'number' || kind === 'response')
    return words[kind];
  if (!instrument) return labelOfColumn(field.name, language);
  const title = instrument.title[language];
  if (kind === 'total') {
    const label = instrument.scales.find(({ name }) => name === scale)?.label[language] ?? '';
    return words.total(title, label);
  }
  const number = instrument.items.findIndex(({ name }) => name === field.name) + 1;
  return words.answer(title, String(number));
}

/** A question among many: by its name first, for a narrow menu. */
export function questionLabel(question: Variable, words: Sentences['mapping'], language: Language): string {
  const label = variableLabel(question, words, language);
  return question.kind === 'total' ? label : `${question.field.name} · ${label}`;
}

/** What the codes of a variable are called; those without a label as they are. */
export function codeLabel(variable: Variable, code: string, language: Language): string {
  const described = variableOf(variable.table, variable.field.name);
  if (described?.type !== 'code') return code;
  return described.codes.find((each) => each.code === code)?.label[language] ?? code;
}

/** Before, after, follow-up, as the codebook says. */
export function waveLabels(
  language: Language,
): readonly { readonly wave: NonNullable<ColumnUse['wave']>; readonly label: string }[] {
  const described = variableOf('forms', 'wave');
  const codes = described?.type === 'code' ? described.codes : [];
  return (['before', 'after', 'followup'] as const).map((wave) => ({
    wave,
    label: codes.find(({ code }) => code === wave)?.label[language] ?? wave,
  }));
}

export interface VariableGroup {
  readonly title: string;
  readonly variables: readonly Variable[];
}

/** The variables as a menu shows them. */
export function groupVariables(
  variables: readonly Variable[],
  words: Sentences['mapping'],
  language: Language,
): readonly VariableGroup[] {
  const titles = new Map<string, Variable[]>();
  for (const variable of variables) {
    const title = groupTitle(variable, words, language);
    titles.set(title, [...(titles.get(title) ?? []), variable]);
  }
  return [...titles].map(([title, each]) => ({ title, variables: each }));
}

function groupTitle(
  { kind, instrument }: Variable,
  { groups }: Sentences['mapping'],
  language: Language,
): string {
  switch (kind) {
    case 'course':
      return groups.course;
    case 'form':
      return groups.form;
    case 'answer':
      return groups.answers(instrument?.title[language] ?? '');
    case 'total':
      return groups.totals;
    case 'question':
    case 'questionnaire':
    case 'number':
    case 'response':
      return groups.pairs;
  }
}
