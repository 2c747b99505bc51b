import { meaning as danish } from '../../i18n/da/meaning';
import { meaning as english } from '../../i18n/en/meaning';
import type { Language } from '../../i18n/language';

/** Read when one asks what a number means. */
export function meaningWords(language: Language): typeof danish {
  return { da: danish, en: english }[language];
}
