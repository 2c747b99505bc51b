import type { ColumnProfile } from './profile';
import { plain, plainWords, vocabulary } from './vocabulary';

const named = ['name', 'initials', 'address', 'contact', 'birth'] as const;
export const personals = [...named, 'civil'] as const;
/** What a column tells of a person that no number is made of. */
export type Personal = (typeof personals)[number];

const mail = /^\S+@\S+\.\S+$/;

/** Civil registration numbers, or by its name, or since its values are addresses of mail. */
export function isPersonal({ name, values, civil }: ColumnProfile): Personal | undefined {
  if (civil) return 'civil';
  const whole = plain(name);
  const words = plainWords(name);
  const found = named.find((what) =>
    vocabulary.personal[what].some((word) => word === whole || (word.length > 3 && words.includes(word))),
  );
  if (found) return found;
  const mails = values.filter(({ value }) => mail.test(value)).length;
  return mails > 0 && mails * 2 >= values.length ? 'contact' : undefined;
}
