import type { imports as danish } from '../da/imports';

const seems: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  zip: 'a zip file or a spreadsheet (xlsx)',
  office: 'an older Office document',
  image: 'a picture',
  gzip: 'a packed file (gzip)',
  parquet: 'a Parquet file',
};
const columnName = (column: string) => (column === '' ? 'The column without a name' : `The column ${column}`);

export const imports: typeof danish = {
  rules: {
    'empty-file': () => 'The file is empty.',
    'not-text': ({ value }) =>
      `The file is ${seems[value] ?? 'not text'} and cannot be read. Save it as CSV and try again.`,
    'too-many-columns': ({ value }) => `The file has ${value} columns, and no export has. Is it an export?`,
    'unknown-table': ({ value }) =>
      `Neither the file's name nor its columns belong to anything we know. It has: ${value}.`,
    'no-key-column': ({ column, value }) =>
      `The column ${column} is missing, and without it the rows cannot be linked. The file has: ${value}.`,
    unreadable: ({ value }) => `The file could not be read as a table: ${value}.`,
    'unknown-column': ({ column }) => `${columnName(column)} is unknown to us.`,
    'doubled-column': ({ column }) => `${columnName(column)} stands twice; the first one is used.`,
    'ragged-row': ({ value }) => `The row has ${value} fields and does not fit the header.`,
    'open-quote': () => 'The row has a quotation mark that is never closed.',
    'long-row': () => 'The row is over a million characters long.',
    'missing-key': ({ column }) => `The row has no ${column}.`,
    'doubled-row': ({ value }) => `${value} is there already; the first one is used.`,
    'no-course': ({ value }) => `The measurement belongs to the course ${value}, which is not in courses.`,
    'no-courses': () => 'The export has no courses, so the measurements have neither age, sex nor project.',
    'unknown-code': ({ column, value }) => `${value} is not a code of ${column}.`,
    'not-a-number': ({ column, value }) => `${value} in ${column} is not a number.`,
    'not-whole': ({ column, value }) => `${value} in ${column} is not a whole number.`,
    'out-of-range': ({ column, value }) => `${value} is outside what ${column} can be.`,
    'bad-date': ({ column, value }) => `${value} in ${column} is not a date.`,
    'ended-before-started': ({ value }) => `The course ends ${value}, before it starts.`,
    'other-wave': ({ value }) => `The form is not used at the measurement ${value}.`,
    'other-age': ({ value }) => `The child is ${value} at the start, and the form is for another age.`,
  },
  actions: {
    'file-left-out': 'The file is not used.',
    'column-left-out': 'The column is not read.',
    'row-left-out': 'The row is left out.',
    'value-left-out': 'The value is set to unanswered; the rest of the row is used.',
    kept: 'The row is kept.',
  },
  instrument: {
    'too-big': () => 'The file is too big to be an instrument.',
    'not-yaml': ({ detail }) =>
      `The instrument cannot be read as YAML${detail === '' ? '' : ` (${detail})`}.`,
    missing: ({ path }) => `The instrument lacks the field ${path}.`,
    'unknown-field': ({ path }) => `The instrument has the field ${path}, which does not exist.`,
    'not-allowed': ({ path, detail }) => `The field ${path} of the instrument cannot be ${detail}.`,
    taken: ({ path, detail }) => `The field ${path} of the instrument is ${detail}, and that name is taken.`,
    'unknown-name': ({ path, detail }) =>
      `The field ${path} of the instrument names ${detail}, which is not in it.`,
    'made-later': ({ path, detail }) =>
      `The field ${path} of the instrument uses ${detail}, which only comes later.`,
    twice: ({ path, detail }) => `The field ${path} of the instrument is ${detail}, which is there twice.`,
    'reserved-word': ({ path, detail }) =>
      `The field ${path} of the instrument is ${detail}, which is a word of SQL.`,
    'not-rising': ({ path, detail }) =>
      `The numbers in the field ${path} of the instrument must rise; ${detail} does not.`,
    'needs-too-many': ({ path, detail }) =>
      `The field ${path} of the instrument needs ${detail} answers and has fewer items.`,
  },
  steps: { read: 'Reading', check: 'Checking', 'hand-over': 'Getting ready' },
  place: (file, line) => (line === null ? file : `${file}, line ${line}`),
  summary: (kept, rows) => `${kept} of ${rows} rows are used`,
  more: (count) => `and ${count} more, all of them in the table import_problems`,
  none: 'All rows and values could be used.',
};
