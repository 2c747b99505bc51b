import type { Vocabulary } from './vocabulary-schema';
import described from './vocabulary.yaml';

/** The file was checked when it was read, at build. */
export const vocabulary = described as Vocabulary;

const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'ae',
  ö: 'oe',
  ü: 'u',
  é: 'e',
};

/** Words as they are compared: `Barnets køn` → `barnets`, `koen`. */
export function plainWords(text: string): string[] {
  const parted = text.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const lower = parted.toLowerCase().replace(/[æøåäöüé]/g, (letter) => letters[letter] ?? letter);
  return lower.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** The same in one word: `barnetskoen`. */
export function plain(text: string): string {
  return plainWords(text).join('');
}

/** A code that stands in a file: a number as a number is written, anything else as one word. */
export function plainCode(text: string): string {
  const number = /^\s*(-?\d+)(?:[.,]0+)?\s*$/.exec(text);
  return number ? String(Number(number[1])) : plain(text);
}
