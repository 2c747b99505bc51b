import { table as danish } from '../../i18n/da/table';
import { table as english } from '../../i18n/en/table';
import type { Language } from '../../i18n/language';

/** Read when one looks closer at a table. */
export type TableWords = typeof danish;

export function tableWords(language: Language): TableWords {
  return { da: danish, en: english }[language];
}
