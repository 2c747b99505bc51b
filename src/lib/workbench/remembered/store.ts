import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { Header, headerRecord, type Sealed } from './header';

/** Where the records lie; every method rejects where storage is off (a private window). */
export interface RecordStore {
  /** The header, and how many records there are with it: no more than is told without the pass-phrase. */
  glance(): Promise<{ readonly header: unknown; readonly records: number }>;
  /** All of them, in one go, so that no other tab's change comes in between. */
  read(): Promise<ReadonlyMap<string, unknown>>;
  /** False, and nothing is written, when another tab has been there. */
  write(change: Change): Promise<boolean>;
  /** Everything goes; what another tab is doing with it comes first. */
  wipe(): Promise<void>;
}

export interface Change {
  readonly header: Header;
  /** The revision that this tab knows; undefined takes the place of whatever is there. */
  readonly known: string | undefined;
  /** What is new; what is in `kept` stays, all else goes. */
  readonly records: ReadonlyMap<string, Sealed>;
  readonly kept: readonly string[];
}

const databaseName = 'pejling-remembered';

interface Schema extends DBSchema {
  records: { key: string; value: unknown };
}

/** A database of its own in this browser. */
export const deviceStore: RecordStore = {
  async glance() {
    if (!(await isThere())) return { header: undefined, records: 0 };
    return within(async (database) => {
      const { store } = database.transaction('records');
      const [header, records] = await Promise.all([store.get(headerRecord), store.count()]);
      return { header, records };
    });
  },
  async read() {
    if (!(await isThere())) return new Map();
    return within(async (database) => {
      const reading = database.transaction('records');
      const [keys, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()]);
      return new Map(keys.map((key, index) => [key, values[index]]));
    });
  },
  async write({ header, known, records, kept }) {
    // Opening it would make it anew, where everything was to be forgotten.
    if (known !== undefined && !(await isThere())) return false;
    return within(async (database) => {
      const writing = database.transaction('records', 'readwrite', { durability: 'strict' });
      const held = Header.safeParse(await writing.store.get(headerRecord)).data;
      if (known !== undefined && held?.revision !== known) return false;
      const keys = await writing.store.getAllKeys();
      const stale = keys.filter((key) => known === undefined || !kept.includes(key));
      await Promise.all([
        ...stale.map((key) => writing.store.delete(key)),
        writing.store.put(header, headerRecord),
        ...[...records].map(([key, sealed]) => writing.store.put(sealed, key)),
        writing.done,
      ]);
      return true;
    });
  },
  wipe: () =>
    new Promise((done, failed) => {
      const deleting = indexedDB.deleteDatabase(databaseName);
      deleting.onsuccess = () => done();
      deleting.onerror = () => failed(deleting.error ?? new Error(databaseName));
    }),
};

async function isThere(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === databaseName);
}

/** Opened for one piece of work only, so that it is in nobody's way when it is to go. */
async function within<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await openDB<Schema>(databaseName, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('records');
    },
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
