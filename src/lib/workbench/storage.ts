import { z } from 'zod';
import { openDatabase } from './library/database';

/** A notebook as it is kept in this browser: its text and where it came from. Never data, never results. */
export const KeptNotebook = z.object({
  name: z.string(),
  title: z.string(),
  text: z.string(),
  openedAt: z.number(),
  savedAt: z.number(),
  /** It was open on the demonstration, which can be loaded again without asking. */
  demonstration: z.boolean().default(false),
  /** Somebody else's, and nobody here has said yes to it. */
  inert: z.boolean().optional(),
  /** Words a person sorts by. They belong to the shelf: the file does not carry them. */
  tags: z.array(z.string()).default([]),
  /** It lies in the bin since then. */
  deletedAt: z.number().optional(),
});
export type KeptNotebook = z.output<typeof KeptNotebook>;

/** What is kept as one writes; the rest of the entry is the library's. */
export type Entry = Omit<KeptNotebook, 'tags' | 'deletedAt'>;

export interface Shelf {
  /** False, and nothing is written, when what is there is later than `knownAt`: another tab has been there. */
  put(notebook: Entry, knownAt: number): Promise<boolean>;
  get(name: string): Promise<KeptNotebook | undefined>;
  /** Latest opened first, without the bin. Entries this program cannot read are left alone and not listed. */
  list(): Promise<readonly KeptNotebook[]>;
  /** Of every entry, also those that are not listed. */
  names(): Promise<readonly string[]>;
}

/** Opens this browser's shelf of notebooks; rejects where storage is off (a private window). */
export async function openShelf(): Promise<Shelf> {
  const database = await openDatabase();
  return {
    async put(notebook, knownAt) {
      const writing = database.transaction('notebooks', 'readwrite');
      const found = await writing.store.get(notebook.name);
      const held = KeptNotebook.safeParse(found).data;
      const isOurs = found === undefined || (held !== undefined && held.savedAt <= knownAt);
      // What else is known of it stays, also what only a newer program knows; written on, it is no longer in the bin.
      const rest = held && { ...(found as object), deletedAt: undefined };
      if (isOurs) void writing.store.put({ ...rest, ...notebook }, notebook.name);
      // Not left to the browser: a tab that closes now would take the write with it.
      writing.commit();
      await writing.done;
      return isOurs;
    },
    async get(name) {
      return KeptNotebook.safeParse(await database.get('notebooks', name)).data;
    },
    async list() {
      const entries = await database.getAll('notebooks');
      const readable = entries.flatMap((entry) => KeptNotebook.safeParse(entry).data ?? []);
      const kept = readable.filter(({ deletedAt }) => deletedAt === undefined);
      return kept.toSorted((a, b) => b.openedAt - a.openedAt);
    },
    names: () => database.getAllKeys('notebooks'),
  };
}

/** `trivsel`, or `trivsel-2` … when that name is taken by another text. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
