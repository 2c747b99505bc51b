export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a file that is no text seems to be. */
export type Binary = 'pdf' | 'zip' | 'office' | 'image' | 'gzip' | 'parquet' | 'binary';

export type Decoding =
  /** `text` is UTF-8 without a byte order mark: bytes, since a large file is never needed as one string. */
  | { readonly ok: true; readonly text: Uint8Array; readonly encoding: Encoding }
  | {
      readonly ok: false;
      readonly problem: { readonly kind: 'empty' } | { readonly kind: 'binary'; readonly seems: Binary };
    };

/** Finds a file's encoding and gives its text as UTF-8: by mark, by the pattern of NULs, by trying, else Windows-1252. */
export function decode(bytes: Uint8Array): Decoding {
  if (bytes.length === 0) return empty;
  const seems = binaryBySignature(bytes);
  if (seems) return binary(seems);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  const wide = wideWithoutMark(bytes);
  return wide ? decodeUtf16(bytes, wide) : decodeUtf8(bytes);
}

const empty: Decoding = { ok: false, problem: { kind: 'empty' } };
const binary = (seems: Binary): Decoding => ({ ok: false, problem: { kind: 'binary', seems } });

function decodeUtf8(bytes: Uint8Array): Decoding {
  if (isBlank(bytes)) return empty;
  if (bytes.includes(0)) return binary('binary');
  if (isUtf8(bytes)) return { ok: true, text: bytes, encoding: 'utf-8' };
  return { ok: true, text: utf8FromWindows1252(bytes), encoding: 'windows-1252' };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoding {
  const text = new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  if (isBlank(text)) return empty;
  if (text.includes(0)) return binary('binary');
  return { ok: true, text, encoding };
}

/** Where Windows-1252 is not Latin-1, 0x80 to 0x9F; unassigned bytes stay what they are, as browsers have it. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: Node 20 reads `windows-1252` as Latin-1, which loses € and the curly quotes. */
function utf8FromWindows1252(bytes: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const upper = Array.from({ length: 128 }, (_, index) => {
    const byte = index + 128;
    return encoder.encode(windows1252.charAt(index) || String.fromCharCode(byte));
  });
  let size = 0;
  for (const byte of bytes) size += upper[byte - 128]?.length ?? 1;
  const text = new Uint8Array(size);
  let at = 0;
  for (const byte of bytes) {
    const wide = upper[byte - 128];
    if (wide) {
      text.set(wide, at);
      at += wide.length;
    } else text[at++] = byte;
  }
  return text;
}

/** In pieces, so that the text never exists as a string beside the bytes. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const piece = 1 << 20;
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      decoder.decode(bytes.subarray(at, at + piece), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
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

const signatures: readonly (readonly [Binary, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

function binaryBySignature(bytes: Uint8Array): Binary | undefined {
  return signatures.find(([, signature]) => startsWith(bytes, signature))?.[0];
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
