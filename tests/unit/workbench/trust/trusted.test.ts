import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isTrusted, keepTrusted } from '../../../../src/lib/workbench/trust/trusted';

const held = new Map<string, string>();
beforeEach(() => {
  held.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was said yes to is trusted, to the letter, and its text is not kept', async () => {
  expect(await isTrusted('SELECT 1')).toBe(false);
  await keepTrusted('SELECT 1');
  expect(await isTrusted('SELECT 1')).toBe(true);
  expect(await isTrusted('SELECT 1 ')).toBe(false);
  expect([...held.values()].join()).not.toContain('SELECT');
});

test('the last two hundred are kept, each once', async () => {
  for (let at = 0; at < 205; at += 1) await keepTrusted(String(at));
  await keepTrusted('10');
  expect(await isTrusted('4')).toBe(false);
  expect(await isTrusted('5')).toBe(true);
  expect(await isTrusted('10')).toBe(true);
  expect(JSON.parse(held.get('pejling-trusted') ?? '')).toHaveLength(200);
});

test.each(['', '{', '"*"', '[1]', '["*"]', '{"length":1}', 'null'])(
  'storage that holds %s trusts nobody, and is written over',
  async (text) => {
    held.set('pejling-trusted', text);
    expect(await isTrusted('a')).toBe(false);
    await keepTrusted('a');
    expect(await isTrusted('a')).toBe(true);
  },
);

test('without storage nobody is trusted, and nothing fails', async () => {
  vi.stubGlobal('localStorage', undefined);
  await keepTrusted('a');
  expect(await isTrusted('a')).toBe(false);
});
