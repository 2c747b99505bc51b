import type { Language } from '../i18n/language';
import { keepReadingLanguage, readingLanguage } from './reading-language';

/** The language of a page that is written out at build, in Danish, and read in the reader's own. */
export class PageLanguage {
  current = $state<Language>('da');

  /** Once the page is there. */
  start(): void {
    this.#read(readingLanguage());
  }

  choose(language: Language): void {
    this.#read(language);
    keepReadingLanguage(language);
  }

  #read(language: Language): void {
    this.current = language;
    document.documentElement.lang = language;
  }
}
