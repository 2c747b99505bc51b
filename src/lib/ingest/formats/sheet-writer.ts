import { columnLimit, fileLimit, recordLimit, rowLimit } from '../limits';
import type { Broken, Shape } from '../shape';
import { megabytes, Refused } from './refused';

const quoted = /[",\n\r]/;

/** Writes rows as the text that delimited files become too. Throws `Refused` over the limits. */
export class SheetWriter {
  readonly #header: readonly string[];
  readonly #encoder = new TextEncoder();
  readonly #broken: Broken[] = [];
  #body = new Uint8Array(1 << 16);
  #size = 0;
  #records = 0;
  #blank = 0;

  constructor(header: readonly string[]) {
    if (header.length > columnLimit) throw new Refused('too-many-columns', String(header.length));
    this.#header = header;
  }

  /** `number` is where a person finds the row; a field for each column, empty where there is no value. */
  row(number: number, fields: readonly string[]): void {
    this.#records++;
    if (this.#records > rowLimit) throw new Refused('too-many-rows', String(this.#records));
    const line = `${number},${fields.map(writeField).join(',')}\n`;
    if (line.length > recordLimit) {
      this.#broken.push({ line: number, fields: fields.length, rule: 'long-row' });
      return;
    }
    this.#reserve(line.length * 3);
    this.#size += this.#encoder.encodeInto(line, this.#body.subarray(this.#size)).written;
  }

  blank(): void {
    this.#blank++;
  }

  finish(): Shape {
    return {
      delimiter: ',',
      header: this.#header,
      records: this.#records,
      blankLines: this.#blank,
      broken: this.#broken,
      usable: this.#records - this.#broken.length,
      body: this.#body.subarray(0, this.#size),
    };
  }

  #reserve(bytes: number): void {
    if (this.#size + bytes <= this.#body.length) return;
    if (this.#size > fileLimit) throw new Refused('too-large-unpacked', megabytes(fileLimit));
    const larger = new Uint8Array(Math.max(this.#body.length * 2, this.#size + bytes));
    larger.set(this.#body.subarray(0, this.#size));
    this.#body = larger;
  }
}

/** The engine's reader ends a text at a NUL. */
function writeField(field: string): string {
  const text = field.includes('\0') ? field.replaceAll('\0', '\uFFFD') : field;
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
