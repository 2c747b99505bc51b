import { deepStrictEqual, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { refuse } from '../../src/lib/dataflow/gate';
import allowedNames from '../../src/lib/engine/allowed-functions.json';
import { openNodeEngine } from '../../src/lib/engine/node';
import { tokenise } from '../../src/lib/sql/tokens';
import { courses, definitions, rows } from '../engine/engine-tables';
import type { Campaign } from './campaign';
import { fragments } from './fragments';

const allowed = new Set([...allowedNames, 'double_of']);
const pieces = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...fragments) },
  { weight: 1, arbitrary: fc.constantFrom(...allowedNames).map((name) => `${name}(`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const separators = fc.constantFrom(' ', ' ', ' ', '\n', '', '/**/', '\u00a0', ';');
const soup = fc
  .array(fc.tuple(pieces, separators), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join(''));
const texts = fc.oneof(
  soup,
  soup.map((text) => `SELECT ${text}`),
  soup.map((text) => `SELECT * FROM courses ${text}`),
  soup.map((text) => `WITH a AS (SELECT 1 AS id) SELECT ${text}`),
);

/** Everything a query could change: what there is, how the engine is set, and what another query answers. */
const probes = [
  'SELECT name, value FROM duckdb_settings() ORDER BY name',
  'SELECT database_name, path, readonly FROM duckdb_databases() ORDER BY ALL',
  'SELECT schema_name, table_name, estimated_size FROM duckdb_tables() ORDER BY ALL',
  'SELECT schema_name, view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL',
  'SELECT function_name, macro_definition FROM duckdb_functions() WHERE NOT internal ORDER BY ALL',
  'SELECT type_name FROM duckdb_types() WHERE NOT internal ORDER BY ALL',
  'SELECT sequence_name FROM duckdb_sequences() ORDER BY ALL',
  'SELECT name FROM duckdb_prepared_statements() ORDER BY ALL',
  'SELECT name FROM duckdb_secrets() ORDER BY ALL',
  'SELECT extension_name, loaded FROM duckdb_extensions() ORDER BY ALL',
  'SELECT age, count(*), avg(score), double_of(sum(id)), (SELECT list(id ORDER BY id) FROM started) FROM courses GROUP BY age ORDER BY age',
];

export const gateCampaign: Campaign = {
  name: 'tokens and gate',
  law: 'tokens are the text; what gate and engine accept changes no catalogue, no setting and no other answer',
  enough: 40_000,
  async open() {
    let probing = false;
    const engine = await openNodeEngine({
      gate: (sql) => (probing ? null : refuse(sql, allowed)),
      softLimitMs: 500,
    });
    await engine.load([await courses()], definitions);
    const look = async () => {
      probing = true;
      const seen = [];
      for (const probe of probes) seen.push(await rows(engine, probe));
      probing = false;
      return seen;
    };
    const before = await look();
    return {
      async round(seed) {
        const tried = fc.sample(texts, { seed, numRuns: 200 });
        const accepted: string[] = [];
        for (const sql of tried) {
          strictEqual(
            tokenise(sql)
              .map((token) => token.text)
              .join(''),
            sql,
          );
          const outcome = await engine.query(sql, { rowLimit: 100 });
          if (outcome.ok) accepted.push(sql);
        }
        deepStrictEqual(await look(), before, `something changed after one of:\n${accepted.join('\n---\n')}`);
        return tried.length;
      },
      close: () => engine.close(),
    };
  },
};
