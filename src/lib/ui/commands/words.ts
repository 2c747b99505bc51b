import { commands as danish } from '../../i18n/da/commands';
import { commands as english } from '../../i18n/en/commands';
import type { Language } from '../../i18n/language';

/** Read when the palette or what is opened from it is: no page begins with them. */
export type CommandWords = typeof danish;

export function commandWords(language: Language): CommandWords {
  return { da: danish, en: english }[language];
}
