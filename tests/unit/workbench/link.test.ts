import { readFileSync, readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestLink, readLink, writeLink } from '../../../src/lib/workbench/link';

const page = 'https://pejling.example/notebook/';
const fragmentOf = (bytes: Uint8Array) => `#n1.${Buffer.from(bytes).toString('base64url')}`;

async function linkOf(text: string): Promise<string> {
  const link = await writeLink(text, page);
  if (!link.ok) throw new Error('too long');
  return link.address;
}

describe('a link', () => {
  const shipped = readdirSync('notebooks').filter((file) => file.endsWith('.md'));
  test.each(shipped)('carries %s', async (file) => {
    const text = readFileSync(`notebooks/${file}`, 'utf8');
    const address = await linkOf(text);
    expect(address.length).toBeLessThanOrEqual(longestLink);
    expect(new URL(address).pathname).toBe('/notebook/');
    expect(await readLink(new URL(address).hash)).toEqual({ ok: true, text });
  });

  test('carries any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        const { hash } = new URL(await linkOf(text));
        expect(await readLink(hash)).toEqual({ ok: true, text });
      }),
      { numRuns: 60 },
    );
  });

  test('is not made of what is too long for it, and is never longer than it may be', async () => {
    let text = '';
    for (let seed = 1, lines = 0; lines < 3_000; lines += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      text += `${seed.toString(36)}\n`;
      if (lines % 50 > 0) continue;
      const link = await writeLink(text, page);
      if (link.ok) expect(link.address.length).toBeLessThanOrEqual(longestLink);
      else expect(text.length).toBeGreaterThan(longestLink / 2);
    }
    expect(await writeLink(text, page)).toEqual({ ok: false });
  });
});

/** Links that are out in the world: a file is its text and, beside it, the fragment it was sent in. Never changed, never deleted. */
describe('links of format 1 stay readable for ever', () => {
  const folder = 'tests/unit/workbench/links';
  const names = readdirSync(folder).filter((file) => file.endsWith('.link.txt'));
  test('are kept', () => expect(names.length).toBeGreaterThan(3));
  test.each(names)('%s', async (name) => {
    const fragment = readFileSync(`${folder}/${name}`, 'utf8').trim();
    const text = readFileSync(`${folder}/${name.replace('.link.txt', '.md')}`, 'utf8');
    expect(await readLink(fragment)).toEqual({ ok: true, text });
  });
});

describe('what is no link of ours is told, not thrown', () => {
  const whole = '# Titel\n\n```sql a\nSELECT 1\n```\n'.repeat(20);

  test('one that is cut off anywhere, or mistyped, gives no notebook', async () => {
    const { hash } = new URL(await linkOf(whole));
    for (let end = 4; end < hash.length; end += 1)
      expect(await readLink(hash.slice(0, end)), String(end)).toEqual({ ok: false, problem: 'damaged' });
    for (let at = 4; at < hash.length - 1; at += 1) {
      const mistyped = `${hash.slice(0, at)}${hash[at] === 'A' ? 'B' : 'A'}${hash.slice(at + 1)}`;
      const reading = await readLink(mistyped);
      expect(reading.ok && reading.text !== whole, mistyped).toBe(false);
    }
  });

  test('one of a later program', async () => {
    expect(await readLink('#n2.abc')).toEqual({ ok: false, problem: 'newer' });
  });

  test('one packed to fill memory is not unpacked', async () => {
    const bomb = fragmentOf(deflateSync(Buffer.alloc(100_000_000)));
    const from = performance.now();
    expect(await readLink(bomb)).toEqual({ ok: false, problem: 'too-large' });
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(await readLink(`#n1.${'A'.repeat(300_000)}`)).toEqual({ ok: false, problem: 'too-large' });
    expect(await readLink(fragmentOf(deflateSync(Buffer.alloc(1_000_001))))).toMatchObject({ ok: false });
    expect(await readLink(fragmentOf(deflateSync(Buffer.alloc(999_999, 'a'))))).toMatchObject({ ok: true });
  });

  test.each([
    '#n1.',
    '#n1.*',
    '#n1.%00',
    '#n1.a b',
    '#n1.<script>',
    '#n1.AAAA',
    fragmentOf(deflateSync(Buffer.from([0xff, 0xfe, 0x80]))),
  ])('%s', async (fragment) => {
    expect(await readLink(fragment)).toEqual({ ok: false, problem: 'damaged' });
  });
});
