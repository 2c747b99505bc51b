import { utf8FromSingleByte, type SingleByte } from './single-byte';
import { part, stepBytes, type Work } from './work';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByte;

export type Decoding =
  /** `text` is UTF-8 without a byte order mark: bytes, since a large file is never needed as one string. */
  | { readonly ok: true; readonly text: Uint8Array; readonly encoding: Encoding }
  | { readonly ok: false; readonly problem: 'empty' | 'binary' };

/** Finds a text's encoding and gives it as UTF-8: by mark, by the pattern of NULs, by trying, else a byte a character. */
export function* decode(bytes: Uint8Array): Work<Decoding> {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return yield* decodeUtf8(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return yield* decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return yield* decodeUtf16(bytes.subarray(2), 'utf-16be');
  const wide = wideWithoutMark(bytes);
  return wide ? yield* decodeUtf16(bytes, wide) : yield* decodeUtf8(bytes);
}

const empty: Decoding = { ok: false, problem: 'empty' };
const binary: Decoding = { ok: false, problem: 'binary' };

function* decodeUtf8(bytes: Uint8Array): Work<Decoding> {
  if (isBlank(bytes)) return empty;
  if (bytes.includes(0)) return binary;
  if (yield* part(isUtf8(bytes), 0, 0.5)) return { ok: true, text: bytes, encoding: 'utf-8' };
  const encoding = singleByteOf(bytes);
  return { ok: true, text: yield* part(utf8FromSingleByte(bytes, encoding), 0.5, 1), encoding };
}

function* decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Work<Decoding> {
  const [decoder, encoder] = [new TextDecoder(encoding), new TextEncoder()];
  // Two bytes become three at the most, also where an odd last byte becomes a mark of what is missing.
  const text = new Uint8Array(Math.ceil(bytes.length / 2) * 3 + 3);
  let size = 0;
  for (let at = 0; at < bytes.length; at += stepBytes) {
    const piece = decoder.decode(bytes.subarray(at, at + stepBytes), { stream: true });
    size += encoder.encodeInto(piece, text.subarray(size)).written;
    yield at / bytes.length;
  }
  size += encoder.encodeInto(decoder.decode(), text.subarray(size)).written;
  const written = text.subarray(0, size);
  if (isBlank(written)) return empty;
  return written.includes(0) ? binary : { ok: true, text: written, encoding };
}

/** In pieces, so that the text never exists as a string beside the bytes. */
function* isUtf8(bytes: Uint8Array): Work<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at <= bytes.length; at += stepBytes) {
    try {
      decoder.decode(bytes.subarray(at, at + stepBytes), { stream: at + stepBytes <= bytes.length });
    } catch {
      return false;
    }
    yield at / bytes.length;
  }
  return true;
}

/**
 * Windows-1252, unless what it would show at a few bytes is no text (¤, or ¦ ¨ ¸ within a word) and Latin-9 has a
 * letter or € there. The two share every letter of Danish.
 */
function singleByteOf(bytes: Uint8Array): SingleByte {
  let latin9 = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte < 0xa0) return 'windows-1252';
    if (byte === 0xa4) latin9 = true;
    else if (byte === 0xa6 || byte === 0xa8 || byte === 0xb8)
      latin9 ||= isLetter(bytes[at - 1]) || isLetter(bytes[at + 1]);
  }
  return latin9 ? 'iso-8859-15' : 'windows-1252';
}

function isLetter(byte = 0): boolean {
  const lower = byte | 0x20;
  return byte >= 0xc0 || (lower >= 0x61 && lower <= 0x7a);
}

/** Western text in UTF-16 has a NUL in nearly every second byte. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4096 & ~1);
  let [even, odd] = [0, 0];
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const pairs = head.length >> 1;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
