export type Encoder = (text: string) => Uint8Array;

/** Every way a text is written that is read. Those of one byte a character take Danish text and €. */
export const encodings = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with a mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
  'UTF-16LE': (text) => utf16(text, true),
  'UTF-16BE': (text) => utf16(text, false),
  'UTF-16LE with a mark': (text) => utf16(`\uFEFF${text}`, true),
  'UTF-16BE with a mark': (text) => utf16(`\uFEFF${text}`, false),
  'Windows-1252': (text) => singleByte(text, 0x80),
  'ISO-8859-15': (text) => singleByte(text, 0xa4),
} satisfies Record<string, Encoder>;

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}

function singleByte(text: string, euro: number): Uint8Array {
  return Uint8Array.from(text, (character) => (character === '€' ? euro : character.charCodeAt(0)));
}
