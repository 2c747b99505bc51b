import { editor as danish } from '../../i18n/da/editor';
import { editor as english } from '../../i18n/en/editor';
import type { Language } from '../../i18n/language';

/** Read with the editor. */
export type EditorWords = typeof danish;

export function editorWords(language: Language): EditorWords {
  return { da: danish, en: english }[language];
}
