import type { Explanations } from '../../i18n/explanations';
import { formatNumber } from '../../i18n/format';
import type { Language } from '../../i18n/language';
import type { Instrument, Method, Scale } from '../../instruments/instrument';
import { leastAnswered } from '../../instruments/scoring';
import type { Explained } from './explained';

/** What the sentences about a score are made with. The numbers in them are all the engine's. */
export interface Telling {
  readonly instrument: Instrument;
  readonly scale: Scale;
  readonly explained: Explained;
  readonly words: Explanations['calculation'];
  readonly language: Language;
}

/** How many are answered, and how many must be. */
export function answeredWords({ scale: { method }, explained, words, language }: Telling): string {
  if (method.kind === 'scales') return words.needsScales;
  const write = (value: number) => formatNumber(value, language);
  const answered = words.answered(write(explained.answered), write(method.items.length));
  return `${answered} ${neededWords(method, words, write)}`;
}

function neededWords(
  method: Exclude<Method, { kind: 'scales' }>,
  words: Explanations['calculation'],
  write: (value: number) => string,
): string {
  switch (method.kind) {
    case 'sum':
      return words.needsAll;
    case 'mean': {
      const least = leastAnswered(method);
      return least === method.items.length ? words.needsAll : words.needsSome(write(least));
    }
    case 'points':
      return words.needsOne;
  }
}

/** From the sum to the score; or why there is none. */
export function arithmeticWords(telling: Telling): string[] {
  const { scale, explained, words } = telling;
  if (explained.score === null) return [noScoreWords(telling)];
  const fixed = fixedWords(telling);
  return fixed === undefined
    ? stepsOf(scale.method, explained, explained.score, words, writer(telling))
    : [fixed];
}

type Write = (value: number | null) => string;

const writer =
  ({ language }: Telling): Write =>
  (value) =>
    value === null ? '' : formatNumber(value, language);

function stepsOf(
  method: Method,
  { sum, answered, unrounded }: Explained,
  score: number,
  words: Explanations['calculation'],
  write: Write,
): string[] {
  switch (method.kind) {
    case 'points':
      return [words.sumIs(write(sum))];
    case 'sum':
    case 'scales':
      return method.factor === 1
        ? [words.sumIs(write(sum))]
        : [words.timesFactor(write(sum), write(method.factor), write(score))];
    case 'mean': {
      const mean = write(unrounded ?? score);
      const first =
        method.factor === 1
          ? words.meanIs(write(sum), write(answered), mean)
          : words.meanTimes(write(method.factor), write(sum), write(answered), mean);
      return method.round === 'half-up' ? [first, words.rounded(write(score))] : [first];
    }
  }
}

/** Where one answer fixes the score. */
function fixedWords(telling: Telling): string | undefined {
  const { scale, explained, words } = telling;
  const { method } = scale;
  if (method.kind !== 'points' || !method.unless) return undefined;
  const { item, is } = method.unless;
  const decides = explained.rows.find((row) => row.counting === 'decides' && row.item === item);
  const write = writer(telling);
  return decides?.answer === is ? words.fixed(item, write(is), write(explained.score)) : undefined;
}

function noScoreWords({ instrument, scale, explained, words, language }: Telling): string {
  if (scale.method.kind !== 'scales') return words.noScore;
  const missing = explained.rows.filter(({ counted }) => counted === null);
  const labels = missing.map(
    ({ item }) => instrument.scales.find(({ name }) => name === item)?.label[language] ?? item,
  );
  return words.noScoreFrom(labels.join(', '));
}

/** "vendt, 4 minus svaret" */
export function countingWords(
  { item, answer, counting }: Explained['rows'][number],
  { instrument, words, language }: Telling,
): string {
  if (answer === null && (counting === 'as_answered' || counting === 'reversed'))
    return words.counting.unanswered;
  if (counting !== 'reversed') return words.counting[counting];
  const turned = instrument.items.find(({ name }) => name === item);
  return words.counting.reversed(formatNumber((turned?.min ?? 0) + (turned?.max ?? 0), language));
}
