import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, LoadedTable } from '../../src/lib/engine/engine';
import { ages, courses, definitions, openUngated, resultOf, rows } from './engine-tables';

let engine: Engine;
let table: LoadedTable;
beforeAll(async () => {
  [engine, table] = await Promise.all([openUngated(), courses()]);
  await engine.load([table], definitions);
});
afterAll(() => engine.close());

describe('load', () => {
  test('an enumeration sorts as the questionnaire does, not as text', async () => {
    expect(await rows(engine, 'SELECT DISTINCT age FROM courses ORDER BY age')).toEqual([
      ['3-10'],
      ['11-16'],
      ['17+'],
      [null],
    ]);
  });

  test('a code column carries every code in order, whatever rows and alias it has', async () => {
    for (const sql of [
      'SELECT age AS a FROM courses',
      "SELECT age AS a FROM courses WHERE age = '17+'",
      'SELECT age AS a FROM courses WHERE false',
      'SELECT max(age) AS a FROM courses',
    ]) {
      const [column] = (await resultOf(engine, sql)).columns;
      expect(column).toMatchObject({ name: 'a', type: 'code', codes: ages });
    }
  });

  test('codes stay right across many batches, and repeated text is not taken for codes', async () => {
    const sql = "SELECT c.age, 'same' AS word, c.id FROM courses c, range(3000) ORDER BY c.id";
    const result = await resultOf(engine, sql);
    const [age, word, id] = result.columns;
    const expected = ['17+', '3-10', '11-16', null, '11-16', '3-10'];
    expect(result.rowCount).toBe(18_000);
    expect(id?.values.findIndex((value, row) => age?.values[row] !== expected[Number(value) - 1])).toBe(-1);
    expect(word).toMatchObject({ type: 'text' });
    expect(word).not.toHaveProperty('codes');
  });

  test('datasets are appended, and a column that one lacks is empty there', async () => {
    expect(
      await rows(engine, 'SELECT id, age, started, score, grouped FROM courses WHERE id IN (1, 5)'),
    ).toEqual([
      [1, '17+', '2020-01-02', 0.25, true],
      [5, '11-16', null, null, null],
    ]);
  });

  test('definitions stand on the tables', async () => {
    expect(await rows(engine, 'SELECT count(*), double_of(21) FROM started')).toEqual([[4, 42]]);
  });

  test('a table without rows works', async () => {
    const other = await openUngated();
    await other.load([{ ...table, arrow: [], rowCount: 0 }], definitions);
    const result = await resultOf(other, 'SELECT age, avg(score) AS m FROM courses GROUP BY age');
    expect(result).toMatchObject({
      rowCount: 0,
      columns: [{ type: 'code', codes: ages }, { type: 'number' }],
    });
    await other.close();
  });

  test('loading again replaces everything, and a load that fails leaves the old content', async () => {
    const other = await openUngated();
    await other.load([table], definitions);
    await expect(other.load([table], ['CREATE VIEW bad AS SELECT nothing FROM courses'])).rejects.toThrow(
      'nothing',
    );
    expect(await rows(other, 'SELECT count(*) FROM started')).toEqual([[4]]);
    await other.load([{ ...table, name: 'others' }], []);
    expect(await rows(other, 'SELECT count(*) FROM others')).toEqual([[6]]);
    expect(await other.query('SELECT * FROM courses')).toMatchObject({ ok: false, problem: { kind: 'sql' } });
    await other.close();
  });

  test('lost rows and codes that disagree are exceptions', async () => {
    const other = await openUngated();
    await expect(other.load([{ ...table, rowCount: 7 }], [])).rejects.toThrow('6 rows of 7');
    const clash: LoadedTable = {
      name: 'clash',
      columns: [{ name: 'age', type: 'ENUM', enumeration: 'age', codes: ['17+', '3-10'] }],
      arrow: [],
      rowCount: 0,
    };
    await expect(other.load([table, clash], [])).rejects.toThrow('two sets of codes');
    await other.close();
  });
});
