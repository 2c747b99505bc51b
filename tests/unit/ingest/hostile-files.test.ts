import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/lib/ingest/formats/read-file';
import {
  fileLimit,
  packedFree,
  packingLimit,
  recordLimit,
  rowLimit,
  entryLimit,
} from '../../../src/lib/ingest/limits';
import { imports as danish } from '../../../src/lib/i18n/da/imports';
import { imports as english } from '../../../src/lib/i18n/en/imports';
import { workbookOf, zipOf } from './zip-writer';

const text = (content: string) => new TextEncoder().encode(content);
const who5 = text('course_id;wave;who5_1\nc1;before;3\n');
const zeros = new Uint8Array(packedFree * 1.5);

/** What became of each part: its table's records, or why there is none. */
async function outcome(name: string, bytes: Uint8Array): Promise<(string | number | null)[][]> {
  const found: (string | number | null)[][] = [];
  for await (const step of readFile(name, bytes)) {
    if (typeof step === 'number') continue;
    found.push(
      step.ok
        ? [step.file, step.sheet.shape.records]
        : [step.file, step.rule, ...(step.value ? [step.value] : [])],
    );
  }
  return found;
}

describe('what is packed to fill memory', () => {
  test('gzip: less than 100 kB that become 75 MB', { timeout: 30_000 }, async () => {
    const bomb = gzipSync(zeros);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await outcome('bombe.csv.gz', bomb)).toEqual([['bombe.csv.gz', 'packed-too-far', '50']]);
  });

  test('zip, whether its directory tells or not', { timeout: 30_000 }, async () => {
    const lies = { size: 1_000 };
    expect(await outcome('a.zip', zipOf([{ name: 'a.csv', bytes: zeros }]))).toEqual([
      ['a.zip/a.csv', 'packed-too-far', '50'],
    ]);
    expect(await outcome('b.zip', zipOf([{ name: 'b.csv', bytes: zeros, says: lies }]))).toEqual([
      ['b.zip/b.csv', 'packed-too-far', '50'],
    ]);
  });

  test('a workbook whose sheet goes on and on', { timeout: 30_000 }, async () => {
    const sheet = `<worksheet><sheetData>${`<row>${' '.repeat(10_000)}</row>`.repeat(7_500)}</sheetData></worksheet>`;
    const bomb = workbookOf(sheet);
    expect(bomb.length).toBeLessThan(440_000);
    expect(await outcome('bombe.xlsx', bomb)).toEqual([['bombe.xlsx', 'packed-too-far', '50']]);
  });

  test('gzip: what a person has packed well is read', async () => {
    const long = text(`course_id;project\n${'c1;BRUS\n'.repeat(1_000_000)}`);
    const packed = gzipSync(long);
    expect(long.length / packed.length).toBeGreaterThan(packingLimit);
    expect(long.length).toBeLessThan(packedFree);
    expect(await outcome('x.csv.gz', packed)).toEqual([['x.csv.gz', 1_000_000]]);
  });

  test('many files', async () => {
    const files = Array.from({ length: entryLimit + 1 }, (_, at) => ({ name: `${at}.csv`, bytes: who5 }));
    expect(await outcome('x.zip', zipOf(files))).toEqual([['x.zip', 'too-many-files', '1001']]);
  });
});

describe('a workbook', () => {
  const cells = (count: number) => '<c t="inlineStr"><is><t>a</t></is></c>'.repeat(count);
  const sheet = (rows: string) => workbookOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

  test('with too many columns', async () => {
    expect(await outcome('x.xlsx', sheet(`<row>${cells(2_001)}</row>`))).toEqual([
      ['x.xlsx', 'too-many-columns', '2001'],
    ]);
  });

  test('with a row too long for the engine: the others are kept', async () => {
    const long = `<c t="str"><v>${'x'.repeat(recordLimit)}</v></c>`;
    const rows = `<row>${cells(1)}</row><row>${long}</row><row>${cells(1)}</row>`;
    for await (const step of readFile('x.xlsx', sheet(rows))) {
      if (typeof step === 'number' || !step.ok) continue;
      const { records, usable, broken } = step.sheet.shape;
      expect([records, usable, broken]).toEqual([2, 1, [{ line: 2, fields: 1, rule: 'long-row' }]]);
    }
    expect.assertions(1);
  });

  test.each([
    ['that is no XML', '<worksheet><sheetData><row></c></row>'],
    ['that stops in the middle', '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t>'],
    [
      'that refers to a text there is not',
      '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>',
    ],
  ])('%s', async (_, xml) => {
    expect(await outcome('x.xlsx', workbookOf(xml))).toEqual([
      ['x.xlsx', 'damaged-file', expect.any(String)],
    ]);
  });
});

