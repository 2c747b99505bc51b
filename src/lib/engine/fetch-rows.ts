import { RecordBatchReader, type RecordBatch, type Schema } from 'apache-arrow';
import type { Running } from './boot';

/** An answer in Arrow's stream format, message by message: the schema, then the rows. */
export interface Fetched {
  readonly messages: readonly Uint8Array[];
  /** False when fetching ended before the rows did. */
  readonly complete: boolean;
}

/**
 * Runs a statement in small steps, so that `cancelPendingQuery` is heard between them (`query()` cannot be
 * cancelled). `enough` is asked after every step that gave a message or nothing yet. Throws DuckDB's error.
 */
export async function fetchRows(
  running: Running,
  connection: number,
  sql: string,
  enough: (message: Uint8Array | null) => boolean,
): Promise<Fetched> {
  const { database } = running;
  let header = await database.startPendingQuery(connection, sql, true);
  while (header === null) header = await database.pollPendingQuery(connection);
  const messages = [header];
  for (;;) {
    const message = await database.fetchQueryResults(connection);
    if (message?.length === 0) return { messages, complete: true };
    if (message) messages.push(message);
    if (enough(message)) return { messages, complete: false };
  }
}

/** The messages as one Arrow IPC stream. */
export function joinMessages(messages: readonly Uint8Array[]): Uint8Array {
  const endOfStream = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);
  const parts = [...messages, endOfStream];
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Arrow in any of its containers → schema and batches. */
export function decode(bytes: Uint8Array): {
  readonly schema: Schema;
  readonly batches: readonly RecordBatch[];
} {
  const reader = RecordBatchReader.from(bytes).open({ autoDestroy: false });
  const batches = [...reader];
  return { schema: reader.schema, batches };
}
