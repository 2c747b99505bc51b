import { withIntervals } from '../../src/lib/dataflow/intervals';
import { intervalsOf } from '../../src/lib/results/interval';
import { roleOf } from '../../src/lib/results/role';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codebook, codesOf } from '../../src/lib/codebook/codebook';
import { statusOf } from '../../src/lib/dataflow/apply';
import type { Session, Tables } from '../../src/lib/dataflow/session';
import type { Engine } from '../../src/lib/engine/engine';
import { clear } from '../../src/lib/disclosure/clear';
import { countColumns } from '../../src/lib/disclosure/count';
import { rules } from '../../src/lib/ingest/problem';
import { instruments } from '../../src/lib/instruments/catalogue';
import { attributeOf, CellName, isNamed } from '../../src/lib/notebook/cell';
import { parse } from '../../src/lib/notebook/parse';
import { serialize } from '../../src/lib/notebook/serialize';
import { drawChart } from '../../src/lib/plot/draw';
import { columnOf, type Value } from '../../src/lib/results/result';
import { dataWords } from '../../src/lib/workbench/labels';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';
import { loadDemonstration, loadFolder } from './demonstration';

let engine: Engine;
let tables: Tables;
beforeAll(async () => {
  ({ engine, tables } = await loadDemonstration());
});
afterAll(() => engine.close());

const shipped = readdirSync('notebooks').filter((file) => file.endsWith('.md'));

const sessions = new Map<string, Promise<Session>>();

/** Each shipped notebook as it stands, run once for all tests. */
function ran(file: string): Promise<Session> {
  const known = sessions.get(file);
  if (known) return known;
  const { notebook } = parse(readFileSync(join('notebooks', file), 'utf8'));
  const session = runNotebook(prepareSession(notebook), engine, tables);
  sessions.set(file, session);
  return session;
}

function valuesOf(session: Session, cell: string, column: string): readonly Value[] {
  const result = session.results.get(CellName.parse(cell))?.result;
  return (result && columnOf(result, column)?.values) ?? [];
}

const rounded = (values: readonly Value[], decimals = 0) =>
  values.map((value) => Number(Number(value).toFixed(decimals)));

test('there are notebooks', () => expect(shipped).toContain('trivsel.md'));

describe.each(shipped)('%s', (file) => {
  const text = readFileSync(join('notebooks', file), 'utf8');
  const { notebook, problems } = parse(text);

  test('reads without problems and is written as it stands', () => {
    expect(problems).toEqual([]);
    expect(serialize(notebook)).toBe(text);
  });

  test('runs to the end on the demonstration pool', async () => {
    const session = await ran(file);
    const named = session.notebook.cells.filter(isNamed);
    expect(named.length).toBeGreaterThan(0);
    for (const { name } of named) expect([name, statusOf(session, name)]).toEqual([name, { kind: 'fresh' }]);
  });
});

/** A row is withheld by its `n`: whatever else it counts may be of fewer children. `known` is what a share is of. */
test.each(shipped)('%s: a row counts children in its n alone, and so do sentences', async (file) => {
  const session = await ran(file);
  const counts = session.notebook.cells.filter(isNamed).flatMap(({ name }) => {
    const result = session.results.get(name)?.result;
    const guarding = result ? countColumns(result) : [];
    if (!result || guarding.length === 0) return [];
    const others = result.columns.filter((column) => column.type === 'integer' && !guarding.includes(column));
    return others
      .filter((column) => !/(^|_)known$/.test(column.name))
      .map((column) => `${name}.${column.name}`);
  });
  expect(counts).toEqual([]);
});

