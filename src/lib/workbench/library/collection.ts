import { freeName, KeptNotebook } from '../storage';
import { openDatabase, type LibraryDatabase } from './database';
import { browserLocks, type NotebookLocks } from './notebook-lock';

/** What lies in the bin goes after this many days. */
export const binDays = 30;
const binMs = binDays * 86_400_000;

/** `open`: another tab writes it; `taken`: another notebook is called so. */
export type Refusal = 'open' | 'taken' | 'gone';

/** Every notebook this browser keeps, and what is done with them as wholes. */
export interface Collection {
  /** Latest opened first; those in the bin latest deleted first. Entries this program cannot read are in neither. */
  list(): Promise<{ readonly kept: readonly KeptNotebook[]; readonly bin: readonly KeptNotebook[] }>;
  tag(name: string, tags: readonly string[]): Promise<Refusal | undefined>;
  /** Its versions go with it. */
  rename(name: string, to: string): Promise<Refusal | undefined>;
  /** Gives the copy's name. It begins with no versions. */
  duplicate(name: string, title: (of: string) => string): Promise<string | undefined>;
  remove(name: string): Promise<Refusal | undefined>;
  restore(name: string): Promise<void>;
  /** For ever, with its versions. */
  wipe(name: string): Promise<Refusal | undefined>;
  /** Wipes what has lain in the bin for too long. */
  sweep(): Promise<void>;
  close(): void;
}

const versionsOf = (name: string) => IDBKeyRange.bound([name, -Infinity], [name, Infinity]);

export async function openCollection(
  now: () => number,
  locks: NotebookLocks = browserLocks,
): Promise<Collection> {
  const database = await openDatabase();
  const all = async () =>
    (await database.getAll('notebooks')).flatMap((entry) => KeptNotebook.safeParse(entry).data ?? []);

  /** Not while another tab writes it: what that keeps next would bring it back. */
  async function alone(name: string, does: () => Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const release = await locks.hold(name, { ifAvailable: true }, () => {});
    if (!release) return 'open';
    try {
      return await does();
    } finally {
      release();
    }
  }

  const wipe = (name: string) =>
    alone(name, async () => {
      const writing = database.transaction(['notebooks', 'versions'], 'readwrite');
      void writing.objectStore('notebooks').delete(name);
      void writing.objectStore('versions').delete(versionsOf(name));
      await writing.done;
      return undefined;
    });

  return {
    async list() {
      const entries = await all();
      return {
        kept: entries
          .filter(({ deletedAt }) => deletedAt === undefined)
          .toSorted((a, b) => b.openedAt - a.openedAt),
        bin: entries
          .filter(({ deletedAt }) => deletedAt !== undefined)
          .toSorted((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0)),
      };
    },
    tag: (name, tags) => change(database, name, { tags }),
    rename: (name, to) =>
      alone(name, async () => {
        const writing = database.transaction(['notebooks', 'versions'], 'readwrite');
        const notebooks = writing.objectStore('notebooks');
        const versions = writing.objectStore('versions');
        const [found, taken] = await Promise.all([notebooks.get(name), notebooks.getKey(to)]);
        if (taken !== undefined || !KeptNotebook.safeParse(found).success) {
          await writing.done;
          return taken !== undefined ? 'taken' : 'gone';
        }
        void notebooks.put({ ...(found as object), name: to }, to);
        void notebooks.delete(name);
        // What is still kept of an old notebook of that name is not this one's.
        void versions.delete(versionsOf(to));
        const range = versionsOf(name);
        const [keys, entries] = await Promise.all([versions.getAllKeys(range), versions.getAll(range)]);
        keys.forEach(([, at], place) => void versions.put(entries[place], [to, at]));
        void versions.delete(range);
        await writing.done;
        return undefined;
      }),
    async duplicate(name, title) {
      const found = KeptNotebook.safeParse(await database.get('notebooks', name)).data;
      if (!found) return undefined;
      const { entitled } = await import('./entitled');
      const copy = { ...found, ...entitled(found.text, title(found.title || name)) };
      const writing = database.transaction('notebooks', 'readwrite');
      const free = freeName(name, new Set(await writing.store.getAllKeys()));
      const at = now();
      void writing.store.put({ ...copy, name: free, openedAt: at, savedAt: at }, free);
      await writing.done;
      return free;
    },
    remove: (name) => alone(name, () => change(database, name, { deletedAt: now() })),
    restore: async (name) => void (await change(database, name, { deletedAt: undefined })),
    wipe,
    async sweep() {
      const old = (await all()).filter(({ deletedAt = Infinity }) => now() - deletedAt > binMs);
      for (const { name } of old) await wipe(name);
    },
    close: () => database.close(),
  };
}

async function change(
  database: LibraryDatabase,
  name: string,
  fields: { readonly tags?: readonly string[]; readonly deletedAt?: number | undefined },
): Promise<Refusal | undefined> {
  const writing = database.transaction('notebooks', 'readwrite');
  const found = await writing.store.get(name);
  const isThere = KeptNotebook.safeParse(found).success;
  if (isThere) void writing.store.put({ ...(found as object), ...fields }, name);
  await writing.done;
  return isThere ? undefined : 'gone';
}

export async function sweepBin(now: () => number): Promise<void> {
  const collection = await openCollection(now);
  await collection.sweep();
  collection.close();
}
