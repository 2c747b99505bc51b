import { chartForm as danish } from '../i18n/da/chart-form';
import { chartForm as english } from '../i18n/en/chart-form';
import type { Language } from '../i18n/language';

/** Read where a chart is built, so no other page fetches it. */
export type ChartFormWords = typeof danish;

export function chartFormWords(language: Language): ChartFormWords {
  return { da: danish, en: english }[language];
}
