import { Refused } from '../refused';

export const damaged = () => new Refused('damaged-file', 'SPSS');

/** Reads a file from its beginning on. Throws `Refused` at its end. */
export class ByteReader {
  at = 0;
  isLittle = true;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  integer(): number {
    return this.#view.getInt32(this.#take(4), this.isLittle);
  }

  /** Throws `Refused` where it is no size of anything: less than nothing. */
  size(): number {
    const size = this.integer();
    if (size < 0) throw damaged();
    return size;
  }

  long(): number {
    return Number(this.#view.getBigInt64(this.#take(8), this.isLittle));
  }

  number(): number {
    return this.#view.getFloat64(this.#take(8), this.isLittle);
  }

  byte(): number {
    return this.#view.getUint8(this.#take(1));
  }

  bytes(count: number): Uint8Array {
    const from = this.#take(count);
    return this.#bytes.subarray(from, from + count);
  }

  /** As many bytes, and what fills them up to a multiple of `step`. */
  padded(count: number, step: number, before = 0): Uint8Array {
    const bytes = this.bytes(count);
    this.bytes((step - ((count + before) % step)) % step);
    return bytes;
  }

  #take(count: number): number {
    const from = this.at;
    if (from + count > this.#bytes.length) throw damaged();
    this.at += count;
    return from;
  }
}
