import { formatDate } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Shared } from '../../workbench/release/shared';
import { placeWords } from './place-words';
import { shareWords } from './words';

/** What became of a file that was to leave; undefined: it could not be made. */
export function toldWords(shared: Shared | undefined, language: Language): string {
  const words = shareWords(language);
  switch (shared?.kind) {
    case 'done':
      return words.done(shared.file);
    case 'reason-needed': {
      const [conflict] = shared.conflicts;
      const place = placeWords(words, (when) => formatDate(when, language));
      return conflict ? words.copyStopped(place(conflict.one), place(conflict.other)) : words.reasonNeeded;
    }
    case 'nothing':
      return words.nothing;
    case 'too-large':
      return words.tooLarge;
    case 'faulty':
      return words.faulty(shared.faults[0]?.table ?? '');
    case undefined:
      return words.failed;
  }
}
