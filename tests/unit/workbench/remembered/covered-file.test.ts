import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actions, rules } from '../../../../src/lib/ingest/problem';
import type { CoveredFile } from '../../../../src/lib/workbench/exports';
import { packFile, unpackFile } from '../../../../src/lib/workbench/remembered/covered-file';

const count = fc.nat(1e9);
const text = fc.string({ unit: 'binary' });
const problem = fc.record({
  dataset: text,
  file: text,
  line: fc.option(count),
  column: fc.option(text),
  value: fc.option(text),
  rule: fc.constantFrom(...rules),
  action: fc.constantFrom(...actions),
});
const described = fc.array(fc.tuple(text, text)).map((codes) => new Map(codes));
const shape = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  header: fc.array(text),
  records: count,
  blankLines: count,
  broken: fc.array(
    fc.record({
      line: count,
      fields: count,
      rule: fc.constantFrom('ragged-row', 'open-quote', 'long-row'),
    }),
  ),
  usable: count,
  body: fc.uint8Array({ maxLength: 200 }),
});
const table = fc.record({
  ok: fc.constant(true as const),
  file: text,
  covered: fc.array(problem, { maxLength: 4 }),
  sheet: fc.record(
    {
      name: text,
      unnamed: fc.array(text),
      nested: fc.array(text, { minLength: 1 }),
      described: fc.array(fc.record({ label: text, codes: described }), { minLength: 1 }),
      shape,
    },
    { requiredKeys: ['name', 'unnamed', 'shape'] },
  ),
});
const none = fc.record({
  ok: fc.constant(false as const),
  file: text,
  rule: fc.constantFrom(...rules),
  value: fc.option(text),
});
const file: fc.Arbitrary<CoveredFile> = fc.record({
  name: text,
  keyedBy: fc.option(fc.uuid()),
  readings: fc.array(fc.oneof(table, none), { maxLength: 5 }),
}) as fc.Arbitrary<CoveredFile>;

/** Bodies are views of the packed bytes; what they hold is what counts. */
const plain = (read: CoveredFile | undefined) =>
  JSON.stringify(read, (_, value: unknown) => (value instanceof Map ? [...value] : value));

test('what is packed comes back, whatever it holds', () => {
  fc.assert(
    fc.property(file, (given) => {
      expect(plain(unpackFile(packFile(given)))).toBe(plain(given));
    }),
  );
});

test('bytes that are cut, or go on, are no file', () => {
  fc.assert(
    fc.property(file, fc.nat(), (given, at) => {
      const packed = packFile(given);
      expect(unpackFile(packed.slice(0, at % packed.length))).toBeUndefined();
      expect(unpackFile(new Uint8Array([...packed, 0]))).toBeUndefined();
    }),
  );
});

test('bytes of anything else are no file', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(unpackFile(bytes.slice())).toBeUndefined();
    }),
  );
});
