import { expect, test, vi } from 'vitest';
import { layOut } from '../../../src/lib/sql/layout';

/** The formatter is faithful as far as we have seen; a release that is not must not change a query. */
vi.mock('sql-formatter', () => ({
  duckdb: {},
  formatDialect: (sql: string) => sql.replace('= 1', '= 2').replace('-- kun os', ''),
}));

test('another query, or one without its comment, is not taken', async () => {
  expect(await layOut('SELECT  a FROM t WHERE b = 1')).toBeUndefined();
  expect(await layOut('SELECT a FROM t -- kun os')).toBeUndefined();
  expect(await layOut(' SELECT a FROM t ')).toBe('SELECT a FROM t');
});
