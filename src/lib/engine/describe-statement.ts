import { keywordOf, significant, tokenise } from '../sql/tokens';
import type { Running } from './boot';
import type { QueryProblem } from './engine';
import { describeColumns } from './describe-columns';
import type { ColumnPlan } from './plan-columns';
import { gravityOf, messageOf, readError } from './read-error';

export type Described =
  | { readonly ok: true; readonly columns: readonly ColumnPlan[] }
  | { readonly ok: false; readonly problem: QueryProblem };

/**
 * Accepts one SELECT and nothing else, and tells its columns. A statement inside brackets cannot be a command; what
 * `prepare` takes is never run as several statements. Throws only what `gravityOf` calls dead or full.
 */
export async function describeStatement(
  running: Running,
  connection: number,
  sql: string,
): Promise<Described> {
  try {
    return { ok: true, columns: await describeColumns(running, connection, sql) };
  } catch (error) {
    if (gravityOf(error) !== 'alive') throw error;
    return { ok: false, problem: await explain(running, connection, sql, error) };
  }
}

const commands =
  /^(insert|update|delete|merge|truncate|create|drop|alter|comment|copy|export|import|attach|detach|use|set|reset|pragma|call|install|load|checkpoint|force|vacuum|analyze|begin|start|commit|rollback|abort|prepare|execute|deallocate|explain|pivot)\b/i;

/** Brackets make some messages odd (`syntax error at ")"`), so the statement's own are asked for; preparing runs nothing. */
async function explain(
  running: Running,
  connection: number,
  sql: string,
  error: unknown,
): Promise<QueryProblem> {
  const wrapped = readError(error, sql, 1);
  if (!/^(Parser Error|Invalid Input Error: Cannot prepare multiple)/.test(messageOf(error))) return wrapped;
  const what = firstWord(sql);
  if (commands.test(what)) return refused(what);
  try {
    await running.database.closePrepared(connection, await running.database.createPrepared(connection, sql));
  } catch (own) {
    if (gravityOf(own) !== 'alive') throw own;
    const message = messageOf(own);
    if (/Cannot prepare multiple|no statement/i.test(message)) return refused(what);
    return /^Parser Error/.test(message) ? readError(own, sql) : wrapped;
  }
  return refused(what);
}

function refused(what: string): QueryProblem {
  return { kind: 'refused', reason: 'not-one-select', what };
}

function firstWord(sql: string): string {
  return keywordOf(significant(tokenise(sql))[0]) ?? '';
}
