import { openDB, type DBSchema } from 'idb';
import { Release } from '../../disclosure/ledger';
import { giveWay } from '../give-way';
import { chain, Logged, type ToLog } from './log';

interface Schema extends DBSchema {
  releases: { key: number; value: unknown };
  log: { key: number; value: unknown };
}

/** What has left this browser: the counts that were told, and the log. Never a row, never a number that was withheld. */
export interface ReleaseShelf {
  releases(): Promise<readonly Release[]>;
  log(): Promise<readonly Logged[]>;
  /** Both at once, or neither. */
  add(release: Release, entry: ToLog): Promise<void>;
}

/** Rejects where storage is off (a private window). */
export async function openReleaseShelf(): Promise<ReleaseShelf> {
  const database = await openDB<Schema>('pejling-releases', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('releases', { autoIncrement: true });
      fresh.createObjectStore('log');
    },
    blocking: giveWay,
  });
  const log = async () =>
    (await database.getAll('log')).flatMap((entry) => Logged.safeParse(entry).data ?? []);
  return {
    log,
    async releases() {
      return (await database.getAll('releases')).flatMap((entry) => Release.safeParse(entry).data ?? []);
    },
    async add(release, entry) {
      for (;;) {
        const logged = await chain((await log()).at(-1), entry);
        const writing = database.transaction(['releases', 'log'], 'readwrite');
        // Another tab may have written this number meanwhile: then the chain goes on from its entry.
        if (await writing.objectStore('log').getKey(logged.number)) {
          writing.abort();
          await writing.done.catch(() => {});
          continue;
        }
        void writing.objectStore('log').add(logged, logged.number);
        if (release.tables.length > 0) void writing.objectStore('releases').add(release);
        return writing.done;
      }
    },
  };
}

/** Where storage is off: what left since the page was opened. */
export function releaseShelfInMemory(): ReleaseShelf {
  const releases: Release[] = [];
  const log: Logged[] = [];
  return {
    releases: async () => releases,
    log: async () => log,
    async add(release, entry) {
      log.push(await chain(log.at(-1), entry));
      releases.push(release);
    },
  };
}
