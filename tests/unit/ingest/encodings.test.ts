import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, type Encoding } from '../../../src/lib/ingest/decode';
import { readDelimited } from '../../../src/lib/ingest/formats/delimited';
import { finish } from '../../../src/lib/ingest/work';
import { rowsOfShape } from './shape-rows';
import { encodings, type Encoder } from './encodings';

const decoded = (bytes: Uint8Array) => {
  const decoding = finish(decode(bytes));
  return decoding.ok ? [new TextDecoder().decode(decoding.text), decoding.encoding] : decoding.problem;
};

describe('bytes of one character each', () => {
  test.each<[text: string, bytes: number[], encoding: Encoding]>([
    ['Å–€', [0xc5, 0x96, 0x80], 'windows-1252'],
    ['Blåbær', [0x42, 0x6c, 0xe5, 0x62, 0xe6, 0x72], 'windows-1252'],
    ['5 €', [0x35, 0x20, 0xa4], 'iso-8859-15'],
    ['Šaric', [0xa6, 0x61, 0x72, 0x69, 0x63], 'iso-8859-15'],
    ['1½ år', [0x31, 0xbd, 0x20, 0xe5, 0x72], 'windows-1252'],
    ['d´Or ¨', [0x64, 0xb4, 0x4f, 0x72, 0x20, 0xa8], 'windows-1252'],
  ])('%s', (text, bytes, encoding) => {
    expect(decoded(Uint8Array.from(bytes))).toEqual([text, encoding]);
  });
});

test('a long text is the same across the steps it is read in', () => {
  const long = 'kolonne: æ€𝄞;'.repeat(150_000);
  for (const name of ['UTF-8', 'UTF-16BE', 'UTF-16LE with a mark'] as const) {
    const [text] = decoded(encodings[name](long));
    expect(text === long, name).toBe(true);
  }
});

const characters = [
  'a',
  'Z',
  'æ',
  'Ø',
  'å',
  'é',
  '€',
  ' ',
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '.',
  '5',
  '-',
  '½',
];
const names = Object.keys(encodings) as (keyof typeof encodings)[];

/** As spreadsheets write it: quoted where needed. */
function writeTable(rows: readonly (readonly string[])[], delimiter: string, end: string): string {
  const write = (field: string) => (/[",;\t|\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return rows.map((row) => row.map(write).join(delimiter) + end).join('');
}

test('any table reads back as it was written, in every encoding and with every delimiter', () => {
  const width = fc.integer({ min: 2, max: 5 });
  const table = width.chain((columns) =>
    fc.array(
      fc.array(fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 }), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: 1, maxLength: 6 },
    ),
  );
  const header = (columns: number) => Array.from({ length: columns }, (_, at) => `kolonne_${at}`);
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...names),
      fc.constantFrom(';', ',', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      (rows, name, delimiter, end) => {
        // ½ is not in Latin-9, and without € it cannot be told from Windows-1252.
        const written = rows.map((row) =>
          row.map((field) => (name === 'ISO-8859-15' ? field.replaceAll('½', '€') : field)),
        );
        const full = written.map((row, at) => [`€${at}`, ...row]);
        const text = writeTable([['id', ...header(rows[0]?.length ?? 0)], ...full], delimiter, end);
        const encode: Encoder = encodings[name];
        const { shape } = finish(readDelimited(encode(text)));
        expect(shape.delimiter).toBe(delimiter);
        expect(rowsOfShape(shape).map(([, ...fields]) => fields)).toEqual(full);
      },
    ),
    { seed: 20261125, numRuns: 1_000 },
  );
});
