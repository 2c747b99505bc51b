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
