import { expect, test } from 'vitest';
import { Budget } from '../../../src/lib/ingest/formats/budget';
import { Refused } from '../../../src/lib/ingest/formats/refused';
import { SheetWriter } from '../../../src/lib/ingest/formats/sheet-writer';
import { shownBy } from '../../../src/lib/ingest/formats/workbook-styles';
import { xmlReader } from '../../../src/lib/ingest/formats/xml';
import { rowLimit, unpackedLimit } from '../../../src/lib/ingest/limits';

/** Limits that a file would have to be very large to meet. */
function ruleOf(work: () => void): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) return error.rule;
    throw error;
  }
  return undefined;
}

test('however well it is packed, a file may become so much and no more', () => {
  const budget = new Budget(unpackedLimit / 2);
  expect(ruleOf(() => budget.take(unpackedLimit))).toBeUndefined();
  expect(ruleOf(() => budget.foresee(1))).toBe('too-large-unpacked');
  expect(ruleOf(() => budget.take(1))).toBe('too-large-unpacked');
});

test('XML that goes on without a tag is refused', () => {
  const reader = xmlReader({});
  reader.write(new TextEncoder().encode('<a>'));
  const piece = new Uint8Array(1_000_000).fill(0x20);
  const goOn = () => Array.from({ length: 33 }, () => reader.write(piece));
  expect(ruleOf(goOn)).toBe('damaged-file');
});

test('rows past the limit are refused', { timeout: 30_000 }, () => {
  const writer = new SheetWriter(['a']);
  const row = ['1'];
  for (let number = 1; number <= rowLimit; number++) writer.row(1, row);
  expect(ruleOf(() => writer.row(1, row))).toBe('too-many-rows');
});

test.each([
  ['yyyy', 'date'],
  ['dd', 'date'],
  ['mmm', 'date'],
  ['hh:mm', 'time'],
  ['[h]:mm', 'length'],
  ['0.00 "dage"', 'number'],
  ['[Red]0', 'number'],
])('a number shown as %s is a %s', (format, shown) => {
  expect(shownBy(format)).toBe(shown);
});
