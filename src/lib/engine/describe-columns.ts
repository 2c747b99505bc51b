import type { Running } from './boot';
import { decode } from './fetch-rows';
import { planColumn, type ColumnPlan } from './plan-columns';

/**
 * The columns one SELECT gives, without running it. Throws DuckDB's error, one line further down than in `sql`, also
 * when `sql` is no SELECT: inside brackets it cannot be a command, and `prepare` takes no second statement.
 */
export async function describeColumns(
  running: Running,
  connection: number,
  sql: string,
): Promise<ColumnPlan[]> {
  const { database } = running;
  const statement = await database.createPrepared(connection, `DESCRIBE SELECT * FROM (\n${sql}\n)`);
  const answer = await database.runPrepared(connection, statement, []);
  // Not awaited: the worker does it in its turn.
  database.closePrepared(connection, statement).catch(() => {});
  return decode(answer).batches.flatMap((batch) => {
    const [names, types] = [batch.getChild('column_name'), batch.getChild('column_type')];
    return Array.from({ length: batch.numRows }, (_, row) =>
      planColumn({ name: String(names?.get(row)), type: String(types?.get(row)) }),
    );
  });
}
