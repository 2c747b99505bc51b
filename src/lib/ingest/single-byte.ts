import { stepBytes, type Work } from './work';

export type SingleByte = 'windows-1252' | 'iso-8859-15';

const latin1 = Array.from({ length: 128 }, (_, index) => String.fromCharCode(index + 128));

/** Where Windows-1252 is not Latin-1, 0x80 to 0x9F; unassigned bytes stay what they are, as browsers have it. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Where Latin-9 is not Latin-1. */
const latin9 = new Map([
  [0xa4, '€'],
  [0xa6, 'Š'],
  [0xa8, 'š'],
  [0xb4, 'Ž'],
  [0xb8, 'ž'],
  [0xbc, 'Œ'],
  [0xbd, 'œ'],
  [0xbe, 'Ÿ'],
]);

/** The characters of the bytes 0x80 to 0xFF; the others are ASCII. */
const upperHalves: Readonly<Record<SingleByte, readonly string[]>> = {
  'iso-8859-15': latin1.map((character, index) => latin9.get(index + 128) ?? character),
  'windows-1252': latin1.map((character, index) => windows1252.charAt(index) || character),
};

/** As text at once, for what is short. */
export function textFromSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  const upper = upperHalves[encoding];
  let text = '';
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? '');
  return text;
}

/** By hand: Node 20 reads `windows-1252` as Latin-1, which loses € and the curly quotes. */
export function* utf8FromSingleByte(bytes: Uint8Array, encoding: SingleByte): Work<Uint8Array> {
  const encoder = new TextEncoder();
  const upper = upperHalves[encoding].map((character) => encoder.encode(character));
  const steps = Math.ceil(bytes.length / stepBytes);
  let size = 0;
  for (let step = 0; step < steps; step++) {
    size += sizeInUtf8(bytes.subarray(step * stepBytes, (step + 1) * stepBytes), upper);
    yield step / steps / 2;
  }
  const text = new Uint8Array(size);
  let at = 0;
  for (let step = 0; step < steps; step++) {
    at = writeUtf8(bytes.subarray(step * stepBytes, (step + 1) * stepBytes), upper, text, at);
    yield (1 + step / steps) / 2;
  }
  return text;
}

function sizeInUtf8(bytes: Uint8Array, upper: readonly Uint8Array[]): number {
  let size = 0;
  for (let at = 0; at < bytes.length; at++) size += upper[(bytes[at] ?? 0) - 128]?.length ?? 1;
  return size;
}

function writeUtf8(bytes: Uint8Array, upper: readonly Uint8Array[], text: Uint8Array, start: number): number {
  let at = start;
  for (let from = 0; from < bytes.length; from++) {
    const byte = bytes[from] ?? 0;
    const wide = upper[byte - 128];
    if (wide) {
      text.set(wide, at);
      at += wide.length;
    } else text[at++] = byte;
  }
  return at;
}
