import { expect, test } from 'vitest';
import { aggregates } from '../../src/lib/dataflow/singles';
import { openUngated, rows } from './engine-tables';

/** One that nobody has thought about would let a child's value pass. */
test('of every aggregate of this DuckDB it is said whether what it gives is a single child’s', async () => {
  const engine = await openUngated();
  const names = await rows(
    engine,
    "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type = 'aggregate' ORDER BY 1",
  );
  await engine.close();
  const there = names.flat().map(String);
  expect(there.length).toBeGreaterThan(60);
  expect(there.filter((name) => aggregates.filter((kind) => kind.has(name)).length !== 1)).toEqual([]);
});
