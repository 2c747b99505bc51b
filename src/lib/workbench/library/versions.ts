import { z } from 'zod';
import { openDatabase } from './database';
import { tooMany } from './thin';

/** A notebook's text as it was at a time. Never data, never results. */
export const Version = z.object({
  at: z.number(),
  text: z.string(),
  /** What a person has called it. */
  label: z.string().optional(),
});
export type Version = z.output<typeof Version>;

export interface Versions {
  /** Latest first. */
  list(name: string): Promise<readonly Version[]>;
  /** Keeps the text, unless it is that of the last version and has no name of its own; those that are too many go. */
  keep(name: string, version: Version): Promise<void>;
  close(): void;
}

const all = (name: string) => IDBKeyRange.bound([name, -Infinity], [name, Infinity]);

export async function openVersions(): Promise<Versions> {
  const database = await openDatabase();
  const read = (entries: readonly unknown[]) =>
    entries.flatMap((entry) => Version.safeParse(entry).data ?? []).toSorted((a, b) => b.at - a.at);
  return {
    list: async (name) => read(await database.getAll('versions', all(name))),
    async keep(name, version) {
      const writing = database.transaction('versions', 'readwrite');
      const { store } = writing;
      const known = read(await store.getAll(all(name)));
      const [last] = known;
      if (version.label !== undefined || last?.text !== version.text) {
        // Later than the last one, also when the clock has gone back.
        const kept = { ...version, at: Math.max(version.at, (last?.at ?? 0) + 1) };
        void store.put(kept, [name, kept.at]);
        for (const { at } of tooMany([kept, ...known], version.at)) void store.delete([name, at]);
      }
      writing.commit();
      await writing.done;
    },
    close: () => database.close(),
  };
}

/** One version in a connection of its own. */
export async function keepVersion(name: string, version: Version): Promise<void> {
  const versions = await openVersions();
  try {
    await versions.keep(name, version);
  } finally {
    versions.close();
  }
}
