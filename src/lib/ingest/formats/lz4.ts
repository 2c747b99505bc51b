import type { Unpack } from './codecs';
import { Refused } from './refused';

/*
 * LZ4 frames, as Arrow has them: the kept libraries read single blocks only, and the one that reads frames is no longer
 * kept. (lz4_Block_format and lz4_Frame_format 1.6.) The length of what comes out is known beforehand, and not passed.
 */

const magic = 0x184d2204;

/** Blocks may refer to those before them, and so are unpacked into one another's sight. Checksums are skipped. */
export const lz4Frame: Unpack = (packed, length) => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const flags = view.getUint8(4);
  const [hasSize, hasDictionary, blockChecksum] = [flags & 8, flags & 1, flags & 16 ? 4 : 0];
  if (view.getUint32(0, true) !== magic || hasDictionary) throw damaged();
  const output = new Uint8Array(length);
  let at = hasSize ? 15 : 7;
  let written = 0;
  for (let size = view.getUint32(at, true); size !== 0; size = view.getUint32(at, true)) {
    const isStored = size >>> 31 === 1;
    const block = packed.subarray(at + 4, at + 4 + (size & 0x7fffffff));
    if (!isStored) written = unpackBlock(block, output, written);
    else if (written + block.length > length) throw damaged();
    else {
      output.set(block, written);
      written += block.length;
    }
    at += 4 + block.length + blockChecksum;
  }
  return output.subarray(0, written);
};

/** Unpacks one block behind what is written already, and gives where it ends. */
function unpackBlock(packed: Uint8Array, output: Uint8Array, start: number): number {
  let [at, written] = [0, start];
  const lengthFrom = (short: number) => {
    let length = short;
    for (let more = short === 15 ? 255 : 0; more === 255; length += more) more = packed[at++] ?? 0;
    return length;
  };
  while (at < packed.length) {
    const token = packed[at++] ?? 0;
    const literals = lengthFrom(token >> 4);
    if (at + literals > packed.length || written + literals > output.length) throw damaged();
    for (let end = at + literals; at < end;) output[written++] = packed[at++] ?? 0;
    if (at === packed.length) break;
    const distance = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
    at += 2;
    const length = lengthFrom(token & 15) + 4;
    if (distance === 0 || distance > written || written + length > output.length) throw damaged();
    // Byte by byte: what is copied may be what was just written.
    for (let end = written + length; written < end; written++)
      output[written] = output[written - distance] ?? 0;
  }
  return written;
}

const damaged = () => new Refused('damaged-file', 'LZ4');
