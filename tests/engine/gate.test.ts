import { DuckDBInstance } from '@duckdb/node-api';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply, compiledOf, start } from '../../src/lib/dataflow/apply';
import { compile, placeInCell } from '../../src/lib/dataflow/compile';
import { refuse } from '../../src/lib/dataflow/gate';
import { graphOf } from '../../src/lib/dataflow/graph';
import { literalOf } from '../../src/lib/dataflow/literal';
import { readQuery, referencesOf } from '../../src/lib/dataflow/references';
import allowedNames from '../../src/lib/engine/allowed-functions.json';
import type { Engine } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import { Input } from '../../src/lib/notebook/input';
import { quoteText } from '../../src/lib/sql/quote';
import { imbalanceOf } from '../../src/lib/sql/balance';
import { tokenise } from '../../src/lib/sql/tokens';
import { asName, notebookOf, tables } from '../unit/dataflow/notebooks';

/** What the tokens, the compiler and the gate take for granted, asked of DuckDB itself, with no gate before it. */
const allowed = new Set(allowedNames);
let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ gate: () => null });
  await engine.load([], []);
});
afterAll(() => engine.close());

async function first(sql: string): Promise<unknown> {
  const outcome = await engine.query(sql);
  if (!outcome.ok) throw new Error(`${sql}: ${JSON.stringify(outcome.problem)}`);
  return outcome.result.columns[0]?.values[0];
}

describe('what the gate lets through, DuckDB runs', () => {
  const good: readonly (readonly [sql: string, value: unknown])[] = [
    ['WITH a(x, y) AS (SELECT 1, 2) SELECT y FROM a', 2],
    ['SELECT b FROM (VALUES (1, 2)) t(a, "b")', 2],
    ['SELECT i + x FROM range(1) t(i), unnest([7]) u(x)', 7],
    ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT max(n) FROM t', 5],
    ['SELECT max(n) FILTER (WHERE n IN (1, 2)) OVER () FROM (VALUES (1), (2), (3)) t(n)', 2],
    ['SELECT list_transform([1], lambda x: abs(x))[1]', 1],
    ["SELECT upper(extract(year FROM DATE '2024-02-29')::VARCHAR)", '2024'],
    ['SELECT * FROM (VALUES (1, 5)) t(k, n) PIVOT (sum(n) FOR k IN (1, 2))', 5],
  ];
  test.each(good)('%s', async (sql, value) => {
    expect(refuse(sql, allowed)).toBeNull();
    expect(Number(await first(sql))).toBe(Number(value));
  });
});

describe('what the gate refuses although DuckDB would run it', () => {
  test.each([
    ['SELECT setseed(0.5)'],
    ['SELECT "setseed"(0.5)'],
    ['SELECT main.setseed(0.5)'],
    ['SELECT setseed\u200b(0.5)'],
    ['SELECT setseed--\r(0.5)'],
    ["SELECT count(*) FROM query('SELECT 1')"],
    ['SELECT count(*) FROM duckdb_settings()'],
    ['SELECT count(*) FROM duckdb_tables'],
    ['SELECT count(*) FROM information_schema.tables'],
    ['SELECT random()'],
  ])('%j', async (sql) => {
    expect(refuse(sql, allowed)).toMatchObject({ reason: 'function' });
    await expect(first(sql)).resolves.not.toThrow();
  });
});

describe('tokens are DuckDB’s', () => {
  test('a text that is balanced here stays inside its parentheses there', async () => {
    const inside = [
      '1 /* /* ) */ ) */',
      "E'\\')'",
      '$$)$$',
      "')'",
      '1 -- )',
      '")" FROM (SELECT 1 AS ")")',
      "'a'\n')'",
    ];
    for (const text of inside) {
      expect(imbalanceOf(tokenise(text))).toBeUndefined();
      await expect(first(`SELECT * FROM (\nSELECT ${text}\n)`)).resolves.toBeDefined();
    }
  });

  test('these would reach out, and are told', async () => {
    for (const text of ["E'a'\n'\\'), (SELECT 2 --'", '1 -- \r), (SELECT 2', '1), (SELECT 2']) {
      expect(imbalanceOf(tokenise(text))).toBeDefined();
      await expect(first(`SELECT (\nSELECT ${text}\n)`)).resolves.toBeDefined();
    }
  });

  test('a quoted text comes back as it was', async () => {
    for (const text of ["it's", 'a\nb\r\tc', "\\'\n", '\\', '–æøå😀', '"', '$$', '--', '\u00a0\u200b']) {
      expect(await first(`SELECT ${quoteText(text)}`)).toBe(text);
    }
  });
});

