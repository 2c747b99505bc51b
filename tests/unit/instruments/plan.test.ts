import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { definitions, instruments } from '../../../src/lib/instruments/definitions';

/** The plan of DuckDB itself (1.4.3, as in the WASM build): what is read for a question about one scale. */
async function planOf(sql: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('CREATE TABLE courses (dataset VARCHAR, course_id VARCHAR, sex VARCHAR, age INTEGER)');
  for (const { table, items, when } of instruments) {
    const columns = items.map((item) => `${item.name} INTEGER`).join(', ');
    const occasion =
      when.kind === 'waves' ? 'wave VARCHAR, answered_on DATE' : 'session INTEGER, kind VARCHAR, date DATE';
    await connection.run(
      `CREATE TABLE ${table} (dataset VARCHAR, course_id VARCHAR, ${occasion}, respondent VARCHAR, ${columns})`,
    );
  }
  for (const definition of definitions(instruments)) await connection.run(definition);
  // DuckDB would answer from the emptiness of the tables alone
  await connection.run(`INSERT INTO courses VALUES ('d', 'c', 'boy', 7)`);
  for (const { table, when } of instruments) {
    if (when.kind === 'sessions') continue;
    await connection.run(
      `INSERT INTO ${table} (dataset, course_id, wave) VALUES ('d', 'c', 'before'), ('d', 'c', 'after')`,
    );
  }
  const reader = await connection.runAndReadAll(`EXPLAIN ${sql}`);
  return reader.getRows().map(String).join('\n');
}

test('a question about scores reads what was computed at loading, and no questionnaire again', async () => {
  const plan = await planOf(`SELECT avg(score) FROM scores WHERE instrument = 'sdq_p' AND scale = 'emotion'`);
  expect(plan.match(/Table: form_scores/g)).toHaveLength(1);
  expect(plan).not.toMatch(/Table: (sdq_p|who5)/);
  expect(plan).not.toContain('respondent');
});

test('a question about changes reads one table and joins nothing', async () => {
  const plan = await planOf(
    `SELECT sex, avg(change) FROM changes WHERE instrument = 'who5' AND scale = 'total' GROUP BY sex`,
  );
  expect(plan.match(/Table: /g)).toHaveLength(1);
  expect(plan).toContain('Table: changes');
});
