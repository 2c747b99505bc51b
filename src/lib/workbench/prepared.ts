import { z } from 'zod';
import type { LoadedTable } from '../engine/engine';
import type { ImportOutcome } from './import';

/*
 * An import done ahead, as files: `tables.json` tells of the tables, an Arrow stream beside it holds each one. Our own
 * demonstration is imported when the site is built, so that a visitor need not start the import engine for it.
 */

const Column = z.union([
  z.strictObject({ name: z.string(), type: z.enum(['INTEGER', 'DOUBLE', 'BOOLEAN', 'DATE', 'VARCHAR']) }),
  z.strictObject({
    name: z.string(),
    type: z.literal('ENUM'),
    enumeration: z.string(),
    codes: z.array(z.string()),
  }),
]);

const Prepared = z.strictObject({
  files: z.array(
    z.strictObject({
      dataset: z.string(),
      name: z.string(),
      table: z.string().nullable(),
      rows: z.int(),
      kept: z.int(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(Column),
      rowCount: z.int(),
      arrow: z.array(z.string()),
    }),
  ),
});
type Prepared = z.output<typeof Prepared>;

export const preparedName = 'tables.json';

/** The files of an import, by name. Throws when there were problems: what is prepared is free of them. */
export function writePrepared({ files, tables, problemCount }: ImportOutcome): Map<string, Uint8Array> {
  if (problemCount > 0) throw new Error(`${problemCount} problems in what was to be prepared`);
  const written = new Map<string, Uint8Array>();
  const told: Prepared = {
    files,
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        'codes' in column ? { ...column, codes: [...column.codes] } : column,
      ),
      arrow: table.arrow.map((bytes, part) => {
        const name = `${table.name}-${part}.arrow`;
        written.set(name, bytes);
        return name;
      }),
    })),
  };
  return written.set(preparedName, new TextEncoder().encode(JSON.stringify(told)));
}

/** Reads what `writePrepared` wrote; `read` gives a file by name. Throws when one is missing or is not what it should be. */
export async function readPrepared(read: (name: string) => Promise<Uint8Array>): Promise<ImportOutcome> {
  const told = Prepared.parse(JSON.parse(new TextDecoder().decode(await read(preparedName))));
  const tables = await Promise.all(
    told.tables.map(async (table): Promise<LoadedTable> => ({
      ...table,
      arrow: await Promise.all(table.arrow.map(read)),
    })),
  );
  return { files: told.files, uses: [], keys: new Set(), tables, problems: [], problemCount: 0 };
}
