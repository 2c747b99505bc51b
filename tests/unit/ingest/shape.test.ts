import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShape, type Shape } from '../../../src/lib/ingest/shape';
import { finish } from '../../../src/lib/ingest/work';
import { rowsOfShape } from './shape-rows';

const encode = (text: string) => new TextEncoder().encode(text);

function shapeOf(text: string): Shape {
  const reading = finish(readShape(encode(text)));
  if (!reading.ok) throw new Error(reading.problem.kind);
  return reading.shape;
}

describe('delimiter', () => {
  test.each([
    ['a;b\n1,5;2\n', ';'],
    ['a,b\n1;2,3\n', ','],
    ['a\tb,c\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['"a;b",c\n1,2\n', ','],
    ['a,b;c\n1;2\n3;4\n', ';'],
  ])('%j', (text, delimiter) => expect(shapeOf(text).delimiter).toBe(delimiter));
});

test('lines are the file’s own, past blank lines and quoted line breaks', () => {
  const shape = shapeOf('\r\na;b\r\n1;"x\r\ny"\r\n\r\n;\r\n2;z\r\n3\r\n4;w');
  expect(rowsOfShape(shape).map(([line, first]) => [line, first])).toEqual([
    ['3', '1'],
    ['7', '2'],
    ['9', '4'],
  ]);
  expect(shape).toMatchObject({ records: 4, usable: 3, blankLines: 2 });
  expect(shape.broken).toEqual([{ line: 8, fields: 1, rule: 'ragged-row' }]);
});

test('a stray quote costs its own line, not the rest of the file', () => {
  const shape = shapeOf('a;b\n1;"x\n2;y\n3;"z"\n');
  expect(shape.broken).toEqual([{ line: 2, fields: 2, rule: 'open-quote' }]);
  expect(rowsOfShape(shape)).toEqual([
    ['3', '2', 'y'],
    ['4', '3', 'z'],
  ]);
});

test('a file of nothing but stray quotes is read in linear time', () => {
  const started = performance.now();
  const shape = shapeOf('a;b\n' + '1;"x"y\n2;"""\n'.repeat(50_000));
  expect(shape.records).toBe(shape.usable + shape.broken.length);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('old Macintosh line ends', () => {
  expect(rowsOfShape(shapeOf('a;b\r1;2\r3;4\r'))).toEqual([
    ['2', '1', '2'],
    ['3', '3', '4'],
  ]);
});

test('whatever the fields, quoted text comes through as it was', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'æ', ' ', ';', ',', '"', '\n', '7', '€'),
    maxLength: 6,
  });
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }), (rows) => {
      const lines = [['id', 'x', 'y'], ...rows.map((row, index) => [`r${index}`, ...row])];
      const shape = shapeOf(lines.map((row) => row.map(quote).join(';')).join('\r\n'));
      expect(rowsOfShape(shape).map(([, ...fields]) => fields)).toEqual(lines.slice(1));
    }),
    { seed: 20261123, numRuns: 300 },
  );
});

test('no record disappears, whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', ' '), maxLength: 60 });
  fc.assert(
    fc.property(text, (rest) => {
      const shape = shapeOf(`a;b\n${rest}`);
      expect(shape.usable + shape.broken.length).toBe(shape.records);
      expect(rowsOfShape(shape)).toHaveLength(shape.usable);
      expect(rowsOfShape(shape).every((fields) => fields.length === 3)).toBe(true);
    }),
    { seed: 20261123, numRuns: 2_000 },
  );
});
