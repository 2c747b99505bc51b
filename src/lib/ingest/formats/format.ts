import { startsWith } from '../decode';

/** Kinds of files that are read, as their first bytes say. A workbook is a zip file. */
export type Format = 'text' | 'zip' | 'gzip' | 'parquet' | 'arrow' | 'sav';

/** What a file that cannot be read seems to be. */
export type Foreign =
  | 'binary'
  | 'pdf'
  | 'image'
  | 'office'
  | 'locked'
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'feather-1'
  | 'stata'
  | 'sas'
  | 'spss-portable'
  | 'spss-letters'
  | 'r'
  | 'sqlite'
  | 'packed'
  | 'document'
  | 'ods'
  | 'numbers'
  | 'xlsb';

export type Recognised =
  { readonly known: true; readonly format: Format } | { readonly known: false; readonly seems: Foreign };

/** By content alone: an extension is what someone called it. */
export function recogniseFormat(bytes: Uint8Array): Recognised {
  for (const [format, signature] of formats) {
    if (startsWith(bytes, signature)) return { known: true, format };
  }
  for (const [seems, signature, offset = 0] of foreign) {
    if (!startsWith(bytes.subarray(offset), signature)) continue;
    return { known: false, seems: seems === 'office' && isLocked(bytes) ? 'locked' : seems };
  }
  return isArrowStream(bytes) ? { known: true, format: 'arrow' } : { known: true, format: 'text' };
}

/** An Arrow file begins and ends with it. */
export const arrowMagic = Array.from('ARROW1', (character) => character.charCodeAt(0));

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));

const formats: readonly (readonly [Format, readonly number[]])[] = [
  ['zip', [...ascii('PK'), 3, 4]],
  ['zip', [...ascii('PK'), 5, 6]],
  ['gzip', [0x1f, 0x8b]],
  ['parquet', ascii('PAR1')],
  ['arrow', [...arrowMagic, 0, 0]],
  ['sav', ascii('$FL2')],
  ['sav', ascii('$FL3')],
];

const foreign: readonly (readonly [Foreign, readonly number[], offset?: number])[] = [
  ['pdf', ascii('%PDF')],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['image', [0x89, ...ascii('PNG')]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', ascii('GIF8')],
  ['rtf', ascii('{\\rtf')],
  ['feather-1', ascii('FEA1')],
  ['stata', ascii('<stata_dta>')],
  ['sas', [0xc2, 0xea, 0x81, 0x60], 12],
  ['r', ascii('RDX')],
  ['sqlite', ascii('SQLite format 3')],
  ['packed', ascii('Rar!')],
  ['packed', [...ascii('7z'), 0xbc, 0xaf]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['packed', ascii('BZh')],
  ['packed', [0xfd, ...ascii('7zXZ')]],
  ['packed', ascii('ustar'), 257],
];

/** A workbook with a password is an old document that holds a stream of this name, in UTF-16. */
function isLocked(bytes: Uint8Array): boolean {
  const name = ascii('EncryptedPackage').flatMap((byte) => [byte, 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (startsWith(bytes.subarray(at, at + name.length), name)) return true;
  }
  return false;
}

/** A mark of four ones, then the size of a schema. */
function isArrowStream(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0xff, 0xff, 0xff, 0xff]) || bytes.length < 16) return false;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
  return size > 0 && size <= bytes.length - 8;
}

const beginnings: readonly (readonly [Foreign, RegExp])[] = [
  ['html', /^<(!doctype html|html|head|body|table|meta|div)\b/i],
  ['xml', /^<[?!a-z]/i],
  ['json', /^[{[]\s*["{[\]}]/],
  ['spss-portable', /ASCII SPSS PORT FILE/],
];

/** Text that is something else than a table: pages that call themselves `.xls`, above all. */
export function seemsOf(text: Uint8Array): Foreign | undefined {
  const beginning = new TextDecoder().decode(text.subarray(0, 512)).trimStart();
  return beginnings.find(([, pattern]) => pattern.test(beginning))?.[0];
}
