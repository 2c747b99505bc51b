import type { Words } from './sourced';

/** A reference or a name that reads the same in both languages, or a sentence in each. */
export type Said = string | Words;

export function saidIn(said: Said, language: keyof Words): string {
  return typeof said === 'string' ? said : said[language];
}
