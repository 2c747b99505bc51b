import type { ColumnProfile } from './profile';
import { plain, plainWords, vocabulary } from './vocabulary';

export const personals = ['name', 'initials', 'address', 'contact', 'birth'] as const;
/** What a column tells of a person that no number is made of. */
export type Personal = (typeof personals)[number];

const mail = /^\S+@\S+\.\S+$/;

/** By its name, or since its values are addresses of mail. */
export function isPersonal({ name, values }: ColumnProfile): Personal | undefined {
  const whole = plain(name);
  const words = plainWords(name);
  const named = personals.find((what) =>
    vocabulary.personal[what].some((word) => word === whole || (word.length > 3 && words.includes(word))),
  );
  if (named) return named;
  const mails = values.filter(({ value }) => mail.test(value)).length;
  return mails > 0 && mails * 2 >= values.length ? 'contact' : undefined;
}
