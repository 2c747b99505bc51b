import { packedFree, packingLimit, unpackedLimit } from '../limits';
import { megabytes, Refused } from './refused';

/** How much one file may become when it is unpacked, with all that is in it. */
export class Budget {
  readonly #packed: number;
  #taken = 0;

  constructor(packed: number) {
    this.#packed = packed;
  }

  /** Throws `Refused` before these bytes are kept, when they are too many. */
  take(bytes: number): void {
    this.#taken += bytes;
    this.#check(this.#taken);
  }

  /** The same for what a file only says will come. */
  foresee(bytes: number): void {
    this.#check(this.#taken + bytes);
  }

  #check(bytes: number): void {
    if (bytes > packedFree && bytes > packingLimit * this.#packed) {
      throw new Refused('packed-too-far', megabytes(packedFree));
    }
    if (bytes > unpackedLimit) throw new Refused('too-large-unpacked', megabytes(unpackedLimit));
  }
}
