import { saidIn } from '../../instruments/said';
import { exact, inOneLine, type Telling } from './block';
import { labelIn } from './coded';
import { answerRanges, reversedItems } from './items';

/** One line of the list that begins an instrument: what, and the answer. */
export interface Line {
  readonly what: string;
  readonly answer: string;
}

export function summaryOf(telling: Telling): Line[] {
  const { instrument, language, words, codes } = telling;
  const { name, version, table, respondents, ages, licence, configurable } = instrument;
  const { facts } = words;
  const lines = [
    {
      what: facts.respondents,
      answer: inOneLine(
        respondents.map((code) => labelIn(codes.respondent, code, language)),
        language,
        '; ',
      ),
    },
    { what: facts.ages, answer: words.years(String(ages.from), String(ages.to)) },
    { what: facts.when, answer: whenOf(telling) },
    { what: facts.items, answer: answerRanges(telling) },
    { what: facts.reversed, answer: reversedItems(telling) },
    { what: facts.configurable, answer: configurable?.[language] ?? '' },
    { what: facts.licence, answer: saidIn(licence, language) },
    { what: facts.file, answer: words.version(name, exact(version, telling), table) },
  ];
  return lines.filter(({ answer }) => answer !== '');
}

function whenOf({ instrument: { when }, language, words, codes }: Telling): string {
  if (when.kind === 'waves') {
    const waves = when.waves.map((code) => labelIn(codes.wave, code, language));
    return inOneLine(waves, language, ', ');
  }
  const kinds = when.kinds.map(({ label }) => label[language]);
  return words.sessions(inOneLine(kinds, language, ', '));
}
