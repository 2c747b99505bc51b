import { describe, expect, it } from 'vitest';
import { apply, compiledOf, start, statusOf } from '../../../src/lib/dataflow/apply';
import { failureInComparison } from '../../../src/lib/dataflow/compare-failure';
import { compareQuery } from '../../../src/lib/dataflow/compare-query';
import { refuse } from '../../../src/lib/dataflow/gate';
import type { Failure, Session } from '../../../src/lib/dataflow/session';
import { valuesOf } from '../../../src/lib/dataflow/stage';
import type { CompareCell } from '../../../src/lib/notebook/cell';
import { Compare } from '../../../src/lib/notebook/compare';
import type { Result } from '../../../src/lib/results/result';
import { asName, read, tables } from './notebooks';

const text = `
\`\`\`compare c
# tallene
data: courses
before: a
after: 'b"c'
by: order
\`\`\`
\`\`\`sql below
SELECT n
FROM c WHERE nope
\`\`\`
`;
const loaded = (notebook = read(text)) =>
  apply(start(notebook), { type: 'tables-loaded', tables, at: 0 }).session;
const compareCell = ({ notebook }: Session) => notebook.cells[0] as CompareCell;

const rows: Result = {
  columns: [
    { name: 'order', type: 'code', codes: ['z', "a'b"], values: [null, "a'b"] },
    { name: 'n', type: 'integer', values: [12, null] },
    { name: 'x y', type: 'number', values: [-0.1, 1 / 3] },
    { name: 'exact', type: 'boolean', values: [true, null] },
    { name: 'said', type: 'text', values: ['two\nlines', ''] },
  ],
  rowCount: 2,
  truncated: false,
};

function withRows(session: Session, result: Result): Session {
  const { fingerprint } = session.running.get(asName('c')) ?? {};
  if (!fingerprint) throw new Error('c does not run');
  const run = { fingerprint, milliseconds: 1, endedAt: 1, outcome: { ok: true, result } } as const;
  return apply(session, { type: 'run-ended', name: asName('c'), run }).session;
}

describe('the query of a comparison', () => {
  const allowed = new Set(['coalesce']);
  it.each([
    { data: 'courses', before: 'a', after: 'b' },
    { data: 'duck"; DROP', before: "a'); --", after: '*/ (' },
    { data: 'x', before: 'a', after: 'b', against: '\n; DROP TABLE x --\u2028', better: 'lower' },
    { data: 'x', before: 'a', after: 'b', states: { before: 'a', after: 'b', is: ["'); --", 'E\n'] } },
  ])('stays one that only reads, whatever the fields hold: %j', (fields) => {
    const refused = refuse(compareQuery(Compare.parse(fields)), allowed);
    expect(refused === null || refused.what.includes('DROP')).toBe(true);
    if (refused) expect(refused.reason).toBe('function');
  });

  it('changes with what changes its numbers, and with nothing else', () => {
    const spec = Compare.parse({ data: 'x', before: 'a', after: 'b', by: 'g' });
    const same = { ...spec, title: 'T', decimals: 2 };
    expect(compareQuery(same)).toBe(compareQuery(spec));
    for (const other of [{ better: 'lower' }, { against: 'k' }, { by: 'h' }, { before: 'c' }] as const)
      expect(compareQuery({ ...spec, ...other })).not.toBe(compareQuery(spec));
  });
});

describe('what stands above a cell as rows', () => {
  it('is a SELECT from VALUES with types, codes in order and whole numbers', () => {
    expect(valuesOf(rows)).toBe(
      [
        `SELECT c0::ENUM('z', 'a''b') AS "order", c1::BIGINT AS n, c2::DOUBLE AS "x y", c3::BOOLEAN AS exact, c4::VARCHAR AS said`,
        'FROM (VALUES',
        `  (NULL, 12, (-1e-1), TRUE, E'two\\nlines'),`,
        `  ('a''b', NULL, 3.333333333333333e-1, NULL, '')`,
        ') AS given(c0, c1, c2, c3, c4)',
      ].join('\n'),
    );
  });

  it('keeps its columns when there is no row', () => {
    const empty = { ...rows, rowCount: 0, columns: rows.columns.map((each) => ({ ...each, values: [] })) };
    expect(valuesOf(empty)).toContain('WHERE FALSE');
  });

  it('takes the place of all that the comparison reads, and only once it is there', () => {
    const session = loaded();
    expect(compiledOf(session, asName('below'))).toBeUndefined();
    const done = withRows(session, rows);
    expect(compiledOf(done, asName('below'))?.sql).toBe(
      `WITH c AS (\n${valuesOf(rows)}\n), below AS (\nSELECT n\nFROM c WHERE nope\n)\nSELECT * FROM below`,
    );
    expect(done.running.get(asName('below'))?.fingerprint).toContain(JSON.stringify(valuesOf(rows)));
  });

  it('can be missing before there is data without being wrong', () => {
    const session = start(read(text));
    expect(statusOf(session, asName('c'))).toEqual({ kind: 'waiting' });
  });

  it('names the line where the data is named that does not exist', () => {
    const session = loaded(read(text.replace('data: courses', 'data: course')));
    expect(statusOf(session, asName('c'))).toMatchObject({
      kind: 'failed',
      failure: { kind: 'unknown-cell', message: 'course', line: 2, candidates: ['courses'] },
    });
  });
});

describe('a failure of its query', () => {
  const failed = (message: string, line?: number): Failure => ({
    kind: 'sql',
    message,
    candidates: ['before'],
    ...(line !== undefined && { line, column: 3 }),
  });
  const cell = compareCell(loaded());
  const lineOf = (words: string) =>
    1 +
    compareQuery(cell.spec)
      .split('\n')
      .findIndex((each) => each.includes(words));

  it.each([
    ['AS label', 5],
    ['AS before', 3],
    ['AS after', 4],
    ['FROM courses', 2],
  ])('on the line of %s is told of the line that was written', (words, line) => {
    expect(failureInComparison(cell, failed('x', lineOf(words)))).toMatchObject({ kind: 'sql', line });
  });

  it('says that nothing tells which way is better', () => {
    const found = failureInComparison(
      cell,
      failed('Table "courses" does not have a column named "direction"', 7),
    );
    expect(found).toEqual({ kind: 'compare', message: 'no-direction', candidates: [] });
    const told = { ...cell, spec: { ...cell.spec, by: 'direction' } };
    expect(failureInComparison(told, failed('column named "direction"', 7)).kind).toBe('sql');
  });
});
