import type { Place } from '../../disclosure/subtract';
import type { ShareWords } from './words';

/** Which table of which group, and when it was shared. */
export function placeWords(words: ShareWords, date: (when: string) => string): (place: Place) => string {
  return ({ table, whom, at }) => words.place(table, whom.join(', '), at === '' ? '' : date(at));
}
