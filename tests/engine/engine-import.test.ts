import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ImportEngine } from '../../src/lib/engine/engine';
import { openNodeImportEngine } from '../../src/lib/engine/node';
import { openUngated, rows, rowsOf } from './engine-tables';

let engine: ImportEngine;
beforeAll(async () => {
  engine = await openNodeImportEngine();
});
afterAll(() => engine.close());

const text = (csv: string) => new TextEncoder().encode(csv);

describe('import engine', () => {
  test('registered text can be read, and stays the caller’s', async () => {
    const bytes = text('id;navn\n1;Ærø\n2;\n');
    await engine.register('a.csv', bytes);
    expect(bytes).toHaveLength(19);
    const result = await engine.run("SELECT * FROM read_csv('a.csv', delim = ';')");
    expect(rowsOf(result)).toEqual([
      [1, 'Ærø'],
      [2, null],
    ]);
  });

  test('a name is used once', async () => {
    await engine.register('once.csv', text('a\n1\n'));
    await expect(engine.register('once.csv', text('a\n2\n'))).rejects.toThrow('registered already');
  });

  test('several statements run, the last one answers', async () => {
    const result = await engine.run('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (7); SELECT a FROM t');
    expect(rowsOf(result)).toEqual([[7]]);
  });

  test('no extension is fetched', async () => {
    await expect(engine.run("SELECT '{}'::JSON")).rejects.toThrow('json extension');
  });

  test('an extract is what the analysis engine takes, enumerations as text', async () => {
    await engine.run(`CREATE TYPE mood AS ENUM ('sad', 'glad')`);
    const { arrow, rowCount } = await engine.extract(
      `SELECT i::INTEGER AS "the id", (CASE WHEN i > 2 THEN 'glad' ELSE 'sad' END)::mood AS mood FROM range(4000) r(i)`,
    );
    expect(rowCount).toBe(4000);
    const analysis = await openUngated();
    const columns = [
      { name: 'the id', type: 'INTEGER' as const },
      { name: 'mood', type: 'ENUM' as const, enumeration: 'mood', codes: ['sad', 'glad'] },
    ];
    await analysis.load([{ name: 't', columns, arrow: [arrow], rowCount }], []);
    expect(
      await rows(analysis, 'SELECT mood, count(*), max("the id") FROM t GROUP BY mood ORDER BY mood'),
    ).toEqual([
      ['sad', 3, 2],
      ['glad', 3997, 3999],
    ]);
    await analysis.close();
  });

  test('an extract without rows keeps its columns', async () => {
    const { arrow, rowCount } = await engine.extract('SELECT 1 AS a WHERE false');
    expect(rowCount).toBe(0);
    const analysis = await openUngated();
    await analysis.load(
      [{ name: 't', columns: [{ name: 'a', type: 'INTEGER' }], arrow: [arrow], rowCount }],
      [],
    );
    expect(await rows(analysis, 'SELECT count(a) FROM t')).toEqual([[0]]);
    await analysis.close();
  });

  test('after closing, work is refused instead of waiting for ever', async () => {
    const other = await openNodeImportEngine();
    const running = other.run('SELECT count(*) FROM range(1000000) a, range(1000000) b');
    setTimeout(() => void other.close(), 100);
    await expect(running).rejects.toThrow('closed');
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(other.register('late.csv', new TextEncoder().encode('a'))).rejects.toThrow('closed');
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });
});
