import { changes as danish } from '../../i18n/da/changes';
import { changes as english } from '../../i18n/en/changes';
import type { Language } from '../../i18n/language';

/** Read when a second export has come: no page begins with them. */
export type ChangesWords = typeof danish;

export function changesWords(language: Language): ChangesWords {
  return { da: danish, en: english }[language];
}
