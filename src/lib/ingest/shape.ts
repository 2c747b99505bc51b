import { findDelimiter, newlineOf, type Delimiter } from './delimiter';
import { columnLimit, recordLimit, rowLimit } from './limits';
import { fieldsOf, newRecord, readRecord, type Dialect, type RecordMark } from './record';
import { stepBytes, type Work } from './work';
import { recordWriter } from './writer';

/** A table as delimited text for a strict reader, whatever kind of file it comes from. */
export interface Shape {
  readonly delimiter: Delimiter;
  /** Column names as they stand in the header, unquoted; may be empty, doubled or hostile. */
  readonly header: readonly string[];
  /** Data records in the file: neither header nor blank lines. */
  readonly records: number;
  readonly blankLines: number;
  /** Records that cannot be read as rows of this header. `usable + broken.length = records`. */
  readonly broken: readonly Broken[];
  readonly usable: number;
  /** The usable records without a header, UTF-8, each after its line number in the file. */
  readonly body: Uint8Array;
}

export interface Broken {
  readonly line: number;
  readonly fields: number;
  readonly rule: 'ragged-row' | 'open-quote' | 'long-row';
}

export type Reading =
  | { readonly ok: true; readonly shape: Shape }
  | {
      readonly ok: false;
      readonly problem: { readonly kind: 'too-many-columns' | 'too-many-rows'; readonly count: number };
    };

/** One pass over UTF-8 text (not blank): a million rows in about a second. */
export function* readShape(text: Uint8Array): Work<Reading> {
  const delimiter = findDelimiter(text);
  const dialect: Dialect = { delimiter: delimiter.charCodeAt(0), newline: newlineOf(text) };
  const record = newRecord();
  let line = 1;
  let at = 0;
  for (; at < text.length; at = record.next, line += 1 + record.innerLines) {
    readRecord(text, at, dialect, record);
    if (!isBlank(text, record, dialect)) break;
  }
  if (record.fields > columnLimit) return tooMany('too-many-columns', record.fields);
  const header = fieldsOf(text, record, dialect);
  const reader = rowReader(text, record.next, line + 1 + record.innerLines, header.length, dialect);
  for (let to = record.next + stepBytes; !reader.readTo(to); to += stepBytes) {
    if (reader.records() > rowLimit) return tooMany('too-many-rows', reader.records());
    yield to / text.length;
  }
  return { ok: true, shape: { delimiter, header, ...reader.rows() } };
}

const tooMany = (kind: 'too-many-columns' | 'too-many-rows', count: number): Reading => ({
  ok: false,
  problem: { kind, count },
});

function rowReader(text: Uint8Array, start: number, firstLine: number, columns: number, dialect: Dialect) {
  const record = newRecord();
  const writer = recordWriter(text, dialect);
  const broken: Broken[] = [];
  let [records, blankLines] = [0, 0];
  let quotes = true;
  // A stray quote swallows lines: such a record is cut at its first line and the rest read again. The budget keeps
  // a file made of stray quotes from taking quadratic time.
  let budget = 4 * text.length;
  let line = firstLine;
  let at = start;

  const readRow = () => {
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
    }
    line += 1 + record.innerLines;
    at = record.next;
  };
  return {
    /** Whether the end of the text is reached. */
    readTo(end: number): boolean {
      while (at < end && at < text.length) readRow();
      return at >= text.length;
    },
    records: () => records,
    rows: () => ({ records, blankLines, broken, usable: records - broken.length, body: writer.finish() }),
  };
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
