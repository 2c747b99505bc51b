import { beforeEach, expect, test } from 'vitest';
import { Keeper } from '../../../src/lib/workbench/keeper.svelte';
import type { KeptNotebook, Shelf } from '../../../src/lib/workbench/storage';

/** The browser's shelf, seen by every tab. */
let entries = new Map<string, KeptNotebook>();
beforeEach(() => {
  entries = new Map();
});
const shelf: Shelf = {
  put: async (notebook, knownAt) => {
    const isOurs = (entries.get(notebook.name)?.savedAt ?? 0) <= knownAt;
    if (isOurs) entries.set(notebook.name, { ...notebook, tags: [] });
    return isOurs;
  },
  get: async (name) => entries.get(name),
  list: async () => [...entries.values()],
  names: async () => [...entries.keys()],
};

let clock = 1;

/** A tab: what it has open can be changed, and is kept. */
async function openTab(wanted: string, text: string, isNewer = false) {
  let open = text;
  const keeper = new Keeper(
    () => (clock += 1),
    () => ({ title: open, text: open, demonstration: false }),
    async () => shelf,
  );
  keeper.resume(await keeper.placeFor(wanted, text), isNewer);
  await keeper.flush();
  return {
    keeper,
    async write(changed: string) {
      open = changed;
      keeper.changed();
      await keeper.flush();
    },
  };
}

function kept(): [name: string, text: string][] {
  return [...entries.values()].map(({ name, text }): [string, string] => [name, text]).toSorted();
}

test('the same text opened again has the same place, another text one beside it', async () => {
  await openTab('a', 'one');
  await openTab('a', 'one');
  await openTab('a', 'two');
  expect(kept()).toEqual([
    ['a', 'one'],
    ['a-2', 'two'],
  ]);
});

test('an older tab never writes over what a newer one kept', async () => {
  const first = await openTab('a', 'one');
  const second = await openTab('a', 'one');
  await second.write('from the second');
  await first.write('from the first');
  await second.write('from the second again');
  expect(kept()).toEqual([
    ['a', 'from the second again'],
    ['a-2', 'from the first'],
  ]);
  expect(first.keeper.name).toBe('a-2');
});

test('a notebook of a newer program is not kept, and says so', async () => {
  const tab = await openTab('a', 'newer', true);
  await tab.write('changed');
  expect(kept()).toEqual([]);
  expect(tab.keeper.saved).toEqual({ newer: true });
});

test('without storage the keeper says so, and keeps what is written once there is', async () => {
  let denied = true;
  const keeper = new Keeper(
    () => 1,
    () => ({ title: '', text: '', demonstration: false }),
    () => (denied ? Promise.reject(new Error('denied')) : Promise.resolve(shelf)),
  );
  keeper.resume(await keeper.placeFor('a', ''), false);
  await keeper.flush();
  expect(keeper.saved).toEqual({ failed: 'off' });
  denied = false;
  keeper.changed();
  await keeper.flush();
  expect(keeper.saved).toEqual({ at: 1 });
  expect(kept()).toEqual([['a', '']]);
});
