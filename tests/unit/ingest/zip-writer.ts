import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/lib/ingest/formats/crc32';

/** What a zip file's directory says, which need not be true. */
export interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly says?: {
    readonly size?: number;
    readonly crc?: number;
    readonly method?: number;
    readonly flags?: number;
  };
}

export function zipOf(files: readonly Written[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, says = {} } of files) {
    const packed = deflateRawSync(bytes);
    const fields = [
      ...[20, says.flags ?? 0x800, says.method ?? 8, 0, 0].flatMap(two),
      ...[says.crc ?? crc32(bytes), packed.length, says.size ?? bytes.length].flatMap(four),
    ];
    const label = [...Buffer.from(name)];
    const local = Uint8Array.from([
      ...four(0x04034b50),
      ...fields,
      ...two(label.length),
      ...two(0),
      ...label,
    ]);
    parts.push(local, packed);
    directory.push(
      Uint8Array.from([
        ...[...four(0x02014b50), ...two(20), ...fields, ...two(label.length)],
        ...[0, 0, 0, 0].flatMap(two),
        ...[...four(0), ...four(offset), ...label],
      ]),
    );
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Uint8Array.from([
    ...[...four(0x06054b50), ...two(0), ...two(0), ...two(files.length), ...two(files.length)],
    ...[...four(size), ...four(offset), ...two(0)],
  ]);
  return Buffer.concat([...parts, ...directory, end]);
}

const two = (value: number) => [value & 0xff, (value >>> 8) & 0xff];
const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)];

/** A workbook of one sheet, of which this is the XML. */
export function workbookOf(sheet: string): Uint8Array {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="Ark1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${kind}" Target="sheet.xml"/></Relationships>`,
    'xl/sheet.xml': sheet,
  };
  return zipOf(
    Object.entries(parts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
  );
}
