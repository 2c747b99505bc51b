import { openDB, type DBSchema } from 'idb';
import { FileMapping, shapeOf } from '../ingest/mapping/file-mapping';
import { giveWay } from './give-way';

interface Schema extends DBSchema {
  mappings: { key: string; value: unknown };
}

/** Mappings that this browser keeps: names of columns and what codes mean, never a row. */
export interface MappingShelf {
  put(mapping: FileMapping): Promise<void>;
  list(): Promise<readonly FileMapping[]>;
}

/** Rejects where storage is off (a private window). */
export async function openMappingShelf(): Promise<MappingShelf> {
  const database = await openDB<Schema>('pejling-mappings', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('mappings');
    },
    blocking: giveWay,
  });
  return {
    async put(mapping) {
      await database.put('mappings', mapping, shapeOf(mapping.columns.map(({ column }) => column)));
    },
    async list() {
      const entries = await database.getAll('mappings');
      return entries.flatMap((entry) => FileMapping.safeParse(entry).data ?? []);
    },
  };
}
