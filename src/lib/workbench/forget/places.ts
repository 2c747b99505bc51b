/** Every kind of place in the browser where a page can leave something. */
export const kinds = ['databases', 'caches', 'files', 'local', 'session', 'cookies', 'workers'] as const;
export type Kind = (typeof kinds)[number];

export interface Place {
  /** What lies there, by name; null where the browser does not tell. */
  list(): Promise<readonly string[] | null>;
  wipe(name: string): Promise<unknown>;
  /** What may lie there where the browser does not tell. */
  readonly known?: readonly string[];
}

/** A tab that gives way does so at once; one that does not is not waited for. */
const patienceMs = 1_500;

function deleteDatabase(name: string): Promise<void> {
  return new Promise((done, failed) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => done();
    deleting.onerror = () => failed(deleting.error ?? new Error(name));
    deleting.onblocked = () => setTimeout(done, patienceMs);
  });
}

const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

/** The places of this page's origin. */
export const places: Readonly<Record<Kind, Place>> = {
  databases: {
    list: async () => {
      if (!('databases' in indexedDB)) return null;
      return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    },
    wipe: deleteDatabase,
    known: ['pejling', 'pejling-mappings', 'pejling-releases', 'pejling-remembered'],
  },
  caches: {
    list: async () => ('caches' in globalThis ? caches.keys() : null),
    wipe: (name) => caches.delete(name),
  },
  files: {
    list: async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    },
    wipe: async (name) => (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }),
  },
  local: {
    list: async () => keysOf(localStorage),
    wipe: async (name) => localStorage.removeItem(name),
  },
  session: {
    list: async () => keysOf(sessionStorage),
    wipe: async (name) => sessionStorage.removeItem(name),
  },
  cookies: {
    list: async () => document.cookie.split('; ').flatMap((cookie) => cookie.split('=')[0] || []),
    wipe: async (name) => {
      const { pathname } = location;
      const paths = [...pathname.matchAll(/\//g)].map(({ index }) => pathname.slice(0, index + 1));
      for (const path of paths) document.cookie = `${name}=; path=${path}; max-age=0`;
    },
  },
  workers: {
    list: async () => (await registrations()).map(({ scope }) => scope),
    wipe: async (name) => {
      const found = (await registrations()).find(({ scope }) => scope === name);
      await found?.unregister();
    },
  },
};

async function registrations(): Promise<readonly ServiceWorkerRegistration[]> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistrations() : [];
}