test.each(shipped)('%s: no column that people read has lost the words of its codes', async (file) => {
  const session = await ran(file);
  const codes = new Set(codebook.flatMap((variable) => (variable.type === 'code' ? codesOf(variable) : [])));
  const bare = session.notebook.cells
    .filter(isNamed)
    .flatMap(({ name }) =>
      (session.results.get(name)?.result.columns ?? [])
        .filter(({ type, values }) => type === 'text' && values.some((value) => codes.has(String(value))))
        .map((column) => `${name}.${column.name}`),
    );
  expect(bare).toEqual([]);
});

/** `n` and `r` are their own words. */
test.each(shipped)('%s: every column that is printed has a name people read', async (file) => {
  const session = await ran(file);
  const { heading } = dataWords(instruments, 'da');
  const titled = session.notebook.cells
    .filter(isNamed)
    .filter((cell) => attributeOf(cell, 'title') !== undefined);
  const bare = titled.flatMap(({ name }) =>
    (session.results.get(name)?.result.columns ?? [])
      .filter((column) => heading(column) === column.name && /^[a-z_]{2,}$/.test(column.name))
      .map((column) => `${name}.${column.name}`),
  );
  expect(bare).toEqual([]);
});

/** How far courses have come and what is missing in the export are counts of what was done, not of how children are. */
const uncertain = new Set(['datakvalitet.md', 'pairing', 'ledger']);

test.each(shipped.filter((file) => !uncertain.has(file)))(
  '%s: every share has its interval',
  async (file) => {
    const session = await ran(file);
    const printed = session.notebook.cells
      .filter(isNamed)
      .filter((cell) => cell.kind === 'sql' && attributeOf(cell, 'title') !== undefined)
      .filter(({ name }) => !uncertain.has(name));
    const bare = printed.flatMap((cell) => {
      const result = session.results.get(cell.name)?.result;
      if (!result) return [cell.name];
      const { columns } = withIntervals(cell, result);
      const intervals = intervalsOf(columns);
      return columns.flatMap((column, at) => {
        if (roleOf(column) !== 'share' || /_(low|high)$/.test(column.name)) return [];
        const ends = (intervals.get(at) ?? []).map((end) => columns[end]?.values ?? []);
        const without = column.values.filter(
          (share, row) => share !== null && (ends[0]?.[row] ?? null) === null,
        );
        return without.length > 0 ? [`${cell.name}.${column.name}`] : [];
      });
    });
    expect(bare).toEqual([]);
  },
);

/** Drawn as it is for the screen. What the drawing counts itself needs no other count. */
test.each(shipped)(
  '%s: every chart says what is seen, of how many children, from where, and how to read it',
  async (file) => {
    const session = await ran(file);
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const words = dataWords(instruments, 'da');
    const silent = session.notebook.cells.flatMap((cell) => {
      if (cell.kind !== 'plot') return [];
      const { title, guide, source } = cell.spec;
      if (!title || !guide || !source) return [`${cell.name}: no title, guide or source`];
      const name = CellName.parse(cell.spec.data);
      const result = session.results.get(name)?.result;
      const clearing = result && clear(result, { kind: 'none' });
      if (!clearing?.ok) return [`${cell.name}: no result`];
      const counts = cell.spec.marks.some((mark) => 'dot' in mark && mark.dot.x === 'n');
      const drawn = drawChart(cell.spec, clearing.cleared, words, { width: 680 }, document);
      const said = [...drawn.querySelectorAll('text')].map((text) => text.textContent ?? '');
      return counts || said.some((text) => /n\u00a0=\u00a0\d/.test(text)) ? [] : [cell.name];
    });
    expect(silent).toEqual([]);
  },
);

