import type { share as danish } from '../da/share';

export const share: typeof danish = {
  title: 'Share the notebook’s numbers',
  about: 'Nothing is sent: you get a file. What could tell of a child has been taken out of it.',
  held: 'The notebook is written in another tab. Here it can be fetched as it is; whom it is for is changed there.',
  audience: 'Who is to see it?',
  presets: {
    internal: {
      name: 'Ourselves',
      what: 'Groups under 5 are withheld. They can come along where you write why.',
    },
    steering: {
      name: 'A steering group',
      what: 'Exact numbers. Groups under 5 are withheld, and what would tell of them.',
    },
    public: {
      name: 'Anyone',
      what: 'Counts are rounded to the nearest 5 and nothing under 8 is shown. Shares are of the rounded counts.',
    },
  },
  settings: 'Stricter limits',
  minimum: 'Fewest children behind a number',
  rounding: 'Round counts to the nearest',
  noRounding: 'no rounding',
  preparing: 'Looking for what could be told …',
  withheldTitle: 'This will be withheld',
  nothingWithheld: 'Nothing needs to be withheld.',
  withheld: {
    small: (rows, values) =>
      [
        rows > 0 ? (rows === 1 ? '1 row' : `${rows} rows`) : '',
        values > 0 ? (values === 1 ? '1 number' : `${values} numbers`) : '',
      ]
        .filter(Boolean)
        .join(' and '),
    'no-count': 'the whole table: it does not say how many children are behind its numbers',
    'single-children': 'the whole table: each row is one child',
    'few-crossed': 'the whole table: so few children are divided in several ways. Merge groups',
    'left-out': 'left out by you',
  },
  conflictsTitle: 'Stop: two tables together tell of a small group',
  conflict: {
    rest: (one, other) => `Take “${other}” from “${one}”, and only a few children are left.`,
    changed: (one, other) =>
      `“${one}” is only a few children larger or smaller than “${other}”: those who came or left can be known.`,
    sums: (one, other) =>
      `Together with the other numbers “${one}” and “${other}” tell of a group of only a few children.`,
  },
  place: (table, whom, when) =>
    [table, whom && `(${whom})`, when && `shared ${when}`].filter(Boolean).join(' '),
  leaveOut: (table) => `Leave out “${table}”`,
  takeBack: (table) => `Take “${table}” along again`,
  whole: 'Show the small groups too',
  wholeHint: 'The file must not go further then. It says itself that nothing is withheld.',
  reason: 'Why is it to be shared all the same?',
  reasonHint: 'At least 10 characters. It stands in the file and in the log.',
  reasonNeeded: 'Write why, or leave out one of the tables.',
  report: 'Get the report',
  workbook: 'Get the tables for Excel',
  done: (file) => `Saved: ${file}`,
  faulty: (table) =>
    `The file was not saved: at the last look a withheld number stood in it (${table}). That is a fault of the program.`,
  failed: 'The file could not be made.',
  benchmark: {
    title: 'For the projects of the pool',
    about:
      'The pool’s averages by questionnaire, age and sex. A project opens the file beside its own data and sees “Beside the pool”.',
    get: 'Get the pool’s benchmark',
  },
  results: {
    title: 'The notebook with results',
    about:
      'Two files that belong together. Whoever opens both in Pejling sees tables and charts without your data. What is withheld above is not in them, and numbers of a cell that somebody changes later are not shown. The text of the notebook comes along, notes and decisions too.',
    notebook: '1. Get the notebook',
    get: '2. Get the results',
    notebookGot: (file: string) => `Downloaded: ${file}. Get the results too.`,
    resultsGot: (file: string) => `Downloaded: ${file}. Get the notebook too: without it nothing is shown.`,
    bothGot: (notebook: string, results: string) => `Downloaded: ${notebook} and ${results}. Send both.`,
  },
  nothing: 'There is nothing that can be shared.',
  tooLarge: 'There are more numbers than a file of results can hold. Split the notebook in two.',
  log: 'Get the log of all that has been shared',
  logged: (count) =>
    count === '1'
      ? '1 thing has been shared from this browser.'
      : `${count} things have been shared from this browser.`,
  copyStopped: (one, other) => `Not shared: together with “${other}”, “${one}” would tell of a small group.`,
};
