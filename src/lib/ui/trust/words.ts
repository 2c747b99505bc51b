import { trust as danish } from '../../i18n/da/trust';
import { trust as english } from '../../i18n/en/trust';
import type { Language } from '../../i18n/language';

/** Read when something has come from elsewhere, or is to go there: no page begins with them. */
export type TrustWords = typeof danish;

export function trustWords(language: Language): TrustWords {
  return { da: danish, en: english }[language];
}
