import type { resultsFile as danish } from '../da/results-file';

export const resultsFile: typeof danish = {
  title: 'The numbers here are from a file',
  about: (when) => `They were made ${when} and not computed here. Without the data they cannot be checked.`,
  rule: (minimum) => `Groups under ${minimum} children are not shown.`,
  rounded: (rounding) => `Counts are rounded to the nearest ${rounding}.`,
  synthetic: 'They are from the demonstration data.',
  own: 'Cells that are run here show their own numbers.',
  hidden: {
    'unknown-data': 'Looking whether it is the same data …',
    'other-data':
      'Other data is open than the numbers of the file were made from. So they are not shown. If both are your own, and the cells have run, it says above how many numbers have changed.',
    'other-rule':
      'The notebook has another limit for what may be shown than when the file was made. So the numbers of the file are not shown.',
  },
  nothingLeft: 'All cells have their own numbers now.',
  letGo: 'Take away the numbers of the file',
  shown: 'from the file',
  changed: 'The result in the file belongs to another version of the cell.',
  problem: {
    title: 'The file of results is not used',
    damaged: 'It is not as Pejling wrote it. Ask for it again.',
    newer: 'It was made with a newer version of Pejling.',
    'too-large': 'It is larger than a file of results can be.',
    unsafe:
      'There are numbers in it that a rule about small groups should have withheld. Tell those who gave it to you.',
    'other-notebook':
      'It does not belong to this notebook as it stands now. Open it together with the notebook it came with.',
  },
  close: 'Close',
};
