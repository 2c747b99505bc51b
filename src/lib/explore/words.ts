import { explore as danish } from '../i18n/da/explore';
import { explore as english } from '../i18n/en/explore';
import type { Language } from '../i18n/language';

/** Read where a question is put together, so no other page fetches it. */
export type ExploreWords = typeof danish;

export function exploreWords(language: Language): ExploreWords {
  return { da: danish, en: english }[language];
}
