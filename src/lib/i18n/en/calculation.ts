import type { calculation as danish } from '../da/calculation';

export const calculation: typeof danish = {
  title: 'One child’s score',
  lede: 'Choose a course and see each answer, what it counts as, and how they become the score. It is about one child, so it is shown on this screen only.',
  instrument: 'Questionnaire',
  scale: 'Scale',
  dataset: 'Data set',
  course: 'Course',
  wave: 'Measurement',
  session: 'Session',
  sessionOf: (session, kind) => `${session}, ${kind}`,
  typeCourse: 'Write part of the number of the course and choose from the list.',
  noCourse: (typed, instrument) => `No course with ${typed} in its number has answered ${instrument}.`,
  noAnswers: 'No questionnaire is answered in the loaded data.',

  column: { item: 'Item', scale: 'Scale', answer: 'Answer', counting: 'How it counts', counted: 'Counts' },
  unanswered: 'unanswered',
  counting: {
    as_answered: 'as answered',
    reversed: (sum) => `reversed, ${sum} minus the answer`,
    points: 'by points',
    decides: 'decides whether the others count',
    scale: 'as its score',
    unanswered: 'not counted',
  },
  notCounted: '–',
  sum: 'Sum',

  answered: (answered, of) => `${answered} of ${of} are answered.`,
  needsAll: 'All must be answered.',
  needsSome: (least) => `At least ${least} must be answered.`,
  needsOne: 'At least one must be answered.',
  needsScales: 'All the scales must have a score.',

  sumIs: (sum) => `The sum is ${sum}.`,
  timesFactor: (sum, factor, score) => `The sum times ${factor}: ${sum} × ${factor} = ${score}.`,
  meanIs: (sum, answered, score) => `The mean of those answered: ${sum} / ${answered} = ${score}.`,
  meanTimes: (factor, sum, answered, score) =>
    `The mean of those answered times ${factor}: ${sum} / ${answered} × ${factor} = ${score}.`,
  rounded: (score) => `Rounded to the nearest whole number, a half upwards: ${score}.`,
  fixed: (item, answer, score) =>
    `${item} is answered with ${answer}, so the score is ${score}, whatever the other answers are.`,
  noScore: 'There is no score.',
  noScoreFrom: (scales) => `There is no score, because it is missing for ${scales}.`,
  score: 'Score',
  band: 'Band',
  noBand: 'none: the limits do not hold for the child or are not confirmed',
  rule: 'The rule in the file',
  parts: (scale) => `How ${scale} is computed`,
  sql: 'Show SQL',

  all: 'Everybody’s scores',
  page: 'Questionnaires and scoring',
  pageLede: 'What the questionnaires measure, their limits, norms and sources stand on the page',
  newTab: '(opens in a new tab)',
  about: 'About the questionnaire: rules, limits and sources',
};
