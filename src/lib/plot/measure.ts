const narrow = new Set("iljtfrI.,:;'|!·()[] ");
const wide = new Set('mwMWÆæ%@—');

/** About how wide words are in Source Sans, in pixels. There is no layout to ask in Node. */
export function widthOf(words: string, size: number, weight = 400): number {
  let em = 0;
  for (const sign of words)
    em += narrow.has(sign) ? 0.29 : wide.has(sign) ? 0.8 : sign === sign.toLowerCase() ? 0.5 : 0.58;
  return em * size * (weight >= 600 ? 1.05 : 1);
}

/** Words broken into at most `lines` lines of `width`; what does not fit ends in an ellipsis. */
export function broken(
  words: string,
  width: number,
  size: number,
  weight: number,
  lines: number,
): readonly string[] {
  const made: string[] = [];
  for (const word of words.split(' ')) {
    const last = made.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || (widthOf(joined, size, weight) > width && made.length < lines)) made.push(word);
    else made[made.length - 1] = joined;
  }
  return made.map((line) => shortened(line, width, size, weight));
}

/**
 * Words on as many lines of `width` as they need; a word that is wider than a line is parted, and
 * `n = 12` stays on one line. */
export function wrapped(words: string, width: number, size: number, weight = 400): readonly string[] {
  const made: string[] = [];
  const kept = words.replace(/\bn = (?=\S)/g, 'n\u00a0=\u00a0');
  for (const part of kept.split(/[ \n]+/).flatMap((word) => parted(word, width, size, weight))) {
    const last = made.at(-1);
    const joined = last === undefined ? part : `${last} ${part}`;
    if (last === undefined || last.endsWith('-') || widthOf(joined, size, weight) > width) made.push(part);
    else made[made.length - 1] = joined;
  }
  return made;
}

/** At least three letters stand on either side of the hyphen. */
function parted(word: string, width: number, size: number, weight: number): readonly string[] {
  const signs = [...word];
  let fits = signs.length;
  while (fits > 3 && widthOf(`${signs.slice(0, fits).join('')}-`, size, weight) > width) fits -= 1;
  if (widthOf(word, size, weight) <= width || signs.length < 6) return [word];
  const at = Math.min(fits, signs.length - 3);
  return [`${signs.slice(0, at).join('')}-`, ...parted(signs.slice(at).join(''), width, size, weight)];
}

/** The words with the long ones cut after a consonant, as dictionaries do: moderat til alvorlig, mod. til alv. */
export function abbreviated(words: string, letters: number): string {
  const cut = (word: string) => {
    if (word.length < letters + 3) return word;
    const stem = word.slice(0, letters).replace(/[aeiouyæøå]+$/i, '');
    return stem.length < 2 ? word : `${stem}.`;
  };
  return words.split(' ').map(cut).join(' ');
}

function shortened(line: string, width: number, size: number, weight: number): string {
  if (widthOf(line, size, weight) <= width) return line;
  const signs = [...line];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size, weight) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
