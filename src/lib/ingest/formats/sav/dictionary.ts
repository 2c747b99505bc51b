import { ByteReader, damaged } from './byte-reader';
import { extensionsOf, type Extensions } from './extensions';
import { textReader, type ReadText } from './letters';
import { readRecords, type RawVariable, type Records } from './records';

/*
 * The first part of a file of SPSS or PSPP: what its columns are. (PSPP developer's guide 1.6, "System File Format".)
 * The kept library reads no file that is packed, takes every text for UTF-8 and needs Node.
 */

export interface Dictionary {
  readonly variables: readonly SavVariable[];
  /** Bytes of one row when it is unpacked: a multiple of 8. */
  readonly rowBytes: number;
  /** Rows, as far as the file says. */
  readonly said: number | undefined;
  readonly packing: 'none' | 'bytes' | 'zlib';
  /** What a byte of a packed number is more than the number. */
  readonly bias: number;
  readonly isLittle: boolean;
  readonly systemMissing: number;
  readonly readText: ReadText;
  /** Where the rows begin. */
  readonly dataAt: number;
}

export interface SavVariable {
  readonly name: string;
  readonly label: string;
  /** How SPSS shows it, which tells a date from a number. */
  readonly format: number;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
  /** Where its value lies in a row, in pieces when it is a long text. */
  readonly pieces: readonly Piece[];
  readonly labels: readonly (readonly [value: Uint8Array, label: string])[];
  /** What the file calls missing: ends of numbers, both included, and texts. */
  readonly missing: readonly (readonly [from: number, to: number])[];
  readonly missingTexts: readonly string[];
}

export interface Piece {
  readonly at: number;
  readonly bytes: number;
}

const packings = ['none', 'bytes', 'zlib'] as const;

export function readDictionary(bytes: Uint8Array): Dictionary {
  const reader = new ByteReader(bytes);
  reader.bytes(64);
  const layout = reader.integer();
  reader.isLittle = layout === 2 || layout === 3;
  reader.bytes(4);
  const packing = packings[reader.integer()];
  reader.bytes(4);
  const rows = reader.integer();
  const bias = reader.number();
  reader.bytes(84);
  if (packing === undefined) throw damaged();
  const raw = readRecords(reader);
  const extensions = extensionsOf(raw.extensions, reader.isLittle);
  const readText = textReader(extensions.encoding, extensions.codePage);
  const said = extensions.rows ?? (rows >= 0 ? rows : undefined);
  return {
    variables: variablesOf(raw, extensions, readText, reader.isLittle),
    rowBytes: raw.places * 8,
    said,
    packing,
    bias,
    isLittle: reader.isLittle,
    systemMissing: extensions.systemMissing,
    readText,
    dataAt: reader.at,
  };
}

/** Long texts are cut into several variables, of which the first has the name: the others go into it. */
function variablesOf(
  { variables, labels }: Records,
  { longNames, longWidths, longLabels, longMissing }: Extensions,
  readText: ReadText,
  isLittle: boolean,
): readonly SavVariable[] {
  const names = longNames(readText);
  const widths = longWidths(readText);
  const furtherLabels = longLabels(readText);
  const furtherMissing = longMissing(readText);
  const found: SavVariable[] = [];
  for (let at = 0; at < variables.length;) {
    const raw = variables[at];
    if (!raw) break;
    const short = readText(raw.name);
    const name = names.get(short.toUpperCase()) ?? short;
    const width = widths.get(short.toUpperCase()) ?? raw.width;
    const pieces = piecesOf(variables.slice(at, at + segmentsOf(width)), width);
    const isText = raw.width > 0;
    found.push({
      name,
      label: readText(raw.label),
      format: raw.format,
      width,
      pieces,
      labels: [
        ...labels
          .filter(({ places }) => places.has(raw.place))
          .flatMap((set) => set.labels.map(([value, label]) => [value, readText(label)] as const)),
        ...(furtherLabels.get(name) ?? []),
      ],
      missing: isText ? [] : numbersMissing(raw, isLittle),
      missingTexts: isText ? [...raw.missing.map(readText), ...(furtherMissing.get(name) ?? [])] : [],
    });
    at += segmentsOf(width);
  }
  return found;
}

/** A piece holds 255 bytes of a long text, and takes the room of 252. */
function segmentsOf(width: number): number {
  return width > 255 ? Math.ceil(width / 252) : 1;
}

function piecesOf(segments: readonly RawVariable[], width: number): readonly Piece[] {
  if (segments.length < segmentsOf(width)) throw damaged();
  return segments.map(({ place, width: own }, index) => {
    const bytes = width > 255 ? Math.min(255, Math.max(0, width - 255 * index)) : own;
    return { at: (place - 1) * 8, bytes };
  });
}

function numbersMissing({ missing, isRange }: RawVariable, isLittle: boolean): SavVariable['missing'] {
  const numbers = missing.map((bytes) =>
    new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getFloat64(0, isLittle),
  );
  const [from, to, ...others] = numbers;
  if (!isRange) return numbers.map((value) => [value, value] as const);
  if (from === undefined || to === undefined) throw damaged();
  return [[from, to] as const, ...others.map((value) => [value, value] as const)];
}
