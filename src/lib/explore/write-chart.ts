import type { CodedVariable } from '../codebook/schema';
import { insideSentence } from '../i18n/inside';
import { formatNumber } from '../i18n/format';
import { saidIn } from '../instruments/said';
import type { CellName } from '../notebook/cell';
import { Chart } from '../notebook/chart';
import { dividing } from './write-sql';
import { normsOf, type Question } from './question';
import type { Instrument } from '../instruments/instrument';
import type { ExploreWords } from './words';

/** The chart of a question: arrows from before to after, or where two things divide it the change of each as a point. */
export function writeChart(question: Question, data: CellName, words: ExploreWords): Chart {
  const { about } = question;
  const says = about.kind === 'change' ? ofChange(question, words) : ofAnswers(question, about.variable);
  const guide = [...says.guide.map((part) => words.guide[part]), ...normGuide(question, says.rule, words)];
  return Chart.parse({
    data,
    title: titleOf(question, words),
    subtitle: subtitleOf(question, words),
    guide: guide.join(' '),
    source: [words.onlyKnown[about.kind], ...whomOf(question, words)].join(' '),
    x: says.x,
    marks: [...(says.rule ? normMarks(question, words) : []), ...says.marks],
  });
}

interface Drawn {
  readonly marks: readonly unknown[];
  readonly x: unknown;
  /** Scores stand on the axis, so a norm can. */
  readonly rule: boolean;
  readonly guide: readonly (keyof ExploreWords['guide'])[];
}

function ofChange(question: Question, words: ExploreWords): Drawn {
  const { about, by, norm } = question;
  const [group = 'whose', second] = dividing(question);
  if (second !== undefined && by)
    return {
      // Without it a chart of changes would begin where the least of them is.
      marks: [
        { ruleX: { at: 0, label: words.noChange, as: 'cut' } },
        { dot: { x: 'change', y: by.name, fill: group } },
      ],
      x: { format: 'signed', label: words.change },
      rule: false,
      guide: ['points'],
    };
  return {
    marks: [{ arrow: { x1: 'before', x2: 'after', y: by?.name ?? group, n: 'n', decimals: 1 } }],
    x: about.kind === 'change' ? { domain: [...about.scale.range] } : undefined,
    rule: norm && normsOf(question).length > 0,
    guide: ['arrow'],
  };
}

function ofAnswers(question: Question, variable: CodedVariable): Drawn {
  const [group] = dividing(question);
  const x = { format: 'percent' };
  if (group === undefined)
    return { marks: [{ barX: { x: 'share', y: variable.name } }], x, rule: false, guide: ['bars'] };
  return {
    marks: [{ dot: { x: 'share', y: variable.name, fill: group } }],
    x,
    rule: false,
    guide: ['shares'],
  };
}

function normMarks(question: Question, words: ExploreWords): readonly unknown[] {
  return normsOf(question).map((norm) => ({
    ruleX: {
      at: norm.mean,
      label: `${normName(norm, question.language, words)} ${formatNumber(norm.mean, question.language)}`,
      as: 'norm',
    },
  }));
}

/** Of whom a norm is: "piger 11–16 år", or where it is of everybody, the population. */
export function normName(
  { ages, sex, population }: Instrument['norms'][number],
  language: 'da' | 'en',
  words: ExploreWords,
): string {
  const whom = [
    ...(sex ? [words.sexes[sex]] : []),
    ...(ages ? [words.years(String(ages.from), String(ages.to))] : []),
  ];
  return whom.length > 0 ? whom.join(' ') : saidIn(population, language);
}

function normGuide(question: Question, drawn: boolean, words: ExploreWords): readonly string[] {
  const norms = drawn ? normsOf(question) : [];
  const populations = [...new Set(norms.map(({ population }) => saidIn(population, question.language)))];
  return norms.length === 0 ? [] : [words.normLine(populations.join('; '), norms.length)];
}

/** What is asked, as words: "WHO-5 Trivselsindeks ved start og ved slut, efter køn". */
export function titleOf({ about, by, language, beside }: Question, words: ExploreWords): string {
  const asked =
    about.kind === 'change' ? words.beforeAfter(scaleWords(about, language)) : about.variable.label[language];
  const divided = by ? words.by(insideSentence(by.label[language])) : '';
  return `${asked}${divided}${words.besideTitle[beside]}`;
}

function subtitleOf({ about }: Question, words: ExploreWords): string {
  if (about.kind === 'answers') return words.shareOfCourses;
  const { range, better } = about.scale;
  return words.means(String(range[0]), String(range[1]), words.better[better]);
}

/** An instrument with one scale is that scale. */
export function scaleWords(
  { instrument, scale }: Extract<Question['about'], { kind: 'change' }>,
  language: 'da' | 'en',
): string {
  const title = instrument.title[language];
  return instrument.scales.length === 1 ? title : `${title}: ${insideSentence(scale.label[language])}`;
}

/** For whom, as the reader of a report needs to know. */
function whomOf({ whom, language, beside }: Question, words: ExploreWords): readonly string[] {
  if (whom.length === 0) return [];
  const labels = whom.map(({ variable, code }) => {
    const found = variable.codes.find((each) => each.code === code);
    return `${insideSentence(variable.label[language])} ${found ? insideSentence(found.label[language]) : code}`;
  });
  const said = labels.join(', ');
  return [beside === 'everyone' ? words.chosenAre(said) : words.onlyThose(said)];
}
