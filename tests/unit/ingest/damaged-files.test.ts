import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../../src/lib/ingest/formats/read-file';
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
