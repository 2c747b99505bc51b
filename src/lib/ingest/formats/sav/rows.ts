import { unzlibSync } from 'fflate';
import type { Budget } from '../budget';
import { within, type Unpack } from '../codecs';
import { ByteReader, damaged } from './byte-reader';
import type { Dictionary } from './dictionary';

/** Rows one after the other, each in the same room. */
export interface SavRows {
  /** One row, unpacked: filled anew by `next`. */
  readonly row: Uint8Array;
  /** False when there is none left. */
  next(): boolean;
  /** How much is read, from 0 to 1. */
  readonly part: number;
}

export function rowsOf(bytes: Uint8Array, dictionary: Dictionary, budget: Budget): SavRows {
  const data = bytes.subarray(dictionary.dataAt);
  switch (dictionary.packing) {
    case 'none':
      return plainRows(data, dictionary);
    case 'bytes':
      return packedRows(data, dictionary);
    case 'zlib':
      return packedRows(unpackBlocks(bytes, dictionary, budget), dictionary);
  }
}

function plainRows(data: Uint8Array, { rowBytes }: Dictionary): SavRows {
  const row = new Uint8Array(rowBytes);
  let at = 0;
  return {
    row,
    next() {
      if (at === data.length) return false;
      if (at + rowBytes > data.length) throw damaged();
      row.set(data.subarray(at, at + rowBytes));
      at += rowBytes;
      return true;
    },
    get part() {
      return at / data.length;
    },
  };
}

/** A byte says what each piece of 8 bytes is: eight of those, and then the pieces that stand as they are. */
function packedRows(data: Uint8Array, { rowBytes, bias, isLittle, systemMissing }: Dictionary): SavRows {
  const row = new Uint8Array(rowBytes);
  const view = new DataView(row.buffer);
  const commands = new Uint8Array(8);
  let command = 8;
  let at = 0;
  const nextCommand = () => {
    if (command === 8) {
      if (at === data.length) return ended;
      if (at + 8 > data.length) throw damaged();
      commands.set(data.subarray(at, at + 8));
      at += 8;
      command = 0;
    }
    return commands[command++] ?? skipped;
  };
  /** Whether there was a piece. */
  const fill = (to: number): boolean => {
    let kind = nextCommand();
    while (kind === skipped) kind = nextCommand();
    switch (kind) {
      case ended:
        return false;
      case raw:
        if (at + 8 > data.length) throw damaged();
        row.set(data.subarray(at, at + 8), to);
        at += 8;
        return true;
      case blanks:
        row.fill(0x20, to, to + 8);
        return true;
      case missing:
        view.setFloat64(to, systemMissing, isLittle);
        return true;
      default:
        view.setFloat64(to, kind - bias, isLittle);
        return true;
    }
  };
  return {
    row,
    next() {
      for (let to = 0; to < rowBytes; to += 8) {
        if (fill(to)) continue;
        if (to > 0) throw damaged();
        return false;
      }
      return true;
    },
    get part() {
      return at / data.length;
    },
  };
}

const [skipped, ended, raw, blanks, missing] = [0, 252, 253, 254, 255];

/** The packed rows, packed once more in blocks, with a list of them at the end. */
function unpackBlocks(bytes: Uint8Array, { dataAt, isLittle }: Dictionary, budget: Budget): Uint8Array {
  const reader = new ByteReader(bytes);
  reader.isLittle = isLittle;
  reader.at = dataAt + 8;
  const listAt = reader.long();
  if (!(listAt >= dataAt && listAt < bytes.length)) throw damaged();
  reader.at = listAt + 20;
  const blocks = Array.from({ length: Math.min(reader.size(), bytes.length / 24) }, () => {
    reader.bytes(8);
    return { at: reader.long(), unpacked: reader.size(), packed: reader.size() };
  });
  const size = blocks.reduce((sum, { unpacked }) => sum + unpacked, 0);
  budget.foresee(size);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    if (block.at < dataAt || block.at + block.packed > listAt) throw damaged();
    const packed = bytes.subarray(block.at, block.at + block.packed);
    whole.set(within(budget, unzlib)(packed, block.unpacked), at);
    at += block.unpacked;
  }
  return whole;
}

const unzlib: Unpack = (packed, length) => unzlibSync(packed, { out: new Uint8Array(length) });
