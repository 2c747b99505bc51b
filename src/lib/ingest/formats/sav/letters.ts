import { textFromSingleByte } from '../../single-byte';
import { Refused } from '../refused';

export type ReadText = (bytes: Uint8Array) => string;

/** What Windows numbers its character sets by, in files from before they had names. */
const codePages: Readonly<Record<number, string>> = {
  2: 'windows-1252',
  3: 'windows-1252',
  1250: 'windows-1250',
  1252: 'windows-1252',
  28591: 'windows-1252',
  28605: 'iso-8859-15',
  65001: 'utf-8',
};

/** How the file's text is written: by name, else by number, else as Windows in Denmark does. Blanks at the end are filling. */
export function textReader(name: string, codePage: number): ReadText {
  const asked = name.trim().toLowerCase() || (codePages[codePage] ?? 'windows-1252');
  const read = plainReader(asked);
  return (bytes) => read(bytes.subarray(0, filled(bytes)));
}

function plainReader(name: string): ReadText {
  // Node 20 reads these two as Latin-1.
  if (/^(windows-1252|cp1252|iso-8859-1|latin1|us-ascii|ascii)$/.test(name))
    return (bytes) => textFromSingleByte(bytes, 'windows-1252');
  if (name === 'iso-8859-15') return (bytes) => textFromSingleByte(bytes, 'iso-8859-15');
  try {
    const decoder = new TextDecoder(name);
    return (bytes) => decoder.decode(bytes);
  } catch {
    throw new Refused('other-format', 'spss-letters');
  }
}

function filled(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && (bytes[length - 1] === 0x20 || bytes[length - 1] === 0)) length--;
  return length;
}
