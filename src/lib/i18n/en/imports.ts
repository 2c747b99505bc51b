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

const stands = ({ path, detail }: { readonly path: string; readonly detail: string }) =>
  `The field ${path} of the instrument is ${detail}.`;

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
    'no-instrument': () =>
      'The file is no instrument. An instrument has the fields name, table, items and scales, among others.',
    'too-big': ({ allowed }) =>
      `The file is too big to be an instrument; it may have at most ${allowed} characters.`,
    'not-yaml': ({ detail, allowed }) =>
      `The instrument cannot be read as YAML at line ${allowed} (${detail}).`,
    missing: ({ path }) => `The instrument lacks the field ${path}.`,
    'unknown-field': ({ path }) => `The instrument has the field ${path}, which does not exist.`,
    'one-of': (field) => `${stands(field)} It can only be ${field.allowed}.`,
    'not-a-number': (field) => `${stands(field)} It must be a number.`,
    'not-whole': (field) => `${stands(field)} It must be a whole number.`,
    'not-text': (field) => `${stands(field)} It must be text.`,
    'not-a-list': (field) => `${stands(field)} It must be a list.`,
    'not-fields': (field) => `${stands(field)} It must have fields below it.`,
    'not-a-name': (field) =>
      `${stands(field)} A name is written with small letters a–z, digits and _, and begins with a letter.`,
    empty: ({ path }) => `The field ${path} of the instrument is empty.`,
    'too-few': ({ path, allowed }) => `The list ${path} of the instrument must have at least ${allowed}.`,
    'too-many': ({ path, allowed }) => `The list ${path} of the instrument may have at most ${allowed}.`,
    'too-long': ({ path, allowed }) =>
      `The field ${path} of the instrument is too long; it may have at most ${allowed} characters.`,
    'too-low': (field) => `${stands(field)} It must be at least ${field.allowed}.`,
    'not-above': (field) => `${stands(field)} It must be above ${field.allowed}.`,
    'too-high': (field) => `${stands(field)} It may be at most ${field.allowed}.`,
    'not-allowed': (field) => `${stands(field)} It cannot be that.`,
    'unknown-name': ({ path, detail }) =>
      `The field ${path} of the instrument names ${detail}, which is not in the file.`,
    'made-later': ({ path, detail }) =>
      `The field ${path} of the instrument uses ${detail}, which only comes further down.`,
    twice: ({ path, detail }) => `The field ${path} of the instrument has ${detail}, which is there already.`,
    'reserved-word': (field) => `${stands(field)} That is a word of SQL and cannot be a name.`,
    'not-rising': ({ path, detail }) =>
      `The numbers in the field ${path} of the instrument must rise; ${detail} does not.`,
    'needs-too-many': ({ path, detail }) =>
      `The field ${path} of the instrument needs ${detail} answers and has fewer items.`,
    'too-many-items': ({ path, detail }) =>
      `The field ${path} of the instrument comes to ${detail} items, which is too many to compute with.`,
    taken: ({ path, detail, allowed }) =>
      `The field ${path} of the instrument is ${detail}, and that name is taken${allowed === '' ? '' : ` by ${allowed}`}.`,
  },
  steps: { read: 'Reading', check: 'Checking', 'hand-over': 'Getting ready' },
  place: (file, line) => (line === null ? file : `${file}, line ${line}`),
  summary: (kept, rows) => `${kept} of ${rows} rows are used`,
  more: (count) => `and ${count} more, all of them in the table import_problems`,
  none: 'All rows and values could be used.',
};
