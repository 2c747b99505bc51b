import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { courses, definitions, openUngated, rows } from '../engine/engine-tables';
import type { Campaign } from './campaign';

/** Each brings the worker down or makes it deaf; the engine has to put a new one in its place. */
const blows = [
  "SELECT repeat('x', 4200000000)",
  'SELECT len(list_filter(range(300000000), lambda x: x % 2 = 0))',
  `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`,
  'SELECT count(*) FROM range(1000000) a, range(1000000) b',
  'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT count(*) FROM r',
];
const blow = fc.record({
  sql: fc.constantFrom(...blows),
  stop: fc.option(fc.integer({ min: 0, max: 400 })),
  waiting: fc.nat(3),
});

export const crashCampaign: Campaign = {
  name: 'engine crashes',
  law: 'after whatever brings the engine down, the same numbers come back',
  enough: 100,
  async open() {
    const engine = await openUngated({ softLimitMs: 500 });
    await engine.load([await courses()], definitions);
    const numbers = () =>
      rows(
        engine,
        'SELECT age, count(*), sum(double_of(id)), (SELECT count(*) FROM started) FROM courses GROUP BY age ORDER BY age',
      );
    const before = await numbers();
    return {
      async round(seed) {
        const [{ sql, stop, waiting } = { sql: 'SELECT 1', stop: null, waiting: 0 }] = fc.sample(blow, {
          seed,
          numRuns: 1,
        });
        const control = new AbortController();
        const struck = engine.query(sql, { signal: control.signal });
        const timer = stop === null ? undefined : setTimeout(() => control.abort(), stop);
        const others = Array.from({ length: waiting }, numbers);
        const outcome = await struck;
        clearTimeout(timer);
        if (outcome.ok) throw new Error(`${sql.slice(0, 60)} was answered`);
        for (const other of others) deepStrictEqual(await other, before, sql.slice(0, 60));
        deepStrictEqual(await numbers(), before, sql.slice(0, 60));
        return 1;
      },
      close: () => engine.close(),
    };
  },
};
