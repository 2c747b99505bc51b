import { Decompress } from 'fzstd';
import type { Budget } from './budget';
import { Refused } from './refused';

/** Unpacks into exactly `length` bytes; throws when it comes to more, before they are kept, or to fewer. */
export type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

/** The same, of a file whose parts may not become more than its budget all together. */
export function within(budget: Budget, unpack: Unpack): Unpack {
  return (packed, length) => {
    budget.take(length);
    const unpacked = unpack(packed, length);
    if (unpacked.length !== length) throw new Refused('damaged-file', `${unpacked.length} / ${length}`);
    return unpacked;
  };
}

/** Piece by piece: in one go the library makes as much room as the packed bytes ask for. */
export const zstandard: Unpack = (packed, length) => {
  const bytes = new Uint8Array(length);
  let size = 0;
  const unpacker = new Decompress((piece) => {
    if (size + piece.length > length) throw new Refused('damaged-file', 'Zstandard');
    bytes.set(piece, size);
    size += piece.length;
  });
  unpacker.push(packed, true);
  return bytes.subarray(0, size);
};
