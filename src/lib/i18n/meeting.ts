import { meeting as danish } from './da/meeting';
import { meeting as english } from './en/meeting';
import type { Language } from './language';

/** Apart from the other sentences: fetched when a meeting is opened. */
export function meetingWords(language: Language): typeof danish {
  return language === 'en' ? english : danish;
}
