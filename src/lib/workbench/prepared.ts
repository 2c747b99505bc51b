import { z } from 'zod';
import type { Answers } from '../engine/answer-ahead';
import type { LoadedTable, Relation } from '../engine/engine';
import type { ImportOutcome } from './import';

/*
 * An import done ahead, as files: `tables.json` tells of the tables, an Arrow stream beside it holds each one, and
 * `answers.json` what our notebooks ask of them, and got. Our own demonstration is imported and asked when the site is
 * built, so that a visitor need not start the import engine for it, nor wait for the other one to see it.
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

const Told = z.strictObject({
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
type Told = z.output<typeof Told>;

const Answer = z.strictObject({
  columns: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['number', 'integer', 'text', 'code', 'boolean', 'date', 'timestamp', 'other']),
      codes: z.array(z.string()).exactOptional(),
      values: z.array(z.union([z.number(), z.string(), z.boolean(), z.null()])),
    }),
  ),
  rowCount: z.int(),
  truncated: z.literal(false),
});

const ToldAhead = z.strictObject({
  relations: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()) })),
  answers: z.array(z.tuple([z.string(), Answer])),
});

/** What was asked ahead: of which tables and views, and what it gave. */
export interface Ahead {
  readonly relations: readonly Relation[];
  readonly answers: Answers;
}

export interface Prepared {
  readonly imported: ImportOutcome;
  readonly ahead?: Ahead | undefined;
}

export const preparedName = 'tables.json';
const aheadName = 'answers.json';

/** The files of an import, by name. Throws when there were problems: what is prepared is free of them. */
export function writePrepared(
  { files, tables, problemCount }: ImportOutcome,
  ahead: Ahead,
): Map<string, Uint8Array> {
  if (problemCount > 0) throw new Error(`${problemCount} problems in what was to be prepared`);
  const written = new Map<string, Uint8Array>();
  const told: Told = {
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
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  return written
    .set(preparedName, encode(told))
    .set(aheadName, encode({ relations: ahead.relations, answers: [...ahead.answers] }));
}

type Read = (name: string) => Promise<Uint8Array>;

/** Reads what `writePrepared` wrote; `read` gives a file by name. Throws when a table is missing or is not what it should be. */
export async function readPrepared(read: Read): Promise<Prepared> {
  const asked = readAhead(read).catch(() => undefined);
  const told = Told.parse(await readJson(read, preparedName));
  const tables = await Promise.all(
    told.tables.map(async (table): Promise<LoadedTable> => ({
      ...table,
      arrow: await Promise.all(table.arrow.map(read)),
    })),
  );
  const imported = {
    files: told.files,
    uses: [],
    keys: new Set<string>(),
    tables,
    problems: [],
    problemCount: 0,
  };
  return { imported, ahead: await asked };
}

async function readAhead(read: Read): Promise<Ahead> {
  const { relations, answers } = ToldAhead.parse(await readJson(read, aheadName));
  return { relations, answers: new Map(answers) };
}

async function readJson(read: Read, name: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await read(name)));
}
