import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDigits, holdsCivil } from '../../../src/lib/ingest/civil/civil-number';
import { findCivil } from '../../../src/lib/ingest/civil/find-civil';
import { coverDescribed, replaceCivil } from '../../../src/lib/ingest/civil/replace-civil';
import { readShape } from '../../../src/lib/ingest/shape';
import { finish } from '../../../src/lib/ingest/work';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function cover(text: string) {
  const reading = finish(readShape(encode(text)));
  if (!reading.ok) throw new Error(reading.problem.kind);
  const finding = finish(findCivil(reading.shape));
  const pseudonyms = new Map([...finding.digits].map((digits, at) => [digits, `p${at}`]));
  const place = { dataset: 'd', file: 'f.csv' };
  const replaced = finish(replaceCivil(reading.shape, finding, pseudonyms, place));
  return { before: reading.shape, finding, ...replaced };
}

describe('a civil registration number', () => {
  test.each([
    ['010203-1234', '0102031234'],
    [' 0102031234 ', '0102031234'],
    ['010203 1234', '0102031234'],
    ['10203-1234', '0102031234'],
    ['102031234', '0102031234'],
    ['610203-1234', '6102031234'],
    ['290200-0000', '2902000000'],
    ['311299-9999', '3112999999'],
    ['010203 - 1234', '0102031234'],
    ['010203–1234', '0102031234'],
    ['010203\u00a01234', '0102031234'],
  ])('%s', (text, digits) => expect(civilDigits(text)).toBe(digits));

  test.each([
    ['no such month', '011303-1234'],
    ['no such day', '310402-1234'],
    ['day 0', '000102-1234'],
    ['a day of 92', '920102-1234'],
    ['eight digits', '01020312'],
    ['eleven digits', '01020312345'],
    ['two gaps', '0102 03-1234'],
    ['two separators', '010203--1234'],
    ['a date and a time', '2018-12-31 14:30'],
    ['words around it', 'cpr 010203-1234'],
  ])('not: %s', (_, text) => expect(civilDigits(text)).toBeUndefined());

  test.each([
    ['barn 010203-1234 flyttet', true],
    ['cpr0102031234', true],
    ['010203-1234', true],
    ['0102031234', false],
    ['tlf. 12345678901', false],
    ['011303-1234', false],
    ['CPR: 010203 - 1234, flyttet', true],
    ['nr 010203–1234', true],
    ['0,0102031234', false],
    ['12.0102031234', false],
    ['010203.1234', false],
  ])('in %s: %s', (text, held) => expect(holdsCivil(text)).toBe(held));
});

describe('a table', () => {
  test('without any is left as it is', () => {
    const { finding, shape, before, problems } = cover('course_id;age\nc1;7\nc2;8\n');
    expect(finding.columns).toEqual([]);
    expect(decode(shape.body)).toBe(decode(before.body));
    expect(problems).toEqual([]);
  });

  test('of numbers with ten digits that mean something else is left as it is', () => {
    const ids = ['4512345678', '9923456789', '1234567890', '0000000001', '3001010000'];
    const { shape, before, finding } = cover(`course_id\n${ids.join('\n')}\n`);
    expect(finding.columns).toEqual([]);
    expect(decode(shape.body)).toBe(decode(before.body));
  });

  test('without a header shows none as the name of a column', () => {
    const { shape } = cover('010203-1234;7\n020304-1111;8\n');
    expect(shape.header).toEqual(['column 1', '7']);
  });

  test('quotes, line ends in a value and the lines of the file stay', () => {
    const { shape } = cover('id;note\n"010203-1234";"a ""b""\n;c"\n"020304-1111";d\nx;"010203-1234, e"\n');
    expect(decode(shape.body)).toBe('2;"p0";"a ""b""\n;c"\n4;"p1";"d"\n5;"x";""\n');
  });

  test('whatever stands around them, no number is left and nothing else is changed', () => {
    const two = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'));
    const civil = fc
      .tuple(
        two(1, 28),
        two(1, 12),
        two(0, 99),
        fc.constantFrom('', '-', ' ', ' - ', '–', '\u00a0'),
        fc.integer({ min: 1000, max: 9999 }),
      )
      .map((parts) => parts.join(''));
    const other = fc.constantFrom('', 'a', '7', 'x "y"', '2018-12-31', 'æøå', '12345678', 'l1\nl2');
    const row = fc.record({
      id: civil,
      other,
      note: fc.oneof(
        other,
        fc.tuple(other, civil).map(([a, b]) => `${a} nr ${b}`),
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map(({ id, other, note }) => [id, other, note].map(quote).join(';')).join('\n');
        const { shape } = cover(`id;other;note\n${text}\n`);
        const left = decode(shape.body);
        for (const { id } of rows) expect(left).not.toContain(id);
        expect(left.replace(/\D+/g, ' ')).not.toMatch(/(?<!\d)\d{10}(?!\d)/);
        const again = finish(readShape(encode(`line;id;other;note\n${left}`)));
        if (!again.ok) throw new Error('unreadable');
        expect(again.shape.usable).toBe(rows.length);
        for (const { other } of rows) expect(left).toContain(other.replaceAll('"', '""'));
      }),
      { seed: 20261128, numRuns: 200 },
    );
  });
});

test('what a file says of its columns and codes is covered too', () => {
  const described = [
    { label: 'Barn 010203-1234', codes: new Map([['1', 'Pige']]) },
    {
      label: 'Barnets køn',
      codes: new Map([
        ['0102031234', 'Ida'],
        ['1', 'som 0102031234 siger'],
        ['2', 'Dreng'],
      ]),
    },
  ];
  expect(coverDescribed({ described })).toEqual({
    described: [
      { label: '', codes: new Map([['1', 'Pige']]) },
      { label: 'Barnets køn', codes: new Map([['2', 'Dreng']]) },
    ],
  });
  expect(coverDescribed({})).toEqual({});
});