test('trivsel.md gives the published numbers', async () => {
  const session = await ran('trivsel.md');
  expect(valuesOf(session, 'wellbeing', 'age_group')).toEqual([null, '3-10', '11-16', '17-24']);
  expect(valuesOf(session, 'wellbeing', 'n')).toEqual([651, 85, 216, 350]);
  expect(rounded(valuesOf(session, 'wellbeing', 'before'))).toEqual([53, 69, 59, 45]);
  expect(rounded(valuesOf(session, 'wellbeing', 'after'))).toEqual([67, 76, 68, 64]);
  const shares = (column: string) => rounded(valuesOf(session, 'direction_by_age', column), 2);
  expect(shares('up')).toEqual([0.72, 0.62, 0.64, 0.79]);
  expect(shares('down')).toEqual([0.22, 0.31, 0.28, 0.16]);
  expect(rounded(valuesOf(session, 'difficulties', 'before'), 2)[0]).toBe(12.35);
  expect(rounded(valuesOf(session, 'difficulties', 'after'), 2)[0]).toBe(9.84);
});

test('an input narrows what builds on it', async () => {
  const { notebook } = parse(readFileSync('notebooks/trivsel.md', 'utf8'));
  const inputs = [{ name: CellName.parse('project'), value: 'BRUS' }];
  const session = await runNotebook(prepareSession(notebook, inputs), engine, tables);
  expect(valuesOf(session, 'wellbeing', 'n')).toEqual([252, 53, 109, 90]);
});

describe('sikkerhed.md', () => {
  const { notebook } = parse(readFileSync('notebooks/sikkerhed.md', 'utf8'));
  const runWith = (instrument: string, scale: string) =>
    runNotebook(
      prepareSession(notebook, [
        { name: CellName.parse('instrument'), value: instrument },
        { name: CellName.parse('scale'), value: scale },
      ]),
      engine,
      tables,
    );

  test.each([
    ['who5', 'total', 1],
    ['sdq_p', 'total', -1],
  ])('counts what is larger than the threshold it states: %s', async (instrument, scale, better) => {
    const session = await runWith(instrument, scale);
    const column = (name: string) => valuesOf(session, 'pairs', name).map(Number);
    const [changes, before, limits] = [column('change'), column('before'), column('threshold')];
    const mean = before.reduce((sum, each) => sum + each, 0) / before.length;
    const sd = Math.sqrt(before.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (before.length - 1));
    const stated = valuesOf(session, 'threshold', 'reliability').map(
      (reliability) => 1.959963984540054 * Math.SQRT2 * sd * Math.sqrt(1 - Number(reliability)),
    );
    expect(valuesOf(session, 'threshold', 'threshold')).toEqual(
      stated.map((limit) => expect.closeTo(limit, 9)),
    );
    for (const limit of new Set(limits)) expect(stated).toContainEqual(expect.closeTo(limit, 9));
    const share = (ofPair: (row: number) => number) =>
      changes.filter((change, row) => change * better > ofPair(row)).length / changes.length;
    expect(valuesOf(session, 'counted_and_reliable', 'up')).toEqual([
      expect.closeTo(
        share(() => 0),
        12,
      ),
      expect.closeTo(
        share((row) => limits[row] ?? NaN),
        12,
      ),
    ]);
  });

  test('a scale without a known reliability has no threshold, and nothing fails', async () => {
    const session = await runWith('sdq_p', 'conduct');
    for (const { name } of session.notebook.cells.filter(isNamed))
      expect([name, statusOf(session, name)]).toEqual([name, { kind: 'fresh' }]);
    expect(valuesOf(session, 'threshold', 'threshold')).toEqual([null]);
    expect(valuesOf(session, 'counted_and_reliable', 'n')).toEqual([85]);
  });
});

