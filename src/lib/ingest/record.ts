/** Bytes with a meaning in delimited text. They are ASCII, so they are never part of another character in UTF-8. */
export const quoteByte = 0x22;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

export interface Dialect {
  readonly delimiter: number;
  readonly newline: number;
}

/** One record of delimited text: `text[start, end)` without its line end. One object is filled anew for each record. */
export interface RecordMark {
  start: number;
  end: number;
  /** Where the next record starts. */
  next: number;
  fields: number;
  /** Line ends inside quotes. */
  innerLines: number;
  /** Quotes where RFC 4180 has none: read as they stand, but to be written anew for a strict reader. */
  odd: boolean;
  /** A quote that is never closed. */
  open: boolean;
}

export function newRecord(): RecordMark {
  return { start: 0, end: 0, next: 0, fields: 0, innerLines: 0, odd: false, open: false };
}

/** Fills `record` with the one that starts at `start`. Without `quotes` a quote is a character like any other. */
export function readRecord(
  text: Uint8Array,
  start: number,
  { delimiter, newline }: Dialect,
  record: RecordMark,
  quotes = true,
): void {
  const length = text.length;
  let at = start;
  let fieldStart = start;
  record.start = start;
  record.fields = 1;
  record.innerLines = 0;
  record.odd = false;
  record.open = false;
  while (at < length) {
    const byte = text[at];
    if (byte === delimiter) {
      record.fields++;
      fieldStart = at + 1;
    } else if (byte === newline) {
      break;
    } else if (byte === quoteByte) {
      if (quotes && at === fieldStart) {
        at = closingQuote(text, at, newline, record);
        if (!endsField(text, at + 1, delimiter, newline)) record.odd = true;
      } else record.odd = true;
    } else if (byte === carriageReturn && text[at + 1] !== newline) {
      record.odd = true;
    }
    at++;
  }
  record.next = Math.min(at + 1, length);
  record.end =
    at > start && newline === lineFeed && text[at - 1] === carriageReturn ? at - 1 : Math.min(at, length);
}

/** Where the quote opened at `open` closes; the end of the text if nowhere. */
function closingQuote(text: Uint8Array, open: number, newline: number, record: RecordMark): number {
  for (let at = open + 1; at < text.length; at++) {
    const byte = text[at];
    if (byte === newline) record.innerLines++;
    else if (byte === quoteByte) {
      if (text[at + 1] !== quoteByte) return at;
      at++;
    }
  }
  record.open = true;
  return text.length;
}

/** After a closed quote only a delimiter or the line's end may follow. */
function endsField(text: Uint8Array, at: number, delimiter: number, newline: number): boolean {
  if (at >= text.length) return true;
  const byte = text[at];
  return byte === delimiter || byte === newline || (byte === carriageReturn && text[at + 1] === newline);
}

/** The fields of a record as text, read leniently: what follows a closed quote belongs to the field. */
export function fieldsOf(text: Uint8Array, record: RecordMark, dialect: Dialect, quotes = true): string[] {
  const line = new TextDecoder().decode(text.subarray(record.start, record.end));
  const delimiter = String.fromCharCode(dialect.delimiter);
  const fields: string[] = [];
  let field = '';
  let inside = false;
  let fresh = true;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (inside) {
      if (character !== '"') field += character;
      else if (line.charAt(at + 1) === '"') field += line.charAt(at++);
      else inside = false;
    } else if (character === delimiter) {
      fields.push(field);
      field = '';
      fresh = true;
      continue;
    } else if (quotes && fresh && character === '"') inside = true;
    else field += character;
    fresh = false;
  }
  fields.push(field);
  return fields;
}
