import { expect, test } from 'vitest';
import { find, forget, proofOf } from '../../../src/lib/workbench/forget/forget';
import { kinds, type Kind, type Place } from '../../../src/lib/workbench/forget/places';

/** A browser: what lies in each kind of place. */
function browserOf(lies: Partial<Record<Kind, readonly string[] | null>>, stuck: readonly string[] = []) {
  const held = new Map<Kind, Set<string>>(kinds.map((kind) => [kind, new Set(lies[kind] ?? [])]));
  const wiped: string[] = [];
  const placeOf = (kind: Kind): Place => ({
    list: async () => (lies[kind] === null ? null : [...(held.get(kind) ?? [])]),
    wipe: async (name) => {
      wiped.push(name);
      if (stuck.includes(name)) throw new Error('held by another tab');
      held.get(kind)?.delete(name);
    },
    ...(kind === 'databases' && { known: ['pejling'] }),
  });
  const places = Object.fromEntries(kinds.map((kind) => [kind, placeOf(kind)])) as Record<Kind, Place>;
  return { places, wiped };
}

const lies = {
  databases: ['pejling', 'pejling-remembered', 'of an earlier version'],
  caches: ['c'],
  files: ['duckdb'],
  local: ['pejling-language', 'pejling-lock'],
  session: ['s'],
  cookies: ['k'],
  workers: ['http://localhost/'],
};

test('everything goes, in every kind of place, and what is left is read anew', async () => {
  const { places } = browserOf(lies);
  const { before, left } = await forget(places);
  expect(before).toEqual(lies);
  expect(proofOf(left)).toBe('empty');
  expect(proofOf(before)).toBe('some');
  expect(await find(places)).toEqual(left);
});

test('what cannot be wiped is told, and stops nothing else', async () => {
  const { places } = browserOf(lies, ['pejling', 'k']);
  const { left } = await forget(places);
  expect(proofOf(left)).toBe('some');
  expect(Object.entries(left).filter(([, names]) => names?.length)).toEqual([
    ['databases', ['pejling']],
    ['cookies', ['k']],
  ]);
});

test('where the browser does not tell, what we know of is wiped, and that it was not seen is told', async () => {
  const { places, wiped } = browserOf({ ...lies, databases: null });
  const { before, left } = await forget(places);
  expect([before.databases, left.databases]).toEqual([null, null]);
  expect(proofOf(left)).toBe('unseen');
  expect(wiped).toContain('pejling');
});

test('a place that fails when it is asked is one that is not told of', async () => {
  const { places } = browserOf(lies);
  const failing = { ...places, files: { ...places.files, list: () => Promise.reject(new Error('off')) } };
  expect((await forget(failing)).left.files).toBeNull();
});
