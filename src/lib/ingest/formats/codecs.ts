import { Decompress } from 'fzstd';
import { Gunzip } from 'fflate';
import { Refused } from './refused';

/** Unpacks into exactly `length` bytes; throws `Refused` when it comes to more, before they are kept, or to fewer. */
export type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

export const zstandard: Unpack = (packed, length) => {
  const output = new Filled(length, 'Zstandard');
  new Decompress((piece) => output.add(piece)).push(packed, true);
  return output.whole();
};

export const gzipped: Unpack = (packed, length) => {
  const output = new Filled(length, 'gzip');
  new Gunzip((piece) => output.add(piece)).push(packed, true);
  return output.whole();
};

class Filled {
  readonly #bytes: Uint8Array;
  readonly #name: string;
  #size = 0;

  constructor(length: number, name: string) {
    this.#bytes = new Uint8Array(length);
    this.#name = name;
  }

  add(piece: Uint8Array): void {
    if (this.#size + piece.length > this.#bytes.length) throw new Refused('damaged-file', this.#name);
    this.#bytes.set(piece, this.#size);
    this.#size += piece.length;
  }

  whole(): Uint8Array {
    if (this.#size !== this.#bytes.length) throw new Refused('damaged-file', this.#name);
    return this.#bytes;
  }
}
