import { guide as danish } from '../../i18n/da/guide';
import { guide as english } from '../../i18n/en/guide';
import type { Language } from '../../i18n/language';

/** Read when a visitor is shown around, so that no page begins with them. */
export type GuideWords = typeof danish;

export function guideWords(language: Language): GuideWords {
  return { da: danish, en: english }[language];
}
