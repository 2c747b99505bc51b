import { entryLimit } from '../limits';
import type { Work } from '../work';
import type { Budget } from './budget';
import { Refused } from './refused';
import { Gathered, handOn, inflate, type OnPiece, type Promised } from './unpack';

/** One file in a zip file, as the directory at its end tells of it. */
export interface Entry extends Promised {
  /** With its folders, parted by `/`. */
  readonly name: string;
  readonly method: number;
  readonly locked: boolean;
  readonly packedSize: number;
  /** Where its own header begins. */
  readonly offset: number;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const unknown32 = 0xffffffff;

/**
 * The directory is what a zip file holds; headers between the files may say anything, and are not looked for. (APPNOTE
 * 6.3.10, 4.3.12–4.3.16; sizes past 4 GB as writers of streams give them for small files too.)
 */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { count, offset } = directoryOf(view);
  if (count > entryLimit) throw new Refused('too-many-files', String(count));
  const entries: Entry[] = [];
  let at = offset;
  for (let number = 0; number < count; number++) {
    if (view.getUint32(at, true) !== signatures.central) throw damaged();
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + (nameSize ?? 0) + (extraSize ?? 0) + (commentSize ?? 0);
    entries.push(entryAt(bytes, view, at, nameSize ?? 0, extraSize ?? 0));
    at = next;
  }
  return entries;
}

/** From the end backwards: a comment of up to 64 kB may follow it. */
function directoryOf(view: DataView): { count: number; offset: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== signatures.end) continue;
    const [count, offset] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (count !== 0xffff && offset !== unknown32) return { count, offset };
    const at64 = Number(view.getBigUint64(at - 20 + 8, true));
    if (view.getUint32(at64, true) !== signatures.end64) throw damaged();
    return {
      count: Number(view.getBigUint64(at64 + 32, true)),
      offset: Number(view.getBigUint64(at64 + 48, true)),
    };
  }
  throw damaged();
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameSize: number, extraSize: number): Entry {
  const flags = view.getUint16(at + 8, true);
  const name = nameOf(bytes.subarray(at + 46, at + 46 + nameSize), (flags & 0x800) !== 0);
  const [packedSize = 0, size = 0, offset = 0] = sizesOf(view, at, at + 46 + nameSize, extraSize);
  return {
    name,
    method: view.getUint16(at + 10, true),
    locked: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  };
}

/** Packed size, size, offset; each that is all ones stands in an extra field instead, in the order size, packed, offset. */
function sizesOf(view: DataView, at: number, extra: number, extraSize: number): number[] {
  const [packed, size, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  const wide: number[] = [];
  for (let field = extra; field + 4 <= extra + extraSize; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const end = field + 4 + view.getUint16(field + 2, true);
    for (let value = field + 4; value + 8 <= end; value += 8)
      wide.push(Number(view.getBigUint64(value, true)));
  }
  const known = (value = 0) => (value === unknown32 ? (wide.shift() ?? value) : value);
  const knownSize = known(size);
  return [known(packed), knownSize, known(offset)];
}

/** UTF-8 when it says so or can be; else what Windows in Denmark writes (code page 850), for its own letters. */
function nameOf(bytes: Uint8Array, saysUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !saysUtf8 }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return Array.from(bytes, (byte) => codePage850.get(byte) ?? String.fromCharCode(byte)).join('');
  }
}

const codePage850 = new Map([
  [0x91, 'æ'],
  [0x92, 'Æ'],
  [0x9b, 'ø'],
  [0x9d, 'Ø'],
  [0x86, 'å'],
  [0x8f, 'Å'],
  [0x82, 'é'],
  [0x84, 'ä'],
  [0x94, 'ö'],
  [0x81, 'ü'],
]);

/** Hands on a file piece by piece. Throws `Refused` when it cannot be unpacked, is too large, or is not what it should be. */
export function* unpackEntry(bytes: Uint8Array, entry: Entry, budget: Budget, onPiece: OnPiece): Work<void> {
  if (entry.locked) throw new Refused('locked-file');
  budget.foresee(entry.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(entry.offset, true) !== signatures.local) throw damaged();
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw damaged();
  if (entry.method === 8) yield* inflate(packed, entry, budget, onPiece);
  else if (entry.method === 0) handOn(packed, entry, budget, onPiece);
  else throw new Refused('other-packing', methods.get(entry.method) ?? `#${entry.method}`);
}

export function* unpackWhole(bytes: Uint8Array, entry: Entry, budget: Budget): Work<Uint8Array> {
  const gathered = new Gathered();
  yield* unpackEntry(bytes, entry, budget, (piece) => gathered.add(piece));
  return gathered.whole();
}

const methods = new Map([
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [99, 'AES'],
]);

const damaged = () => new Refused('damaged-file', 'zip');
