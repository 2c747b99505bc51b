import { formatClock, formatDay } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { LibraryWords } from './words';

/** The clock for today, else the day. */
export function whenWords(at: number, now: number, words: LibraryWords['page'], language: Language): string {
  const day = formatDay(at, language);
  return day === formatDay(now, language) ? words.today(formatClock(at, language)) : words.day(day);
}
