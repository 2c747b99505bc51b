import { merge as danish } from '../../i18n/da/merge';
import { merge as english } from '../../i18n/en/merge';
import type { Language } from '../../i18n/language';

/** Read where something is withheld: no page begins with them. */
export type MergeWords = typeof danish;

export function mergeWords(language: Language): MergeWords {
  return { da: danish, en: english }[language];
}
