import { findDelimiter, newlineOf, type Delimiter } from './delimiter';
import { fieldsOf, newRecord, readRecord, type Dialect, type RecordMark } from './record';
import { recordWriter } from './writer';

/** What was found in a delimited file, and its usable rows written anew for a strict reader. */
export interface Shape {
  readonly delimiter: Delimiter;
  /** Column names as they stand in the header, unquoted; may be empty, doubled or hostile. */
  readonly header: readonly string[];
  /** Data records in the file: neither header nor blank lines. */
  readonly records: number;
  readonly blankLines: number;
  readonly multiLineRecords: number;
  /** Records that cannot be read as rows of this header. `usable + broken.length = records`. */
  readonly broken: readonly Broken[];
  readonly usable: number;
  /** The usable records without a header, each after its line number in the file. */
  readonly body: Uint8Array;
}

export interface Broken {
  readonly line: number;
  readonly fields: number;
  readonly rule: 'ragged-row' | 'open-quote' | 'long-row';
}

export type Reading =
  | { readonly ok: true; readonly shape: Shape }
  | { readonly ok: false; readonly problem: { readonly kind: 'too-many-columns'; readonly columns: number } };

/** No instrument comes near; a file that does is not what it says it is. */
export const columnLimit = 2_000;

/** DuckDB reads lines of up to 2 MB. */
const recordLimit = 1_000_000;

/** One pass over UTF-8 text (not blank): a million rows in about a second. */
export function readShape(text: Uint8Array): Reading {
  const delimiter = findDelimiter(text);
  const dialect: Dialect = { delimiter: delimiter.charCodeAt(0), newline: newlineOf(text) };
  const record = newRecord();
  let line = 1;
  let at = 0;
  for (; at < text.length; at = record.next, line += 1 + record.innerLines) {
    readRecord(text, at, dialect, record);
    if (!isBlank(text, record, dialect)) break;
  }
  if (record.fields > columnLimit) {
    return { ok: false, problem: { kind: 'too-many-columns', columns: record.fields } };
  }
  const header = fieldsOf(text, record, dialect);
  const rows = readRows(text, record.next, line + 1 + record.innerLines, header.length, dialect);
  return { ok: true, shape: { delimiter, header, ...rows } };
}

function readRows(text: Uint8Array, start: number, firstLine: number, columns: number, dialect: Dialect) {
  const record = newRecord();
  const writer = recordWriter(text, dialect);
  const broken: Broken[] = [];
  let [records, blankLines, multiLineRecords] = [0, 0, 0];
  let quotes = true;
  // A stray quote swallows lines: such a record is cut at its first line and the rest read again. The budget keeps
  // a file made of stray quotes from taking quadratic time.
  let budget = 4 * text.length;
  let line = firstLine;
  for (let at = start; at < text.length; at = record.next) {
    readRecord(text, at, dialect, record, quotes);
    const swallows = record.open || (record.innerLines > 0 && (record.odd || record.fields !== columns));
    if (swallows) {
      budget -= record.next - at;
      if (budget < 0) quotes = false;
      readRecord(text, at, dialect, record, false);
    }
    if (isBlank(text, record, dialect)) blankLines++;
    else {
      records++;
      const rule = swallows ? 'open-quote' : faultOf(record, columns);
      if (rule) broken.push({ line, fields: record.fields, rule });
      else if (record.odd) writer.rewrite(line, fieldsOf(text, record, dialect, quotes));
      else writer.copy(line, record);
      if (!rule && record.innerLines > 0) multiLineRecords++;
    }
    line += 1 + record.innerLines;
  }
  const usable = records - broken.length;
  return { records, blankLines, multiLineRecords, broken, usable, body: writer.finish() };
}

function faultOf(record: RecordMark, columns: number): Broken['rule'] | undefined {
  if (record.end - record.start > recordLimit) return 'long-row';
  return record.fields === columns ? undefined : 'ragged-row';
}

/** Spreadsheets leave lines of nothing but delimiters behind. */
function isBlank(text: Uint8Array, { start, end }: RecordMark, { delimiter }: Dialect): boolean {
  for (let at = start; at < end; at++) {
    const byte = text[at];
    if (byte !== delimiter && byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}
