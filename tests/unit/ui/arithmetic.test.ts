import { describe, expect, test } from 'vitest';
import { explanationsOf } from '../../../src/lib/i18n/explanations';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { answeredWords, arithmeticWords, countingWords } from '../../../src/lib/ui/calculation/arithmetic';
import type { Explained } from '../../../src/lib/ui/calculation/explained';

const row = (item: string, answer: number | null, counted: number | null, counting: Explained['rows'][number]['counting'] = 'as_answered') =>
  ({ item, answer, counted, counting }); // prettier-ignore

const nothing: Explained = { rows: [], sum: null, unrounded: null, answered: 0, score: null, band: null };

function telling(instrumentName: string, scaleName: string, explained: Partial<Explained>) {
  const instrument = instruments.find(({ name }) => name === instrumentName);
  const scale = instrument?.scales.find(({ name }) => name === scaleName);
  if (!instrument || !scale) throw new Error(`no ${instrumentName} ${scaleName}`);
  const words = explanationsOf('da').calculation;
  return { instrument, scale, explained: { ...nothing, ...explained }, words, language: 'da' as const };
}

describe('the words around the engine’s numbers', () => {
  test.each([
    ['a sum times a factor', 'who5', 'total', { sum: 17, answered: 5, score: 68 }, ['Summen gange 4: 17 × 4 = 68.']],
    ['a mean that is rounded', 'sdq_p', 'emotion', { sum: 4, answered: 3, unrounded: 20 / 3, score: 7 },
      ['Gennemsnittet af de besvarede gange 5: 4 / 3 × 5 = 6,67.', 'Rundet til nærmeste hele tal, en halv opad: 7.']],
    ['a mean as it is', 'core_om', 'wellbeing', { sum: 7, answered: 4, score: 1.75 }, ['Gennemsnittet af de besvarede: 7 / 4 = 1,75.']],
    ['a mean times a factor', 'core_yp', 'total', { sum: 20, answered: 9, score: 200 / 9 }, ['Gennemsnittet af de besvarede gange 10: 20 / 9 × 10 = 22,22.']],
    ['a sum of scales', 'sdq_p', 'total', { sum: 19, answered: 20, score: 19 }, ['Summen er 19.']],
    ['points', 'sdq_p', 'impact', { rows: [row('pebddiff', 2, null, 'decides')], sum: 3, answered: 5, score: 3 }, ['Summen er 3.']],
    ['an answer that fixes the score', 'sdq_p', 'impact', { rows: [row('pebddiff', 0, null, 'decides')], sum: 3, answered: 5, score: 0 },
      ['pebddiff er besvaret med 0, så scoren er 0, uanset de andre svar.']],
    ['no score', 'who5', 'total', { sum: 12, answered: 4 }, ['Der er ingen score.']],
    ['no score for want of a scale', 'sdq_p', 'total',
      { rows: [row('emotion', null, 3, 'scale'), row('peer', null, null, 'scale')], sum: 3, answered: 7 },
      ['Der er ingen score, fordi den mangler for Vanskeligheder med jævnaldrende.']],
  ] as const)('%s', (_, instrument, scale, explained, sentences) => {
    expect(arithmeticWords(telling(instrument, scale, explained))).toEqual(sentences);
  }); // prettier-ignore

  test.each([
    ['who5', 'total', 4, '4 af 5 er besvaret. Alle skal være besvaret.'],
    ['sdq_p', 'emotion', 2, '2 af 5 er besvaret. Mindst 3 skal være besvaret.'],
    ['core_om', 'risk', 6, '6 af 6 er besvaret. Alle skal være besvaret.'],
    ['core_om', 'total', 30, '30 af 34 er besvaret. Mindst 31 skal være besvaret.'],
    ['sdq_p', 'impact', 0, '0 af 5 er besvaret. Mindst ét skal være besvaret.'],
    ['sdq_p', 'total', 20, 'Alle skalaerne skal have en score.'],
  ])('how many are needed: %s %s', (instrument, scale, answered, sentence) => {
    expect(answeredWords(telling(instrument, scale, { answered }))).toBe(sentence);
  });

  test('a reversed answer says what it is taken from', () => {
    const conduct = telling('sdq_p', 'conduct', {});
    expect(countingWords(row('pobeys', 2, 0, 'reversed'), conduct)).toBe('vendt, 2 minus svaret');
    const sensing = telling('toddler', 'sensing', {});
    expect(countingWords(row('toddler_7', 1, 3, 'reversed'), sensing)).toBe('vendt, 4 minus svaret');
    expect(countingWords(row('plies', 1, 1), conduct)).toBe('som svaret');
    expect(countingWords(row('pobeys', null, null, 'reversed'), conduct)).toBe('tæller ikke med');
    expect(countingWords(row('pdistres', null, 0, 'points'), conduct)).toBe('efter point');
  });
});
