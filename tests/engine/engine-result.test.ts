import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/lib/engine/engine';
import type { Column } from '../../src/lib/results/result';
import { openUngated, resultOf } from './engine-tables';

let engine: Engine;
beforeAll(async () => {
  engine = await openUngated();
});
afterAll(() => engine.close());

/** SQL expression → type and value. */
const cases: readonly (readonly [string, Column['type'], Column['values'][number]])[] = [
  ['1', 'integer', 1],
  ['9007199254740991', 'integer', 9007199254740991],
  ['9007199254740993', 'integer', '9007199254740993'],
  ['-9007199254740993', 'integer', '-9007199254740993'],
  ['sum(3::INTEGER)', 'integer', 3],
  ['sum(-3::INTEGER)', 'integer', -3],
  ['sum(4503599627370497::BIGINT)', 'integer', 4503599627370497],
  ['123456789012345678901234567890::HUGEINT', 'integer', '123456789012345678901234567890'],
  ['-12345678901234567890::HUGEINT', 'integer', '-12345678901234567890'],
  ['340282366920938463463374607431768211455::UHUGEINT', 'integer', '340282366920938463463374607431768211455'],
  ['count(*)', 'integer', 1],
  ['sum(1.1)', 'number', 1.1],
  ['(-1.25)::DECIMAL(10, 2)', 'number', -1.25],
  ['12345678901234567890.5::DECIMAL(38, 1)', 'number', Number('12345678901234567890.5')],
  ['avg(2)', 'number', 2],
  ['0.5::FLOAT', 'number', 0.5],
  ["'nan'::DOUBLE", 'number', null],
  ["'-inf'::DOUBLE", 'number', null],
  ["'text'", 'text', 'text'],
  ["'Ærø € 😀'", 'text', 'Ærø € 😀'],
  ["''", 'text', ''],
  ['false', 'boolean', false],
  ['NULL::BOOLEAN', 'boolean', null],
  ['NULL', 'integer', null],
  ["DATE '2024-02-29'", 'date', '2024-02-29'],
  ["DATE '1899-12-31'", 'date', '1899-12-31'],
  ["DATE 'infinity'", 'date', null],
  ["TIMESTAMP '2020-01-02 03:04:05'", 'timestamp', '2020-01-02T03:04:05'],
  ["TIMESTAMP '1969-12-31 23:59:59.5'", 'timestamp', '1969-12-31T23:59:59.5'],
  ["TIMESTAMPTZ '2020-01-02 03:04:05+00'", 'timestamp', '2020-01-02T03:04:05Z'],
  ["INTERVAL '3 months'", 'other', '3 months'],
  ["TIME '10:11:12'", 'other', '10:11:12'],
  ["'b'::ENUM ('a', 'b', 'it''s')", 'code', 'b'],
  ['[1, NULL, 3]', 'other', '[1,null,3]'],
  ["['b'::ENUM ('a', 'b')]", 'other', '["b"]'],
  [`{'__proto__': 1, 'day': DATE '2020-01-01'}`, 'other', '{"__proto__":1,"day":"2020-01-01"}'],
  ["MAP {'a\"': 1.5}", 'other', '{"a\\"":1.5}'],
  ['[[1], []]', 'other', '[[1],[]]'],
  ['[1, 2]::INTEGER[2]', 'other', '[1,2]'],
  ["union_value(n := 'b'::ENUM ('a', 'b'))", 'other', 'b'],
  ["'00000000-0000-0000-0000-000000000001'::UUID", 'text', '00000000-0000-0000-0000-000000000001'],
];

describe('result', () => {
  test.each(cases)('%s is %s %s', async (sql, type, value) => {
    const { columns } = await resultOf(engine, `SELECT ${sql} AS v`);
    expect(columns).toHaveLength(1);
    expect(columns[0]).toMatchObject({ name: 'v', type, values: [value] });
    await sameAgain(`SELECT ${sql} AS v`);
  });

  /** The second answer of a template may come in one step. */
  async function sameAgain(sql: string): Promise<void> {
    const [first, second] = [
      await engine.query(sql, { template: sql }),
      await engine.query(sql, { template: sql }),
    ];
    expect(first.ok && second.ok && second.result).toEqual(first.ok && first.result);
  }

  test('every type of the build can be read', async () => {
    const sql = 'SELECT * FROM test_all_types()';
    const { columns, rowCount } = await resultOf(engine, sql);
    expect(rowCount).toBe(3);
    for (const { name, values } of columns) {
      expect(values, name).toHaveLength(3);
      expect(values[2], name).toBeNull();
      // Dates beyond what ISO text can say become null.
      if (!/date|timestamp/.test(name)) expect(values[0], name).not.toBeNull();
    }
    for (const { name } of columns) await sameAgain(`SELECT "${name}" FROM test_all_types()`);
  });

  test('no column is lost to its name', async () => {
    const { columns } = await resultOf(
      engine,
      'SELECT 1 AS a, 2 AS a, 3 AS "__proto__", 4 AS " ", [5] AS "x""y"',
    );
    expect(columns.map((column) => column.values[0])).toEqual([1, 2, 3, 4, '[5]']);
    expect(new Set(columns.map((column) => column.name)).size).toBe(5);
    await sameAgain('SELECT 1 AS a, 2 AS a, 3 AS "__proto__", 4 AS " "');
  });

  test('rows beyond the limit are left and said to be', async () => {
    const taken = await engine.query('SELECT i FROM range(1000000000) r(i)', { rowLimit: 3000 });
    expect(taken).toMatchObject({ ok: true, result: { rowCount: 3000, truncated: true } });
    const exact = await engine.query('SELECT i FROM range(3000) r(i)', { rowLimit: 3000 });
    expect(exact).toMatchObject({ ok: true, result: { rowCount: 3000, truncated: false } });
  });

  test('an order is kept when columns have to be cast', async () => {
    const { columns } = await resultOf(engine, 'SELECT [i] AS l FROM range(5000) r(i) ORDER BY i DESC');
    expect(columns[0]?.values.slice(0, 2)).toEqual(['[4999]', '[4998]']);
  });
});
