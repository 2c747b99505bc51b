import type { Running } from './boot';
import { decode } from './fetch-rows';
import { gravityOf } from './read-error';
import { columnTypeOf, readResult } from './read-result';
import type { Run } from './run-query';

/** More is fetched in steps, so that it can be stopped. */
const fewRows = 10_000;

/**
 * One SELECT in one step: half the time of `runQuery`, since a whole answer carries the codes of its ENUMs and need
 * not be described first. Nothing stops it on the way, and nothing makes sure that it is one statement, so it is only
 * for what has passed the gate and was described and quick before, with other choices in it. Undefined when the answer,
 * or the error, has to be asked for in steps after all. Inside brackets it cannot be a command.
 */
export async function runAtOnce(
  running: Running,
  connection: number,
  sql: string,
  rowLimit: number,
): Promise<Exclude<Run, { kind: 'failed' }> | undefined> {
  const { database } = running;
  const limit = Math.min(rowLimit, fewRows);
  try {
    const text = `SELECT * FROM (\n${sql}\n) LIMIT ${limit + 1}`;
    const { schema, batches } = decode(await database.runQuery(connection, text));
    const types = schema.fields.map((field) => columnTypeOf(field.type));
    if (types.includes('other')) return undefined;
    const result = readResult(schema, batches, undefined, limit);
    // Without rows there is no dictionary either.
    if (result.truncated || (result.rowCount === 0 && types.includes('code'))) return undefined;
    return { kind: 'answered', result };
  } catch (error) {
    return gravityOf(error) === 'dead' ? { kind: 'dead' } : undefined;
  }
}
