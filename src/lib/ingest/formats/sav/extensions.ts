import { ByteReader, damaged } from './byte-reader';
import type { ReadText } from './letters';

/** What later versions of SPSS add to a dictionary. Names are without case, as SPSS has them. */
export interface Extensions {
  readonly encoding: string;
  readonly codePage: number;
  readonly systemMissing: number;
  readonly rows: number | undefined;
  readonly longNames: (readText: ReadText) => ReadonlyMap<string, string>;
  /** Of texts over 255 bytes. */
  readonly longWidths: (readText: ReadText) => ReadonlyMap<string, number>;
  /** Of texts over 8 bytes, by the variable's long name. */
  readonly longLabels: (
    readText: ReadText,
  ) => ReadonlyMap<string, readonly (readonly [value: Uint8Array, label: string])[]>;
  readonly longMissing: (readText: ReadText) => ReadonlyMap<string, readonly string[]>;
}

const ascii = new TextDecoder('utf-8');

/** A kind that is not known is passed over. */
export function readExtension(reader: ByteReader): {
  readonly subtype: number;
  readonly content: Uint8Array;
} {
  const subtype = reader.integer();
  const size = reader.size();
  return { subtype, content: reader.bytes(size * reader.size()) };
}

export function extensionsOf(contents: ReadonlyMap<number, Uint8Array>, isLittle: boolean): Extensions {
  const readerOf = (subtype: number) => {
    const reader = new ByteReader(contents.get(subtype) ?? new Uint8Array());
    reader.isLittle = isLittle;
    return reader;
  };
  const pairs = (subtype: number, readText: ReadText) => pairsOf(readText(contents.get(subtype) ?? none));
  return {
    encoding: ascii.decode(contents.get(20) ?? none).replace(/\0/g, ''),
    codePage: contents.has(3)
      ? last(
          8,
          () => readerOf(3),
          (reader) => reader.integer(),
        )
      : 0,
    systemMissing: contents.has(4) ? readerOf(4).number() : -Number.MAX_VALUE,
    rows: contents.has(16)
      ? last(
          2,
          () => readerOf(16),
          (reader) => reader.long(),
        )
      : undefined,
    longNames: (readText) => pairs(13, readText),
    longWidths: (readText) =>
      new Map([...pairs(14, readText)].map(([name, width]) => [name, widthOf(width)] as const)),
    longLabels: (readText) => new Map(longLabelsOf(readerOf(21), readText)),
    longMissing: (readText) => new Map(longMissingOf(readerOf(22), readText)),
  };
}

const none = new Uint8Array();

/** The last of so many values. */
function last(count: number, open: () => ByteReader, read: (reader: ByteReader) => number): number {
  const reader = open();
  const values = Array.from({ length: count }, () => read(reader));
  return values[count - 1] ?? 0;
}

/** `KORT=langt` between tabs. */
function pairsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(/[\t\0]+/).flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).toUpperCase(), pair.slice(at + 1)] as const] : [];
  });
  return new Map(pairs);
}

/** The longest text of SPSS is 32,767 bytes. */
function widthOf(text: string): number {
  const width = Number(text);
  if (!(Number.isInteger(width) && width > 0 && width <= 32_767)) throw damaged();
  return width;
}

function* longLabelsOf(reader: ByteReader, readText: ReadText) {
  while (!reader.isAtEnd) {
    const name = readText(reader.bytes(reader.size()));
    reader.bytes(4);
    const labels: [Uint8Array, string][] = [];
    for (let left = reader.size(); left > 0; left--) {
      const value = reader.bytes(reader.size());
      labels.push([value, readText(reader.bytes(reader.size()))]);
    }
    yield [name, labels] as const;
  }
}

function* longMissingOf(reader: ByteReader, readText: ReadText) {
  while (!reader.isAtEnd) {
    const name = readText(reader.bytes(reader.size()));
    const count = reader.byte();
    const size = reader.size();
    const values = Array.from({ length: count }, () => readText(reader.bytes(size)));
    yield [name, values] as const;
  }
}
