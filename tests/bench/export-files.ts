import { strToU8, zipSync } from 'fflate';

/** Rows as an export has them: texts, numbers, nothing. */
export type ExportRow = readonly (string | number | null)[];

/** A table to be written as a file of one kind or another. Widths are bytes of a text, 0 of a number. */
export interface ExportTable {
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly ExportRow[];
}

/** As SPSS writes it: a byte for each small number, packed no further. (PSPP developer's guide 1.6.) */
export function writeSav({ columns, rows }: ExportTable): Uint8Array {
  const widths = columns.map(({ width }) => (width === 0 ? 1 : Math.ceil(width / 8)));
  const bytes = new Growing();
  bytes.text('$FL2@(#) SPSS DATA FILE of the benchmark', 64);
  const pieces = widths.reduce((sum, width) => sum + width, 0);
  for (const value of [2, pieces, 1, 0, rows.length]) bytes.integer(value);
  bytes.number(bias);
  bytes.text('', 84);
  columns.forEach(({ width }, at) => {
    for (const value of [2, width, 0, 0, format(width), format(width)]) bytes.integer(value);
    bytes.text(`V${at}`, 8);
    for (let piece = 1; piece < (widths[at] ?? 1); piece++) {
      for (const value of [2, -1, 0, 0, 0, 0]) bytes.integer(value);
      bytes.text('', 8);
    }
  });
  const names = columns.map(({ name }, at) => `V${at}=${name}`).join('\t');
  for (const value of [7, 13, 1, names.length]) bytes.integer(value);
  bytes.text(names, names.length);
  for (const value of [999, 0]) bytes.integer(value);
  writePacked(bytes, columns, rows);
  return bytes.whole();
}

const bias = 100;
const format = (width: number) => (width === 0 ? 0x05_08_00 : 0x01_00_00 | (width << 8));

function writePacked(bytes: Growing, columns: ExportTable['columns'], rows: readonly ExportRow[]): void {
  const [commands, raw]: [number[], (string | number)[]] = [[], []];
  const put = (command: number, piece?: string | number) => {
    commands.push(command);
    if (piece !== undefined) raw.push(piece);
    if (commands.length < 8) return;
    for (const each of commands.splice(0)) bytes.byte(each);
    for (const each of raw.splice(0)) {
      if (typeof each === 'string') bytes.text(each, 8);
      else bytes.number(each);
    }
  };
  for (const row of rows) {
    columns.forEach(({ width }, at) => {
      const value = row[at] ?? null;
      if (width > 0) {
        const text = String(value ?? '');
        for (let from = 0; from < width; from += 8) {
          const piece = text.slice(from, from + 8);
          if (piece === '') put(254);
          else put(253, piece);
        }
      } else if (value === null) put(255);
      else put(Number(value) + bias);
    });
  }
  while (commands.length > 0) put(0);
}

class Growing {
  #bytes = new Uint8Array(1 << 20);
  #view = new DataView(this.#bytes.buffer);
  #size = 0;

  // Room first: it may be made in another array.
  byte(value: number): void {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }
  integer(value: number): void {
    const at = this.#room(4);
    this.#view.setInt32(at, value, true);
  }
  number(value: number): void {
    const at = this.#room(8);
    this.#view.setFloat64(at, value, true);
  }
  /** Filled up with blanks. */
  text(text: string, width: number): void {
    const at = this.#room(width);
    for (let index = 0; index < width; index++)
      this.#bytes[at + index] = index < text.length ? text.charCodeAt(index) : 0x20;
  }
  whole(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  #room(size: number): number {
    const at = this.#size;
    if (at + size > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    this.#size += size;
    return at;
  }
}

/** As Excel writes it: texts in a list of their own, which cells refer to. */
export function writeXlsx({ columns, rows }: ExportTable): Uint8Array {
  const texts = new Map<string, number>();
  const text = (value: string) => {
    const at = texts.get(value) ?? texts.size;
    texts.set(value, at);
    return at;
  };
  const cell = (value: string | number | null) => {
    if (value === null) return '<c/>';
    return typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="s"><v>${text(value)}</v></c>`;
  };
  const header = `<row>${columns.map(({ name }) => cell(name)).join('')}</row>`;
  const body = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const strings = [...texts.keys()].map((each) => `<si><t>${each}</t></si>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${related}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="who5" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${related}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${strings}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${header}${body}</sheetData></worksheet>`,
    ),
  });
}
