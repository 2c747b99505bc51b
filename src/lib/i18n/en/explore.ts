import type { explore as danish } from '../da/explore';

export const explore: typeof danish = {
  title: 'Explore',
  about: 'Put a question together and see the answer at once. You need no SQL.',
  what: 'What do you want to know about?',
  whoTheyAre: 'Who the children are',
  whom: 'For whom?',
  whomAbout:
    'Several choices hold at once. The more you leave out, the fewer children stand behind the numbers.',
  everybody: 'All',
  divided: 'Divided by what?',
  dividedAbout: 'Each group has a row of its own. Those for whom it is not known are in no group.',
  undivided: 'Not divided',
  beside: 'Compared with what?',
  besideChoices: {
    nothing: 'Only itself, before and after',
    everyone: 'All in the export',
    exports: 'The other exports',
  },
  besideAnswers: 'Not compared',
  besideNobody: 'Choose above for whom: then they stand beside all in the export.',
  besideAlone: 'The numbers stand alone.',
  besideAbout: {
    nothing: 'The numbers stand alone. Before and after show a development, not what caused it.',
    everyone: 'Those you chose beside all in the same export. The chosen are among all, too.',
    exports: 'The same question of every export that is open. A child in two of them is in both.',
  },
  dataset: 'Export',
  norm: (population) => `Draw the norm: ${population}`,
  answer: 'The answer',
  waits: 'Computing …',
  none: 'Nobody has answered a questionnaire both at the start and at the end. Choose something about who they are.',
  insert: 'Put into the notebook',
  insertAbout: 'It becomes two ordinary cells, a calculation and a chart, which you can edit.',
  aboutScale: (measures, from, to, better) => `${measures}From ${from} to ${to}; ${better}.`,
  aboutVariable: 'The share of courses with each answer, among those for whom it is known.',
  better: { higher: 'higher is better', lower: 'lower is better' },

  everyone: 'All in the export',
  chosen: 'The chosen',
  twice: 'Each course is among all, and if it is one of the chosen, among those too.',
  beforeAfter: (scale) => `${scale}, at the start and at the end`,
  by: (variable) => `, by ${variable}`,
  besideTitle: {
    nothing: '',
    everyone: ': the chosen beside all in the export',
    exports: ', in each export',
  },
  change: 'Change from start to end',
  noChange: 'no change',
  shareOfCourses: 'Share of courses with each answer.',
  means: (from, to, better) => `Mean, ${from} to ${to}; ${better}.`,
  guide: {
    arrow: 'The arrow goes from the mean at the start to the mean at the end.',
    points: 'Each point is the mean change of a group from start to end. The n of each is in the table.',
    bars: 'Each bar is the share with that answer.',
    shares: 'Each point is the share of a group with that answer. Shares are of the n at the group’s name.',
  },
  normLine: (population, lines) =>
    lines === 1
      ? `The vertical line is the norm: ${population}.`
      : `The vertical lines are the norms: ${population}.`,
  sexes: { girl: 'girls', boy: 'boys' },
  years: (from, to) => `${from}–${to} years`,
  onlyKnown: {
    change: 'Only those measured both at the start and at the end.',
    answers: 'Only courses for which it is known.',
  },
  onlyThose: (those) => `Only: ${those}.`,
  chosenAre: (those) => `The chosen: ${those}.`,
};
