import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { giveWay } from '../give-way';

/** What is kept is read with zod: another program, older or newer, may have written it. */
export interface LibrarySchema extends DBSchema {
  notebooks: { key: string; value: unknown };
  /** By notebook and time. */
  versions: { key: [name: string, at: number]; value: unknown };
}
export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** Rejects where storage is off (a private window). One that a newer program has changed is taken as it is. */
export async function openDatabase(): Promise<LibraryDatabase> {
  try {
    return await openDB<LibrarySchema>('pejling', 2, {
      upgrade(database, from) {
        if (from < 1) database.createObjectStore('notebooks');
        if (from < 2) database.createObjectStore('versions');
      },
      blocking: giveWay,
    });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error;
    return openDB<LibrarySchema>('pejling', undefined, { blocking: giveWay });
  }
}
