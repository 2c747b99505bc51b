import { resultsFile as danish } from '../../i18n/da/results-file';
import { resultsFile as english } from '../../i18n/en/results-file';
import type { Language } from '../../i18n/language';

/** Read when results have come in a file: no page begins with them. */
export type ResultsFileWords = typeof danish;

export function resultsFileWords(language: Language): ResultsFileWords {
  return { da: danish, en: english }[language];
}
