/** A text without case and accents, and with æ, ø and å where it has ae, oe and aa. */
function fold(text: string): string {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^æøå]/g, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
  return bare.replaceAll('ae', 'æ').replaceAll('oe', 'ø').replaceAll('aa', 'å');
}

const hyphen = /(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu;

function split(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a text that is looked for. What has a hyphen is one word. */
export function wordsOf(text: string): string[] {
  return split(text.replace(hyphen, ''));
}

/** The words of a text that is looked in: with hyphens and without, and as those write who lack the keys æ, ø and å. */
export function wordsIn(text: string): string[] {
  const words = [...new Set([...split(text), ...wordsOf(text)])];
  return [...words, ...words.filter((word) => /[æøå]/.test(word)).map(withoutKeys)];
}

function withoutKeys(word: string): string {
  return word.replace(/[æå]/g, 'a').replaceAll('ø', 'o');
}

const ending = /(?<=...)(?:ernes|erne|ers|ens|ets|ene|ing|er|en|et|es|ed|e|s)$/;

/** A word without its Danish or English endings: drikker, drikke and drik are one, and so are mor and mors. */
export function stemOf(word: string): string {
  const shorter = word.replace(ending, '');
  return shorter === word ? word.replace(/([^aeiouyæøå\d])\1$/, '$1') : stemOf(shorter);
}

/** Only the beginning of a word was found: less near than the word, nearer than the next place. */
const begun = 0.5;

/** From a word to the nearest of these: none when it is there under any ending. */
export function distance(word: string, among: readonly string[]): number {
  const stem = stemOf(word);
  if (among.some((each) => each === word || stemOf(each) === stem)) return 0;
  const begins = (each: string) => each.startsWith(word) || (stem.length > 3 && each.startsWith(stem));
  return among.some(begins) ? begun : Infinity;
}
