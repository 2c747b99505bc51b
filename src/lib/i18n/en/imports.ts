import type { imports as danish } from '../da/imports';

const seems: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  image: 'a picture',
  office: 'an older Office document (such as .xls)',
  html: 'a web page (HTML), whatever it is called,',
  xml: 'XML',
  json: 'JSON',
  rtf: 'a text document (RTF)',
  document: 'an Office document, but no spreadsheet,',
  ods: 'a LibreOffice spreadsheet (ods)',
  numbers: 'a Numbers spreadsheet',
  xlsb: 'a binary spreadsheet (xlsb)',
  'feather-1': 'a Feather file of the old kind (version 1)',
  stata: 'a Stata file',
  sas: 'a SAS file',
  'spss-portable': 'an SPSS file of the old kind (.por)',
  'spss-letters': 'an SPSS file in a character set unknown to us,',
  r: 'an R file',
  sqlite: 'a database (SQLite)',
  packed: 'packed in a way we cannot unpack',
};
const columnName = (column: string) => (column === '' ? 'The column without a name' : `The column ${column}`);

const stands = ({ path, detail }: { readonly path: string; readonly detail: string }) =>
  `The field ${path} of the questionnaire is ${detail}.`;

export const imports: typeof danish = {
  rules: {
    'empty-file': () => 'The file is empty.',
    'other-format': ({ value }) =>
      `The file is ${seems[value] ?? 'neither text nor a format we know'} and cannot be read. Save it as CSV or Excel (xlsx) and try again.`,
    'locked-file': () => 'The file is locked with a password. Save it without one and try again.',
    'other-packing': ({ value }) =>
      `The file is packed with ${value}, which we cannot unpack. Save it without and try again.`,
    'packed-twice': () => 'The file is packed within a packed file. Unpack the outer one and try again.',
    'too-large': ({ value }) => `The file is ${value} MB, and at most 500 MB are read at a time.`,
    'too-large-unpacked': ({ value }) =>
      `Unpacked the file is over ${value} MB, more than the browser can hold in memory.`,
    'packed-too-far': ({ value }) =>
      `Unpacked the file is over ${value} MB and more than 200 times its packed size. Data never is, so it was not read.`,
    'too-many-files': ({ value }) => `The packed file holds ${value} files, and at most 1000 are read.`,
    'too-many-rows': () => 'The file has over 5 million rows, and no more are read.',
    'too-many-columns': ({ value }) => `The file has ${value} columns, and no export has. Is it an export?`,
    'damaged-file': ({ value }) =>
      `The file is damaged or did not arrive whole (${value}). Fetch it again and try again.`,
    'rows-missing': ({ value }) =>
      `The file says that it has more or fewer rows than stand in it (read / promised: ${value}). Fetch it again and try again.`,
    'unknown-table': ({ value }) =>
      `Neither the file's name nor its columns belong to anything we know. It has: ${value}.`,
    'no-key-column': ({ column, value }) =>
      `The column ${column} is missing, and without it the rows cannot be linked. The file has: ${value}.`,
    'no-parts': () =>
      'No column is set to say which course a row belongs to, or there is nothing else to read.',
    unreadable: ({ value }) => `The file could not be read as a table: ${value}.`,
    'unknown-column': ({ column }) => `${columnName(column)} is unknown to us.`,
    'nested-column': ({ column }) => `${columnName(column)} holds lists or records, which cannot be read.`,
    'doubled-column': ({ column }) => `${columnName(column)} stands twice; the first one is used.`,
    'unmapped-column': ({ column }) => `${columnName(column)} was left out when the columns were matched.`,
    'civil-number': ({ column, value }) =>
      value === ''
        ? `There was a civil registration number in the column ${column}.`
        : `The column ${column} has civil registration numbers (${value}).`,
    'unknown-question': ({ value }) => `${value} is no question known to us.`,
    'unmapped-question': ({ column, value }) =>
      `The question ${column} was left out by choice (${value} rows).`,
    'ragged-row': ({ value }) => `The row has ${value} fields and does not fit the header.`,
    'open-quote': () => 'The row has a quotation mark that is never closed.',
    'long-row': () => 'The row is over a million characters long.',
    'missing-key': ({ column }) => `The row has no ${column}.`,
    'doubled-row': ({ value, action = 'row-left-out' }) =>
      action === 'row-left-out'
        ? `${value} is there already; the first one is used.`
        : `${value} is there several times.`,
    'test-person': ({ value }) => `${value} looks like a test and not a child.`,
    'no-course': ({ value }) => `The measurement belongs to the course ${value}, which is not in courses.`,
    'no-courses': () => 'The export has no courses, so the measurements have neither age, sex nor project.',
    differs: ({ column, value }) =>
      `Rows of one course say different things in ${column}: ${value}. The first is used.`,
    'error-cell': ({ column, value }) =>
      `The spreadsheet shows the error ${value} in ${column}, not a value.`,
    'unknown-code': ({ column, value }) => `${value} is not a code of ${column}.`,
    'not-a-number': ({ column, value }) => `${value} in ${column} is not a number.`,
    'not-whole': ({ column, value }) => `${value} in ${column} is not a whole number.`,
    'out-of-range': ({ column, value }) => `${value} is outside what ${column} can be.`,
    'bad-date': ({ column, value }) => `${value} in ${column} is not a date.`,
    'ended-before-started': ({ value }) => `The course ends ${value}, before it starts.`,
    'other-wave': ({ value }) => `The form is not used at the measurement ${value}.`,
    'other-age': ({ value }) => `The child is ${value} at the start, and the form is for another age.`,
    'before-start': ({ value }) =>
      `The measurement is from ${value}, before the course was registered or begun.`,
    'after-end': ({ value }) => `The measurement is from ${value}, after the course ended.`,
    'waves-reversed': ({ value }) => `The measurement after is from ${value}, before the one before.`,
  },
  actions: {
    'file-left-out': 'The file is not used.',
    'column-left-out': 'The column is not read.',
    'row-left-out': 'The row is left out.',
    'earlier-row-left-out': 'The row is left out, and a later one is used.',
    'every-row-left-out': 'Every row is left out.',
    'value-left-out': 'The value is set to unanswered; the rest of the row is used.',
    replaced: 'They were replaced by pseudonyms before anything was loaded, and are nowhere in the program.',
    kept: 'The row is kept.',
  },
  instrument: {
    'no-instrument': () =>
      'The file is no questionnaire. A questionnaire has the fields name, table, items and scales, among others.',
    'too-big': ({ allowed }) =>
      `The file is too big to be a questionnaire; it may have at most ${allowed} characters.`,
    'not-yaml': ({ detail, allowed }) =>
      `The questionnaire cannot be read as YAML at line ${allowed} (${detail}).`,
    missing: ({ path }) => `The questionnaire lacks the field ${path}.`,
    'unknown-field': ({ path }) => `The questionnaire has the field ${path}, which does not exist.`,
    'one-of': (field) => `${stands(field)} It can only be ${field.allowed}.`,
    'not-a-number': (field) => `${stands(field)} It must be a number.`,
    'not-whole': (field) => `${stands(field)} It must be a whole number.`,
    'not-text': (field) => `${stands(field)} It must be text.`,
    'not-a-list': (field) => `${stands(field)} It must be a list.`,
    'not-fields': (field) => `${stands(field)} It must have fields below it.`,
    'not-a-name': (field) =>
      `${stands(field)} A name is written with small letters a–z, digits and _, and begins with a letter.`,
    empty: ({ path }) => `The field ${path} of the questionnaire is empty.`,
    'too-few': ({ path, allowed }) => `The list ${path} of the questionnaire must have at least ${allowed}.`,
    'too-many': ({ path, allowed }) => `The list ${path} of the questionnaire may have at most ${allowed}.`,
    'too-long': ({ path, allowed }) =>
      `The field ${path} of the questionnaire is too long; it may have at most ${allowed} characters.`,
    'too-low': (field) => `${stands(field)} It must be at least ${field.allowed}.`,
    'not-above': (field) => `${stands(field)} It must be above ${field.allowed}.`,
    'too-high': (field) => `${stands(field)} It may be at most ${field.allowed}.`,
    'not-allowed': (field) => `${stands(field)} It cannot be that.`,
    'unknown-name': ({ path, detail }) =>
      `The field ${path} of the questionnaire names ${detail}, which is not in the file.`,
    'made-later': ({ path, detail }) =>
      `The field ${path} of the questionnaire uses ${detail}, which only comes further down.`,
    twice: ({ path, detail }) =>
      `The field ${path} of the questionnaire has ${detail}, which is there already.`,
    'reserved-word': (field) => `${stands(field)} That is a word of SQL and cannot be a name.`,
    'not-rising': ({ path, detail }) =>
      `The numbers in the field ${path} of the questionnaire must rise; ${detail} does not.`,
    'needs-too-many': ({ path, detail }) =>
      `The field ${path} of the questionnaire needs ${detail} answers and has fewer items.`,
    'too-many-items': ({ path, detail }) =>
      `The field ${path} of the questionnaire comes to ${detail} items, which is too many to compute with.`,
    taken: ({ path, detail, allowed }) =>
      `The field ${path} of the questionnaire is ${detail}, and that name is taken${allowed === '' ? '' : ` by ${allowed}`}.`,
  },
  steps: { read: 'Reading', check: 'Checking', 'hand-over': 'Getting ready' },
  place: (file, line) => (line === null ? file : `${file}, line ${line}`),
  summary: (kept, rows) => `${kept} of ${rows} rows are used`,
  more: (count) => `and ${count} more, all of them in the table import_problems`,
  none: 'All rows and values could be used.',
};
