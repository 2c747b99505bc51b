import { lengthText, momentText, numberText } from '../canonical';
import type { Dictionary, SavVariable } from './dictionary';

/** From the 14th of October 1582 to 1970. */
const epochSeconds = 12_219_379_200;

/** Kinds of print formats. (PSPP developer's guide, "Variable Record".) */
const dates: ReadonlySet<number> = new Set([20, 22, 23, 24, 28, 29, 30, 38, 39, 41]);
const times: ReadonlySet<number> = new Set([21, 25, 40]);

/** The text of a variable's value in the row; empty where there is none, or where the file calls it missing. */
export function valueReader(
  { pieces, width, format, missing, missingTexts }: SavVariable,
  { isLittle, systemMissing, readText }: Dictionary,
  row: Uint8Array,
): () => string {
  const [first] = pieces;
  if (width > 0) {
    const gathered = new Uint8Array(width);
    return () => {
      let size = 0;
      for (const { at, bytes } of pieces) {
        gathered.set(row.subarray(at, at + bytes), size);
        size += bytes;
      }
      const text = readText(gathered);
      return missingTexts.includes(text) ? '' : text;
    };
  }
  const view = new DataView(row.buffer);
  const at = first?.at ?? 0;
  const write = writerOf(format);
  return () => {
    const value = view.getFloat64(at, isLittle);
    if (value === systemMissing || missing.some(([from, to]) => value >= from && value <= to)) return '';
    return write(value);
  };
}

/** What its codes stand for, by the text that stands for the code; a moment has none. */
export function labelsOf(
  { width, format, labels }: SavVariable,
  { isLittle, readText }: Dictionary,
): ReadonlyMap<string, string> {
  if (dates.has(format) || times.has(format)) return new Map();
  return new Map(
    labels.map(([bytes, label]) => {
      if (width > 0) return [readText(bytes), label] as const;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return [numberText(view.getFloat64(0, isLittle)), label] as const;
    }),
  );
}

function writerOf(format: number): (value: number) => string {
  if (dates.has(format)) return (seconds) => momentText((seconds - epochSeconds) * 1000);
  return times.has(format) ? (seconds) => lengthText(seconds * 1000) : numberText;
}
