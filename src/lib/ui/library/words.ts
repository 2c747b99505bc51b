import { library as danish } from '../../i18n/da/library';
import { library as english } from '../../i18n/en/library';
import type { Language } from '../../i18n/language';

/** Read when something of the library is shown: no page of the notebook begins with them. */
export type LibraryWords = typeof danish;

export function libraryWords(language: Language): LibraryWords {
  return { da: danish, en: english }[language];
}