describe('datakvalitet.md', () => {
  const { notebook } = parse(readFileSync('notebooks/datakvalitet.md', 'utf8'));
  const named = (session: Session, cell: string, column: string) =>
    valuesOf(session, cell, column).map(String);

  test('counts what the file of the demonstration lacks, and who is measured twice', async () => {
    const session = await runNotebook(prepareSession(notebook), engine, tables);
    const [header = '', ...rows] = readFileSync('static/demo/pool/courses.csv', 'utf8').trim().split('\n');
    const column = (name: string) => {
      const at = header.split(';').indexOf(name);
      return rows.map((row) => row.split(';')[at]);
    };
    const lacking = (name: string) => column(name).filter((value) => value === '').length / rows.length;
    const shares = new Map(
      named(session, 'missing', 'Oplysning').map((name, row) => [
        name,
        valuesOf(session, 'missing', 'share')[row],
      ]),
    );
    const variables = { Køn: 'sex', Bopæl: 'residence', 'Rusmiddel i familien': 'misuse_type' };
    for (const [label, name] of Object.entries(variables))
      expect([label, shares.get(label)]).toEqual([label, expect.closeTo(lacking(name), 9)]);
    expect(valuesOf(session, 'missing', 'share').map(Number)).toEqual(
      valuesOf(session, 'missing', 'share')
        .map(Number)
        .toSorted((one, other) => other - one),
    );

    // 651 pairs are the published ones
    const [n, pairs] = ['n', 'Par'].map((name) => Number(valuesOf(session, 'measured_by_project', name)[0]));
    expect(((n ?? NaN) * (pairs ?? NaN)) / 100).toBeCloseTo(651, 6);
    const counts = valuesOf(session, 'missing_by_project', 'n').map(Number);
    expect(counts.slice(1).reduce((sum, each) => sum + each, 0)).toBe(counts[0]);
    const months = valuesOf(session, 'missing_by_month', 'n').map(Number);
    expect(months.reduce((sum, each) => sum + each, 0)).toBe(rows.length);
  });

  test('lists what an export has wrong, and what to do about each rule', async () => {
    const courses = Array.from({ length: 30 }, (_, index) => `F${index};${index < 7 ? 240 : 12};girl`);
    const text = ['course_id;age;sex', ...courses, ...courses.slice(0, 6), 'F99;12;hest'].join('\n');
    const folder = mkdtempSync(join(tmpdir(), 'pejling-'));
    writeFileSync(join(folder, 'courses.csv'), text);
    const wrong = await loadFolder(folder);
    const session = await runNotebook(prepareSession(notebook), wrong.engine, wrong.tables);
    const rowsOf = (cell: string, ...columns: string[]) =>
      valuesOf(session, cell, 'n').map((n, row) => [
        ...columns.map((column) => valuesOf(session, cell, column)[row]),
        Number(n),
      ]);
    expect(rowsOf('problems', 'Problem')).toEqual([
      ['Værdi uden for det mulige', 7],
      ['Række, der står flere gange', 6],
      ['Kode, der ikke kendes', 1],
    ]);
    expect(rowsOf('doubled', 'Fil')).toEqual([['courses.csv', 6]]);
    expect(rowsOf('impossible', 'Fil', 'Kolonne')).toEqual([
      ['courses.csv', 'age', 7],
      ['courses.csv', 'sex', 1],
    ]);
    await wrong.engine.close();
  });

  test('knows every rule about rows and values', () => {
    const text = readFileSync('notebooks/datakvalitet.md', 'utf8');
    const known = rules.slice(rules.indexOf('unknown-column'));
    for (const rule of known) expect(text).toContain(`('${rule}', '`);
  });
});

test('a pool’s benchmark stands beside the project’s own numbers', async () => {
  const loaded = await loadFolder('tests/unit/ingest/cases/benchmark');
  const { notebook } = parse(readFileSync('notebooks/puljen.md', 'utf8'));
  const session = await runNotebook(prepareSession(notebook), loaded.engine, loaded.tables);
  expect(valuesOf(session, 'overall', 'whose')).toEqual(['Jeres', 'Puljen 2018']);
  expect(valuesOf(session, 'overall', 'n')).toEqual([0, 651]);
  expect(valuesOf(session, 'by_sex', 'sex')).toEqual(['girl', 'boy']);
  expect(valuesOf(session, 'by_sex', 'change')).toEqual([10.1, 7.7]);
  await loaded.engine.close();
});
