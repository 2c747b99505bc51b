import { Message, MessageReader } from 'apache-arrow';
import type { Running } from './boot';
import { describeStatement } from './describe-statement';
import type { QueryProblem } from './engine';
import { decode, fetchRows, joinMessages } from './fetch-rows';
import { withCasts } from './plan-columns';
import { gravityOf, readError } from './read-error';
import { readResult } from './read-result';
import { runAtOnce } from './run-at-once';
import { emptyResult, type Result } from '../results/result';

/** `dead`: the worker broke on it. */
export type Run =
  | { readonly kind: 'answered'; readonly result: Result }
  | { readonly kind: 'failed'; readonly problem: QueryProblem }
  | { readonly kind: 'dead' };

/** A run that can be asked to stop: `asked` is read between steps, where `cancelPendingQuery` has nothing to cancel. */
export interface Wish {
  asked: boolean;
  connection?: number;
}

/** A connection that answered to the end is as good as new, and saves a trip to the worker. */
const rested = new WeakMap<Running, number>();

async function connect(running: Running): Promise<number> {
  const connection = rested.get(running);
  rested.delete(running);
  return connection ?? running.database.connectInternal();
}

export interface How {
  readonly rowLimit: number;
  readonly quick: boolean;
  /** Not run: what it would give is described. */
  readonly check?: boolean;
}

/** An answer beyond this would take the page down with it: no table that is read has as much. */
const byteLimit = 200_000_000;

/**
 * Checks and runs one statement on a connection that no other uses meanwhile; `quick` tries it in one step first.
 * Never throws.
 */
export async function runQuery(
  running: Running,
  sql: string,
  { rowLimit, quick, check = false }: How,
  wish: Wish,
): Promise<Run> {
  let lineShift = 0;
  let complete = false;
  try {
    const connection = await connect(running);
    wish.connection = connection;
    const whole = quick && !check ? await runAtOnce(running, connection, sql, rowLimit) : undefined;
    if (whole) {
      complete = whole.kind === 'answered';
      return whole;
    }
    const described = await describeStatement(running, connection, sql);
    if (wish.asked) return { kind: 'failed', problem: { kind: 'cancelled' } };
    if (!described.ok) return { kind: 'failed', problem: described.problem };
    complete = check;
    if (check) return { kind: 'answered', result: emptyResult };
    const carried = withCasts(sql, described.columns);
    lineShift = carried.lineShift;
    let [rows, bytes] = [0, 0];
    const fetched = await fetchRows(running, connection, carried.sql, (message) => {
      if (message) rows += rowsIn(message);
      bytes += message?.length ?? 0;
      return wish.asked || rows > rowLimit || bytes > byteLimit;
    });
    if (bytes > byteLimit) return { kind: 'failed', problem: { kind: 'stopped', reason: 'memory' } };
    if (wish.asked && !fetched.complete) return { kind: 'failed', problem: { kind: 'cancelled' } };
    const { schema, batches } = decode(joinMessages(fetched.messages));
    complete = fetched.complete && !wish.asked;
    return { kind: 'answered', result: readResult(schema, batches, described.columns, rowLimit) };
  } catch (error) {
    const gravity = gravityOf(error);
    if (gravity === 'dead') return { kind: 'dead' };
    if (gravity === 'full') return { kind: 'failed', problem: { kind: 'stopped', reason: 'memory' } };
    return { kind: 'failed', problem: readError(error, sql, lineShift) };
  } finally {
    if (wish.connection !== undefined && !running.ended) {
      if (complete) rested.set(running, wish.connection);
      // Not awaited: a broken worker would never answer.
      else running.database.disconnect(wish.connection).catch(() => {});
    }
  }
}

function rowsIn(message: Uint8Array): number {
  const read = new MessageReader(message).readMessage();
  return read instanceof Message && read.isRecordBatch() ? read.header().length : 0;
}
