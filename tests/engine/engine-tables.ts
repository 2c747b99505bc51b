import type { LoadedTable } from '../../src/lib/engine/engine';
import { openNodeEngine, openNodeImportEngine } from '../../src/lib/engine/node';
import type { EngineOptions } from '../../src/lib/engine/analysis-engine';
import type { Result, Value } from '../../src/lib/results/result';
import type { Engine } from '../../src/lib/engine/engine';

export const ages = ['3-10', '11-16', '17+'] as const;

/** Six courses in two datasets: what an import hands over, small. */
export async function courses(): Promise<LoadedTable> {
  const engine = await openNodeImportEngine();
  const first = await engine.extract(
    `SELECT i::INTEGER AS id, (['17+', '3-10', '11-16', NULL])[i] AS age, DATE '2020-01-01' + i::INTEGER AS started,
       i / 4 AS score, i = 1 AS grouped FROM range(1, 5) r(i)`,
  );
  // Another export without the last two columns, and with another order.
  const second = await engine.extract(`SELECT age, id FROM (VALUES ('11-16', 5), ('3-10', 6)) v(age, id)`);
  await engine.close();
  return {
    name: 'courses',
    columns: [
      { name: 'id', type: 'INTEGER' },
      { name: 'age', type: 'ENUM', enumeration: 'age', codes: ages },
      { name: 'started', type: 'DATE' },
      { name: 'score', type: 'DOUBLE' },
      { name: 'grouped', type: 'BOOLEAN' },
    ],
    arrow: [first.arrow, second.arrow],
    rowCount: first.rowCount + second.rowCount,
  };
}

export const definitions = [
  'CREATE VIEW started AS SELECT id, age, started FROM courses WHERE started IS NOT NULL',
  'CREATE MACRO double_of(x) AS 2 * x',
];

export function openUngated(options: Partial<EngineOptions> = {}): Promise<Engine> {
  return openNodeEngine({ gate: () => null, ...options });
}

/** The rows of a query that must succeed. */
export async function rows(engine: Engine, sql: string): Promise<Value[][]> {
  return rowsOf(await resultOf(engine, sql));
}

export async function resultOf(engine: Engine, sql: string): Promise<Result> {
  const outcome = await engine.query(sql);
  if (!outcome.ok) throw new Error(`${sql}: ${JSON.stringify(outcome.problem)}`);
  return outcome.result;
}

export function rowsOf(result: Result): Value[][] {
  return Array.from({ length: result.rowCount }, (_, row) =>
    result.columns.map((column) => column.values[row] ?? null),
  );
}
