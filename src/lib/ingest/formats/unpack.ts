import { Gunzip, Inflate } from 'fflate';
import { fileLimit } from '../limits';
import type { Work } from '../work';
import type { Budget } from './budget';
import { crc32 } from './crc32';
import { megabytes, Refused } from './refused';

/** Packed bytes to unpack between two steps: at the best packing there is, they become 16 MB. */
const packedStep = 16_384;

/** What is unpacked, piece by piece: none of it need be kept. */
export type OnPiece = (piece: Uint8Array) => void;

/** What a packed file's directory says of it unpacked. */
export interface Promised {
  readonly size: number;
  readonly crc: number;
}

/** Raw DEFLATE. Throws `Refused` over budget, and when its length or checksum is not the one promised. */
export function* inflate(
  packed: Uint8Array,
  promised: Promised,
  budget: Budget,
  onPiece: OnPiece,
): Work<void> {
  let [size, crc] = [0, 0];
  const inflater = new Inflate((piece) => {
    budget.take(piece.length);
    size += piece.length;
    crc = crc32(piece, crc);
    onPiece(piece);
  });
  yield* pushInSteps(inflater, packed);
  check(size === promised.size && crc === promised.crc);
}

/** What was put in a packed file as it is. */
export function handOn(bytes: Uint8Array, promised: Promised, budget: Budget, onPiece: OnPiece): void {
  budget.take(bytes.length);
  check(bytes.length === promised.size && crc32(bytes) === promised.crc);
  onPiece(bytes);
}

/** A file that gzip packed, whole; also several of them one after the other, which are one file. */
export function* gunzip(packed: Uint8Array, budget: Budget): Work<Uint8Array> {
  const pieces = new Gathered();
  let sum = 0;
  const inflater = new Gunzip((piece) => {
    budget.take(piece.length);
    sum = crc32(piece, sum);
    pieces.add(piece);
  });
  inflater.onmember = () => (sum = 0);
  yield* pushInSteps(inflater, packed);
  const end = new DataView(packed.buffer, packed.byteOffset, packed.length);
  check(packed.length >= 18 && end.getUint32(packed.length - 8, true) === sum);
  return pieces.whole();
}

function* pushInSteps(inflater: Pick<Inflate, 'push'>, packed: Uint8Array): Work<void> {
  let at = 0;
  do {
    const to = at + packedStep;
    inflater.push(packed.subarray(at, to), to >= packed.length);
    at = to;
    yield Math.min(1, at / packed.length);
  } while (at < packed.length);
}

function check(fits: boolean): void {
  if (!fits) throw new Refused('damaged-file', 'CRC-32');
}

/** Pieces that become one file, within what a file may be. */
export class Gathered {
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  add(piece: Uint8Array): void {
    this.#size += piece.length;
    if (this.#size > fileLimit) throw new Refused('too-large-unpacked', megabytes(fileLimit));
    this.#pieces.push(piece);
  }

  whole(): Uint8Array {
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}