describe('a packed file that is not what it should be', () => {
  const good = { name: 'who5.csv', bytes: who5 };

  test.each([
    ['locked', { flags: 1 }, ['locked-file']],
    ['packed otherwise', { method: 14 }, ['other-packing', 'LZMA']],
    ['of another size', { size: who5.length - 1 }, ['damaged-file', 'CRC-32']],
    ['of another content', { crc: 7 }, ['damaged-file', 'CRC-32']],
    ['said to be unpacked', { method: 0 }, ['damaged-file', 'CRC-32']],
  ])('%s: the others are read', async (_, says, told) => {
    expect(await outcome('x.zip', zipOf([{ name: 'a.csv', bytes: who5, says }, good]))).toEqual([
      ['x.zip/a.csv', ...told],
      ['x.zip/who5.csv', 1],
    ]);
  });

  test('cut off, wherever it is cut', async () => {
    const whole = zipOf([good]);
    const packed = gzipSync(text(`course_id;project\n${'c1;BRUS\n'.repeat(999)}`));
    for (let size = 4; size < whole.length; size++) {
      expect(await outcome('x.zip', whole.subarray(0, size)), String(size)).toEqual([
        ['x.zip', 'damaged-file', expect.any(String)],
      ]);
    }
    for (let size = 4; size < packed.length; size++) {
      expect(await outcome('x.gz', packed.subarray(0, size)), String(size)).toEqual([
        ['x.gz', 'damaged-file', expect.any(String)],
      ]);
    }
  });

  test('several of gzip after each other are one file', async () => {
    const two = Buffer.concat([gzipSync(who5), gzipSync(text('c2;after;4\n'))]);
    expect(await outcome('who5.csv.gz', two)).toEqual([['who5.csv.gz', 2]]);
  });

  test('with nothing in it', async () => {
    expect(await outcome('x.zip', zipOf([]))).toEqual([['x.zip', 'empty-file']]);
    expect(await outcome('x.zip', zipOf([{ name: 'a/', bytes: text('') }]))).toEqual([
      ['x.zip', 'empty-file'],
    ]);
  });
});

test.each<[string, Uint8Array, string]>([
  [
    'an old workbook',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2]),
    'other-format',
  ],
  [
    'a workbook with a password',
    Buffer.concat([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EEncryptedPackage', 'utf16le')]),
    'locked-file',
  ],
  ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'other-format'],
  ['JSON', text('[{"course_id": 1}]'), 'other-format'],
  ['XML', text('\uFEFF<?xml version="1.0"?><a/>'), 'other-format'],
  [
    'an OpenDocument',
    zipOf(['mimetype', 'content.xml'].map((name) => ({ name, bytes: who5 }))),
    'other-format',
  ],
  ['Numbers', zipOf([{ name: 'Index/Document.iwa', bytes: who5 }]), 'other-format'],
  [
    'a binary workbook',
    zipOf(['[Content_Types].xml', 'xl/workbook.bin'].map((name) => ({ name, bytes: who5 }))),
    'other-format',
  ],
])('%s is refused by name', async (_, bytes, rule) => {
  const [[, told, value] = []] = await outcome('x', bytes);
  expect(told).toBe(rule);
  if (rule === 'locked-file') return;
  for (const { rules } of [danish, english]) {
    const sentence = rules['other-format']({ column: '', value: String(value) });
    expect(sentence).not.toBe(rules['other-format']({ column: '', value: '' }));
  }
});

test('the sentences name the limits there are', () => {
  const found = { column: '', value: '' };
  for (const { rules } of [danish, english]) {
    expect(rules['too-large'](found)).toContain(`${fileLimit / 1e6} MB`);
    expect(rules['too-many-rows']()).toContain(`${rowLimit / 1e6} mill`);
    expect(rules['packed-too-far'](found)).toContain(String(packingLimit));
    expect(rules['too-many-files'](found)).toContain(String(entryLimit));
  }
});
