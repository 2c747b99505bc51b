import type { figures as danish } from '../da/figures';

export const figures: typeof danish = {
  title: 'About the numbers',
  home: 'To the front page',
  lede: (values, objects) =>
    `The midterm evaluation and the reports on BRUS and BALLAST print ${values} numbers in ${objects} figures, tables and passages. Each of them stands here beside what Pejling computes from the synthetic exports.`,
  shows:
    'This shows that the arithmetic is the same, and how far Pejling reaches. It does not show that the evaluation was right. The children in the exports do not exist: their answers were made so that the numbers come out as printed. What makes the answers and what computes on them share no code.',
  counted: 'What became of the numbers?',
  documents: {
    '000': 'The BRUS report (000)',
    '002': 'The midterm evaluation (002)',
    '004': 'The BALLAST report (004)',
  },
  kinds: {
    computed: 'Computed',
    constant: 'Norm or cut-off',
    contradicted: 'Contradicted',
    'not-data': 'Not data',
    open: 'Missing',
    lost: 'Lost',
  },
  help: {
    computed: 'A cell of a notebook computes it from the export, and it comes out as printed.',
    constant: 'It is in the questionnaire’s file, and the two are equal.',
    contradicted: 'The documents contradict themselves. The more basic number was kept.',
    'not-data': 'Words, ratings and other people’s numbers: no export can give them.',
    open: 'No cell gives it yet.',
    lost: 'The figure was a picture, and its numbers are not in the text of the documents.',
  },
  held: (held, all) => `${held} of ${all}`,
  objects: (count) => `${count} figures`,
  row: 'Row',
  column: 'Column',
  printed: 'Printed',
  found: 'Pejling',
  what: 'What',
  n: 'Count',
  source: (document) =>
    document === '002'
      ? 'Source of what is printed: SIV/B98. Source of what is computed: synthetic data.'
      : `Source of what is printed: the report (${document}). Source of what is computed: synthetic data.`,
  notPublished:
    'The numbers of these figures are not published. The cell beside each computes them; in the demonstration they are invented.',
  cells: 'Computed in',
  values: (count) => (count === 1 ? 'one number' : `${count} numbers`),
};
