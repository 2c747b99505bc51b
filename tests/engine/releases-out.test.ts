import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../src/lib/dataflow/session';
import { clear } from '../../src/lib/disclosure/clear';
import { policyOf } from '../../src/lib/disclosure/policy';
import type { Engine } from '../../src/lib/engine/engine';
import { CellName } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import type { Lent } from '../../src/lib/workbench/release/desk';
import { Releases } from '../../src/lib/workbench/release/releases';
import { releaseShelfInMemory, type ReleaseShelf } from '../../src/lib/workbench/release/shelf';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';
import { loadDemonstration } from './demonstration';

/** Of a group under five 7777 stands beside it, of the others 41. */
const text = `---
format: 1
---
\`\`\`sql groups title="Efter gruppe"
SELECT CASE WHEN row < 3 THEN 'få' WHEN row < 30 THEN 'mange' ELSE 'flest' END AS gruppe,
       count(*) AS n, CASE WHEN count(*) < 5 THEN 7777 ELSE 41 END AS score
FROM (SELECT row_number() OVER (ORDER BY course_id) AS row FROM courses LIMIT 100)
GROUP BY gruppe ORDER BY n
\`\`\`
\`\`\`sql other title="Alle"
SELECT count(*) AS n FROM (SELECT row_number() OVER (ORDER BY course_id) AS row FROM courses LIMIT 100)
\`\`\`
`;
const groups = CellName.parse('groups');

let engine: Engine;
let session: Session;
beforeAll(async () => {
  const { engine: opened, tables } = await loadDemonstration();
  engine = opened;
  session = await runNotebook(prepareSession(parse(text).notebook, []), engine, tables);
});
afterAll(() => engine.close());

let shelf: ReleaseShelf;
let downloads: string[];
let releases: Releases;
beforeEach(() => {
  shelf = releaseShelfInMemory();
  downloads = [];
  const lent: Partial<Lent> = {
    session: () => session,
    language: () => 'da',
    own: () => [],
    datasets: () => [],
    tables: () => ['courses'],
    ask: async (sql) => {
      const asked = await engine.query(sql);
      if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
      return { ok: true, result: asked.result };
    },
    name: () => 'x',
    now: () => Date.UTC(2026, 10, 29),
    download: (name) => downloads.push(name),
  };
  releases = new Releases(lent as Lent, Promise.resolve(shelf));
});

function cleared() {
  const result = session.results.get(groups)?.result;
  const clearing = result && clear(result, policyOf({}));
  if (!clearing?.ok) throw new Error('not cleared');
  return clearing.cleared;
}
const logged = async () =>
  (await shelf.log()).map(({ what, file, withheld }) => [what, file, withheld[0]?.rows]);

describe('a table or a picture', () => {
  const leaving = (content: string) =>
    releases.letGo({ name: groups, cleared: cleared(), what: 'picture', content });

  test('is written down when nothing is in the way', async () => {
    expect(await leaving('<svg><text>41</text></svg>')).toBeUndefined();
    expect(await logged()).toEqual([['picture', 'Efter gruppe', 1]]);
    expect(await shelf.releases()).toHaveLength(1);
  });

  test('stays, and is not written down, when a withheld number can be read in it', async () => {
    expect(await leaving('<svg aria-label="få: 7.777"></svg>')).toMatchObject({ kind: 'fault' });
    expect(await logged()).toEqual([]);
  });

  test('stays when it would tell of few together with what left before', async () => {
    await releases.letGo({ name: groups, cleared: cleared(), what: 'table', content: '' });
    const [told] = await shelf.releases();
    if (!told) throw new Error('nothing told');
    // The same children, three more of them, told of in an earlier report.
    const counts = told.tables.flatMap((table) =>
      table.counts.map((count) => ({ ...count, least: count.least + 3, most: count.most + 3 })),
    );
    const more = told.tables.map((table) => ({ ...table, table: 'Før', counts }));
    await shelf.add({ ...told, data: 'another export', tables: more }, (await shelf.log())[0] as never);
    expect(await leaving('')).toMatchObject({ kind: 'conflict', conflict: { kind: 'changed' } });
    expect(await shelf.log()).toHaveLength(2);
  });
});

describe('a workbook', () => {
  const sharing = { without: new Set<CellName>(), whole: false, reason: '' };

  test('is read once more, written down and handed over', async () => {
    expect(await releases.shareWorkbook(sharing)).toEqual({ kind: 'done', file: 'x.xlsx' });
    expect(downloads).toEqual(['x.xlsx']);
    expect(await logged()).toEqual([['workbook', 'x.xlsx', 2]]);
  });

  test('with what is withheld leaves with a reason, and not without', async () => {
    const whole = { ...sharing, whole: true };
    expect(await releases.shareWorkbook(whole)).toMatchObject({ kind: 'reason-needed' });
    expect(await releases.shareWorkbook({ ...whole, reason: '  for kort ' })).toMatchObject({
      kind: 'reason-needed',
    });
    expect(downloads).toEqual([]);
    const reason = 'De ser på det på stedet.';
    expect(await releases.shareWorkbook({ ...whole, reason })).toMatchObject({ kind: 'done' });
    expect((await shelf.log())[0]).toMatchObject({ reason, policy: { whole: true } });
  });

  test('goes without a table that is left out', async () => {
    const without = new Set([groups]);
    await releases.shareWorkbook({ ...sharing, without });
    expect((await shelf.releases()).flatMap(({ tables }) => tables.map(({ table }) => table))).toEqual([
      'Alle',
    ]);
  });
});

test('a benchmark leaves as a list for the projects, and is written down', async () => {
  expect(await releases.shareBenchmark('')).toEqual({ kind: 'done', file: 'benchmark.yaml' });
  expect(downloads).toEqual(['benchmark.yaml']);
  expect((await logged()).map(([what]) => what)).toEqual(['benchmark']);
});
