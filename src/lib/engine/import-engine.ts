import { start, type Boot } from './boot';
import type { ImportEngine } from './engine';
import { describeColumns } from './describe-columns';
import { decode, fetchRows, joinMessages } from './fetch-rows';
import { closeExtensions } from './lock';
import { withCasts } from './plan-columns';
import { readResult } from './read-result';

/** Opens the throw-away engine. It may read registered files, so it is not locked; it runs no user's SQL. */
export async function openImport(boot: Boot): Promise<ImportEngine> {
  const running = await start(boot);
  const { database } = running;
  const connection = await database.connectInternal();
  await closeExtensions(running, connection);
  const names = new Set<string>();

  const broken = running.broken.then(() => {
    throw new Error('the import engine broke or was closed');
  });
  broken.catch(() => {});
  // Nothing is posted to an engine that has ended: DuckDB's own script would say so on the console.
  const unlessBroken = <T>(work: () => Promise<T>): Promise<T> =>
    running.ended ? broken : Promise.race([work(), broken]);

  async function extract(sql: string) {
    const columns = await describeColumns(running, connection, sql);
    // Streams leave out the dictionary an ENUM's codes are in.
    const asText = columns.map((column) =>
      column.type === 'code' ? { ...column, cast: 'VARCHAR' } : column,
    );
    const { messages } = await fetchRows(running, connection, withCasts(sql, asText).sql, () => false);
    const arrow = joinMessages(messages);
    return { arrow, rowCount: decode(arrow).batches.reduce((sum, batch) => sum + batch.numRows, 0) };
  }

  return {
    register: (name, text) =>
      unlessBroken(async () => {
        // DuckDB-WASM fails in odd ways when a name is used twice (its issue 2076).
        if (names.has(name)) throw new Error(`${name} is registered already`);
        names.add(name);
        await database.registerFileBuffer(name, text.slice());
      }),
    run: (sql) =>
      unlessBroken(async () => {
        const { schema, batches } = decode(await database.runQuery(connection, sql));
        return readResult(schema, batches, undefined, Infinity);
      }),
    extract: (sql) => unlessBroken(() => extract(sql)),
    async close() {
      running.end();
    },
  };
}
