import { columnLimit } from '../../limits';
import { Refused } from '../refused';
import { damaged, type ByteReader } from './byte-reader';
import { readExtension } from './extensions';

/** As they come: texts are bytes until it is known how they are written. */
export interface RawVariable {
  readonly name: Uint8Array;
  readonly label: Uint8Array;
  readonly width: number;
  readonly format: number;
  /** 1-based place among pieces of 8 bytes, which is what value labels call it by. */
  readonly place: number;
  readonly missing: readonly Uint8Array[];
  /** The first two of `missing` are ends. */
  readonly isRange: boolean;
}

interface RawLabels {
  readonly labels: readonly (readonly [value: Uint8Array, label: Uint8Array])[];
  readonly places: ReadonlySet<number>;
}

export interface Records {
  readonly variables: readonly RawVariable[];
  readonly labels: readonly RawLabels[];
  readonly extensions: ReadonlyMap<number, Uint8Array>;
  /** Pieces of 8 bytes in a row. */
  readonly places: number;
}

/** Until the one that ends the dictionary. */
export function readRecords(reader: ByteReader): Records {
  const variables: RawVariable[] = [];
  const labels: RawLabels[] = [];
  const extensions = new Map<number, Uint8Array>();
  let places = 0;
  for (;;) {
    const kind = reader.integer();
    switch (kind) {
      case 2: {
        places++;
        const variable = readVariable(reader, places);
        if (variable) variables.push(variable);
        if (variables.length > columnLimit) throw new Refused('too-many-columns', String(variables.length));
        break;
      }
      case 3:
        labels.push(readLabels(reader));
        break;
      case 6:
        reader.bytes(reader.size() * 80);
        break;
      case 7: {
        const { subtype, content } = readExtension(reader);
        extensions.set(subtype, content);
        break;
      }
      case 999:
        reader.bytes(4);
        return { variables, labels, extensions, places };
      default:
        throw damaged();
    }
  }
}

/** Nothing for a piece more of the text before it. */
function readVariable(reader: ByteReader, place: number): RawVariable | undefined {
  const width = reader.integer();
  const hasLabel = reader.integer() === 1;
  const missing = reader.integer();
  const format = (reader.integer() >> 16) & 0xff;
  reader.bytes(4);
  const name = reader.bytes(8);
  const label = hasLabel ? reader.padded(reader.size(), 4) : new Uint8Array();
  if (Math.abs(missing) > 3) throw damaged();
  const values = Array.from({ length: Math.abs(missing) }, () => reader.bytes(8));
  if (width < -1 || width > 255) throw damaged();
  if (width === -1) return undefined;
  return { name, label, width, format, place, missing: values, isRange: missing < 0 };
}

function readLabels(reader: ByteReader): RawLabels {
  const labels = Array.from(
    { length: bounded(reader.size()) },
    () => [reader.bytes(8), reader.padded(reader.byte(), 8, 1)] as const,
  );
  if (reader.integer() !== 4) throw damaged();
  const places = Array.from({ length: bounded(reader.size()) }, () => reader.integer());
  return { labels, places: new Set(places) };
}

/** So that no list is made as long as a broken file says. */
function bounded(count: number): number {
  if (count > 1_000_000) throw damaged();
  return count;
}
