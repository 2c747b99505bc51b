import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../../src/lib/ingest/formats/budget';
import { within } from '../../../src/lib/ingest/formats/codecs';
import { readFile } from '../../../src/lib/ingest/formats/read-file';
import { packedFree } from '../../../src/lib/ingest/limits';
import { rules } from '../../../src/lib/ingest/problem';

/** Files whose numbers say where to read on, and how much: what is broken in them is told, never thrown or waited for. */
const folder = new URL('files/', import.meta.url);
const names = readdirSync(folder).filter((name) => /\.(parquet|arrows?|feather|z?sav)$/.test(name));
const known: ReadonlySet<string> = new Set(rules);

async function recordsOf(name: string, bytes: Uint8Array): Promise<number | string> {
  let found: number | string = 'nothing';
  for await (const step of readFile(name, bytes)) {
    if (typeof step !== 'number') found = step.ok ? step.sheet.shape.records : step.rule;
  }
  return found;
}

test.each(names)('%s, cut off', async (name) => {
  const whole = new Uint8Array(readFileSync(new URL(name, folder)));
  expect(await recordsOf(name, whole)).toBeGreaterThan(0);
  const sizes = Array.from({ length: 60 }, (_, at) => Math.floor((whole.length * at) / 60));
  for (const size of [...sizes.slice(1), whole.length - 1]) {
    const found = await recordsOf(name, whole.slice(0, size));
    expect(known, `${size}: ${found}`).toContain(found);
  }
});

/** Of our own reader: those of the others can be led astray by such a byte, which no transport leaves. */
test.each(names.filter((name) => name.endsWith('sav')))('%s, with bytes changed', async (name) => {
  const whole = new Uint8Array(readFileSync(new URL(name, folder)));
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  const some = fc.array(change, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(some, async (changes) => {
      const bytes = whole.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      const found = await recordsOf(name, bytes);
      expect(typeof found === 'number' || found === 'nothing' || known.has(found)).toBe(true);
    }),
    { numRuns: 60, seed: 20261128 },
  );
});

test('Arrow whose columns all say that they are longer than there are bytes for', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('lz4.feather', folder)));
  for (const length of [792, 808, 824]) {
    expect(bytes[length]).toBe(7);
    bytes[length] = 200;
  }
  expect(await recordsOf('x.feather', bytes)).toBe('damaged-file');
});

describe('what is unpacked', () => {
  const unpack = (bytes: number) => () => new Uint8Array(bytes);
  const packed = new Uint8Array(1);

  test('is as long as it should be', () => {
    expect(within(new Budget(1), unpack(7))(packed, 7)).toHaveLength(7);
    expect(() => within(new Budget(1), unpack(6))(packed, 7)).toThrow('6 / 7');
  });

  test('is within the budget of its file, all together', () => {
    const budget = new Budget(1);
    const half = within(budget, unpack(packedFree / 2));
    half(packed, packedFree / 2);
    half(packed, packedFree / 2);
    expect(() => within(budget, unpack(1))(packed, 1)).toThrow('packed-too-far');
  });
});