describe('literals have their types', () => {
  test.each([
    [{ type: 'select', value: 'x' }, 'VARCHAR'],
    [{ type: 'select', value: null }, 'VARCHAR'],
    [{ type: 'select', all: 'Alle', value: 'x' }, 'VARCHAR[]'],
    [{ type: 'multi-select', value: [] }, 'VARCHAR[]'],
    [{ type: 'number', value: -5 }, 'INTEGER'],
    [{ type: 'range', min: 0, max: 20, value: [-3, 10] }, 'STRUCT(low INTEGER, high INTEGER)'],
    [{ type: 'date', value: '2024-02-29' }, 'DATE'],
    [{ type: 'checkbox', value: false }, 'BOOLEAN'],
    [{ type: 'text', value: "a\n'b" }, 'VARCHAR'],
  ])('%j is %s', async (input, type) => {
    expect(String(await first(`SELECT replace(typeof(${literalOf(Input.parse(input))}), '"', '')`))).toBe(
      type,
    );
  });
});

describe('compiled text', () => {
  test('the corpus’ references are those DuckDB’s own parser finds', async () => {
    const native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    const folder = new URL('../unit/dataflow/corpus/', import.meta.url);
    const known = new Set('wellbeing by_unit total project courses_now order left n age'.split(' '));
    for (const file of readdirSync(folder)) {
      const sql = readFileSync(new URL(file, folder), 'utf8');
      const reader = await native.runAndReadAll('SELECT json_serialize_sql($sql::VARCHAR)', { sql });
      const parsed = JSON.parse(String(reader.getRows()[0]?.[0])) as { statements: unknown };
      const found = tablesIn(parsed.statements, new Set()).filter((name) => known.has(name));
      expect([...referencesOf(readQuery(sql), known)].sort(), file).toEqual([...new Set(found)].sort());
    }
  });

  test('an order written in a cell survives', async () => {
    const notebook = notebookOf(
      ['a', 'SELECT i FROM range(2000) t(i) ORDER BY hash(i)'],
      ['b', 'SELECT list(i) = (SELECT list(i ORDER BY hash(i)) FROM a) FROM a'],
    );
    expect(await first(compile(graphOf(notebook, tables), asName('b'))?.sql ?? '')).toBe(true);
  });

  test('an error is found again in the cell', async () => {
    const session = apply(start(notebookOf(['a', 'SELECT 1 AS n'], ['b', 'SELECT n,\n  nope\nFROM a'])), {
      type: 'tables-loaded',
      tables,
      at: 0,
    }).session;
    const compiled = compiledOf(session, asName('b'));
    const outcome = await engine.query(compiled?.sql ?? '');
    if (outcome.ok || outcome.problem.kind !== 'sql' || !outcome.problem.place || !compiled)
      throw new Error('no place');
    expect(placeInCell(compiled, outcome.problem.place)).toEqual({ cell: 'b', line: 2, column: 3 });
  });
});

type Json = Record<string, unknown>;

/** The tables of a parsed statement, without those that a CTE in scope stands for. */
function tablesIn(tree: unknown, scope: ReadonlySet<string>): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => tablesIn(one, scope));
  if (typeof tree !== 'object' || tree === null) return [];
  const { cte_map: definitions, ...rest } = tree as Json;
  const inner = new Set(scope);
  const within: string[] = [];
  for (const { key, value } of (definitions as { map?: { key: string; value: unknown }[] } | undefined)
    ?.map ?? []) {
    const recursive = JSON.stringify(value).includes('RECURSIVE_CTE_NODE');
    within.push(...tablesIn(value, recursive ? new Set([...inner, key.toLowerCase()]) : inner));
    inner.add(key.toLowerCase());
  }
  const isTable = (rest.type === 'BASE_TABLE' || rest.type === 'SHOW_REF') && !rest.schema_name;
  const name = isTable ? String(rest.table_name).replaceAll('"', '').toLowerCase() : '';
  const own = name !== '' && !inner.has(name) ? [name] : [];
  return [...within, ...own, ...Object.values(rest).flatMap((one) => tablesIn(one, inner))];
}
