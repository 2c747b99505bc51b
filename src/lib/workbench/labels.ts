import { labelOfCode, labelOfColumn } from '../codebook/codebook';
import { labelOfScoreCode } from '../instruments/labels';
import type { Language } from '../i18n/language';
import { sentencesOf } from '../i18n/sentences';
import type { Column } from '../results/result';

/** The words of a code, in the reader's language; a code the codebook does not know is shown as it is. */
export function labelOf(column: Column, code: string, language: Language): string {
  if (!column.codes) return code;
  const label = labelOfCode(column.codes, code, language);
  return label === code ? (labelOfScoreCode(code, language, column.codes) ?? code) : label;
}

/** What a column is called where people read it. */
export function headingOf(column: Column, language: Language): string {
  const label = labelOfColumn(column.name, language);
  if (label !== column.name) return label;
  return new Map(Object.entries(sentencesOf(language).compare.columns)).get(column.name) ?? label;
}
