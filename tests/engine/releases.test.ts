import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '../../src/lib/dataflow/session';
import type { Cleared } from '../../src/lib/disclosure/cleared';
import type { Release } from '../../src/lib/disclosure/ledger';
import type { Engine } from '../../src/lib/engine/engine';
import { CellName, isNamed } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { fingerprintData } from '../../src/lib/workbench/release/data-fingerprint';
import { prepareRelease } from '../../src/lib/workbench/release/prepare';
import { makeResults } from '../../src/lib/workbench/release/results';
import { readResults } from '../../src/lib/workbench/results-file/read';
import { mostRows } from '../../src/lib/workbench/results-file/results-file';
import { cellsTold } from '../../src/lib/report/told';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';
import { policyOf } from '../../src/lib/disclosure/policy';
import { loadDemonstration } from './demonstration';

let engine: Engine;
let tables: Tables;
beforeAll(async () => ({ engine, tables } = await loadDemonstration()));
afterAll(() => engine.close());

async function prepare(text: string, project: string | null, before: readonly Release[] = []) {
  return (await runAndPrepare(text, project, before)).prepared;
}

async function runAndPrepare(text: string, project: string | null, before: readonly Release[] = []) {
  const { notebook } = parse(text);
  const has = notebook.cells.some(
    (cell) => isNamed(cell) && cell.kind === 'input' && cell.name === 'project',
  );
  const inputs = has && project !== null ? [{ name: CellName.parse('project'), value: project }] : [];
  const session = await runNotebook(prepareSession(notebook, inputs), engine, tables);
  const prepared = prepareRelease({
    session,
    document: notebook,
    policy: policyOf(notebook.header.disclosure),
    language: 'da',
    whole: false,
    without: new Set(),
    before,
    notebook: 'x',
    data: '0123456789abcdef',
    at: '2026-11-29T12:00:00Z',
  });
  return { session, prepared };
}

const forAnyone = (text: string) =>
  text.replace(/^disclosure:\n {2}minimum: 5\n/m, 'disclosure: { preset: public }\n');

/** What our notebooks would tell of few children in one small project; the sheet for sharing names the two tables. */
const known: Readonly<Record<string, readonly string[]>> = {
  'kerneelementer.md': ['De syv kerneelementer / Efter alder'],
};

describe.each(readdirSync('notebooks'))('%s', (file) => {
  test('gives away by itself what is known of it, for all projects and for one, and nothing for anyone', async () => {
    const text = readFileSync(`notebooks/${file}`, 'utf8');
    const found = new Set<string>();
    for (const each of [text, forAnyone(text)])
      for (const project of [null, 'BALLAST']) {
        const { conflicts, release } = await prepare(each, project);
        for (const { one, other } of conflicts) found.add(`${one.table} / ${other.table}`);
        expect(release.tables.length > 0).toBe(/^```sql/m.test(text));
        if (each !== text) expect(conflicts).toEqual([]);
      }
    expect([...found]).toEqual(known[file] ?? []);
  });
});

/** But for codes that no row has, and minus zero, which JSON has no word for. */
const withoutCodes = (cleared: Cleared) => ({
  ...cleared,
  columns: cleared.columns.map(({ codes: _, values, ...column }) => ({
    ...column,
    values: values.map((value) => (value === 0 ? 0 : value)),
  })),
});

test.each(readdirSync('notebooks'))(
  'the results of %s come out of their file as they went in',
  async (file) => {
    const { session, prepared } = await runAndPrepare(readFileSync(`notebooks/${file}`, 'utf8'), null);
    const made = await makeResults(session, prepared, { language: 'da', own: [], synthetic: true });
    const told = [...cellsTold(session.notebook)].flatMap(([name, rows]) => {
      const outcome = prepared.outcomes.get(name);
      return outcome?.kind === 'result' && outcome.clearing.ok ? [{ name, rows, ...outcome.clearing }] : [];
    });
    if (told.length === 0) {
      expect(made).toEqual({ kind: 'nothing' });
      return;
    }
    const reading = readResults('content' in made ? String(made.content) : '');
    if (!reading.ok) throw new Error(JSON.stringify([reading, made]));
    const { cells } = reading.results;
    expect([...cells.keys()]).toEqual(told.map(({ name }) => name));
    for (const { name, rows, cleared } of told) {
      const read = cells.get(name)?.cleared;
      if (rows === 'first') expect(read?.rowCount).toBe(Math.min(1, cleared.rowCount));
      else if (cleared.rowCount <= mostRows)
        expect(read && withoutCodes(read)).toEqual(withoutCodes(cleared));
    }
  },
);

describe('what left before', () => {
  const report = (what: string) => `---\nformat: 1\n---\n\`\`\`sql t title="T"\n${what}\n\`\`\`\n`;
  const all = report("SELECT count(*) AS n FROM courses WHERE project = 'BALLAST'");
  const known = report(
    "SELECT sex, count(*) AS n FROM courses WHERE project = 'BALLAST' AND sex IS NOT NULL GROUP BY sex",
  );

  test('stops what would tell of the one child whose sex is not known', async () => {
    const first = await prepare(known, null);
    expect(first.conflicts).toEqual([]);
    const second = await prepare(all, null, [first.release]);
    expect(second.conflicts.map(({ kind, names }) => [kind, names])).toEqual([['rest', ['t']]]);
  });

  test('does not stop the same report a second time', async () => {
    const text = readFileSync('notebooks/trivsel.md', 'utf8');
    const { release } = await prepare(text, 'BRUS');
    expect((await prepare(text, 'BRUS', [release])).conflicts).toEqual([]);
  });
});

test('data has one fingerprint, in whatever order it is read, and another when one value is another', async () => {
  const ask = (rows: string) => async (sql: string) => {
    const answer = await engine.query(sql.replace('FROM t AS t', `FROM (${rows}) AS t`));
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return { ok: true as const, result: answer.result };
  };
  const one = await fingerprintData(['t'], ask("SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(x, y)"));
  const turned = await fingerprintData(['t'], ask("SELECT * FROM (VALUES (2, 'b'), (1, 'a')) AS v(x, y)"));
  const other = await fingerprintData(['t'], ask("SELECT * FROM (VALUES (2, 'b'), (1, 'c')) AS v(x, y)"));
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(turned).toBe(one);
  expect(other).not.toBe(one);
});
