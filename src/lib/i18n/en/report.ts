import type { report as danish } from '../da/report';

export const report: typeof danish = {
  figure: (number) => `Figure ${number}`,
  table: (number) => `Table ${number}`,
  guide: 'How to read the figure.',
  madeAt: (when) => `Made ${when}`,
  groupsHidden: (minimum) => `Groups under ${minimum} are withheld, and the rows that would tell of them.`,
  noPolicy: 'Shown without withholding. The numbers may be about few children and must not be shared.',
  synthetic: 'Synthetic data. None of the children exist.',
  truncated: (rows) => `Only the first ${rows} rows are here.`,
  leftOut: (names: string) => `Left out: ${names}. Each value there is one child’s.`,
  noRows: 'No rows.',
  withheldValue: 'withheld',
  missingValue: 'no value',
  notShown: 'not shown',
  noCount:
    'Not shown: the result does not say how many children stand behind each row. Add a column called n with count(*).',
  singleChildren:
    'Not shown: the rows are about too few children, or each row is one child. Gather more children in each row.',
  fewCrossed:
    'Not shown: so few children, divided in several ways at once, could be recognised. Merge groups, or divide them in one way.',
  notRun: 'Has not been computed.',
  failed: (why) => `Could not be computed. ${why}`,
  unread: 'This cell cannot be read by this program.',
  missingData: (name) => `The figure lacks the cell ${name}.`,
  chosen: (label, value) => `${label}: ${value}.`,
  all: 'all',
  nothing: 'not chosen',
  yes: 'yes',
  no: 'no',
  range: (from, to) => `${from}–${to}`,
  untitled: 'Untitled',
  datasets: (names: string) => `Data: ${names}.`,
  own: (names: string) => `Questionnaires of one’s own: ${names}.`,
  waitsFor: (name: string) => `Waits for ${name}.`,
  stale: 'The numbers are out of date and not shown. Run the cell again.',
};
