import { languages, type Language } from '../i18n/language';

const key = 'pejling-language';

/** The language this reader chose last here; Danish until then, and where storage is off. */
export function readingLanguage(): Language {
  try {
    const kept = localStorage.getItem(key);
    return languages.find((language) => language === kept) ?? 'da';
  } catch {
    return 'da';
  }
}

export function keepReadingLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}
