import { formatClock, formatDate } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Sentences } from '../../i18n/sentences';

/** When something was opened, as one would say it: the clock for today and yesterday, else the date. */
export function openedWords(
  at: number,
  now: number,
  words: Sentences['screen']['opening'],
  language: Language,
): string {
  const daysAgo = Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
  if (daysAgo === 0) return words.today(formatClock(at, language));
  if (daysAgo === 1) return words.yesterday(formatClock(at, language));
  return formatDate(new Date(dayOf(at)).toISOString(), language);
}

/** The reader's own calendar day, as its midnight in UTC. */
function dayOf(at: number): number {
  const local = new Date(at);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate());
}
