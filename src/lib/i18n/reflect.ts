import { reflect as danish } from './da/reflect';
import { reflect as english } from './en/reflect';
import type { Language } from './language';

/** Apart from the other sentences: only a notebook with a reflection fetches them. */
export function reflectWords(language: Language): typeof danish {
  return language === 'en' ? english : danish;
}
