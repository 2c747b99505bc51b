import type { Work } from '../work';
import type { Sheet } from './sheet';
import { SheetWriter } from './sheet-writer';
import { cellText, type Surroundings } from './workbook-cell';
import type { Package } from './workbook-parts';

/** Rows of a sheet as they are read: the first that is not blank is the header. Undefined when none is. */
export function* readWorksheet(
  parts: Package,
  path: string,
  name: string,
  around: Surroundings,
): Work<Sheet | undefined> {
  const rows = new Rows();
  const cell = { type: '', style: undefined as string | undefined, column: 0, isFormula: false };
  let value: string | undefined;
  let reading = false;
  yield* parts.read(path, {
    open(tag, attribute) {
      switch (tag) {
        case 'row':
          rows.begin(attribute('r'));
          break;
        case 'c':
          cell.column = columnOf(attribute('r')) ?? rows.nextColumn;
          cell.type = attribute('t') ?? 'n';
          cell.style = attribute('s');
          cell.isFormula = false;
          value = undefined;
          break;
        case 'f':
          cell.isFormula = true;
          break;
        case 'v':
        case 't':
          reading = true;
          value ??= '';
          break;
      }
    },
    text(piece) {
      if (reading) value += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false;
      else if (tag === 'c') rows.put(cell.column, cellText({ ...cell, value }, around));
      else if (tag === 'row') rows.end();
    },
  });
  return rows.sheet(name);
}

class Rows {
  #writer: SheetWriter | undefined;
  #header: string[] = [];
  #number = 0;
  #fields: string[] = [];
  readonly #stray = new Set<number>();

  begin(number: string | undefined): void {
    this.#number = number === undefined ? this.#number + 1 : Number(number);
    this.#fields = [];
  }

  get nextColumn(): number {
    return this.#fields.length;
  }

  put(column: number, text: string): void {
    while (this.#fields.length < column) this.#fields.push('');
    this.#fields[column] = text;
  }

  end(): void {
    const fields = this.#fields;
    if (fields.every((field) => field.trim() === '')) {
      if (this.#writer) this.#writer.blank();
    } else if (this.#writer) {
      for (let column = this.#header.length; column < fields.length; column++) {
        if (fields[column]?.trim()) this.#stray.add(column);
      }
      fields.length = this.#header.length;
      for (let column = 0; column < fields.length; column++) fields[column] ??= '';
      this.#writer.row(this.#number, fields);
    } else {
      const width = fields.findLastIndex((field) => field.trim() !== '') + 1;
      this.#header = fields.slice(0, width);
      this.#writer = new SheetWriter(this.#header);
    }
  }

  sheet(name: string): Sheet | undefined {
    if (!this.#writer) return undefined;
    return {
      name,
      shape: this.#writer.finish(),
      unnamed: [...this.#stray].toSorted((a, b) => a - b).map(lettersOf),
    };
  }
}

/** `AB12` is in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) & 0xdf) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : Math.min(column - 1, 16_383);
}

function lettersOf(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? lettersOf(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}
