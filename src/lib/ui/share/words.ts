import { share as danish } from '../../i18n/da/share';
import { share as english } from '../../i18n/en/share';
import type { Language } from '../../i18n/language';

/** Read when something is to leave: no page begins with them. */
export type ShareWords = typeof danish;

export function shareWords(language: Language): ShareWords {
  return { da: danish, en: english }[language];
}
