import { lineFeed, type Dialect, type RecordMark } from './record';

/** A field as RFC 4180 has it, whatever is in it. */
export function quoteField(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

/** Builds the text DuckDB reads: each record after its line number, with \n between records. */
export interface RecordWriter {
  /** Copies the record's bytes as they stand. */
  copy(line: number, record: RecordMark): void;
  /** Copies what stands there, records with their line numbers. */
  copyRange(start: number, end: number): void;
  /** Writes fields with every one of them quoted. */
  rewrite(line: number, fields: readonly string[]): void;
  finish(): Uint8Array;
}

export function recordWriter(text: Uint8Array, { delimiter }: Pick<Dialect, 'delimiter'>): RecordWriter {
  let body = new Uint8Array(Math.ceil(text.length * 1.25) + 1024);
  let size = 0;
  const encoder = new TextEncoder();

  const reserve = (bytes: number) => {
    if (size + bytes <= body.length) return;
    const larger = new Uint8Array(Math.max(body.length * 2, size + bytes));
    larger.set(body.subarray(0, size));
    body = larger;
  };
  const writeLine = (line: number) => {
    const digits = Math.floor(Math.log10(line)) + 1;
    for (let rest = line, place = size + digits - 1; place >= size; place--) {
      body[place] = 0x30 + (rest % 10);
      rest = Math.trunc(rest / 10);
    }
    size += digits;
    body[size++] = delimiter;
  };
  return {
    copy(line, { start, end }) {
      reserve(end - start + 18);
      writeLine(line);
      if (end - start > 200) {
        body.set(text.subarray(start, end), size);
        size += end - start;
      } else {
        for (let at = start; at < end; at++) body[size++] = text[at] ?? 0;
      }
      body[size++] = lineFeed;
    },
    copyRange(start, end) {
      reserve(end - start);
      body.set(text.subarray(start, end), size);
      size += end - start;
    },
    rewrite(line, fields) {
      const quoted = fields.map(quoteField);
      const bytes = encoder.encode(quoted.join(String.fromCharCode(delimiter)));
      reserve(bytes.length + 18);
      writeLine(line);
      body.set(bytes, size);
      size += bytes.length;
      body[size++] = lineFeed;
    },
    finish: () => body.subarray(0, size),
  };
}
