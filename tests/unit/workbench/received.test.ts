import { describe, expect, test } from 'vitest';
import { apply, start } from '../../../src/lib/dataflow/apply';
import { currentFingerprint } from '../../../src/lib/dataflow/status';
import type { Outcome, Session } from '../../../src/lib/dataflow/session';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Minimum } from '../../../src/lib/disclosure/cleared';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import type { Result } from '../../../src/lib/results/result';
import { readResults } from '../../../src/lib/workbench/results-file/read';
import { receiveResults } from '../../../src/lib/workbench/results-file/receive';
import type { ReceivedResults } from '../../../src/lib/workbench/results-file/received.svelte';
import { writeResults } from '../../../src/lib/workbench/results-file/write';

const text = `---
format: 1
---
\`\`\`input from
type: number
label: Fra alder
value: 11
\`\`\`

\`\`\`sql older title="De ældste"
SELECT count(*) AS n FROM courses WHERE age >= $from
\`\`\`

\`\`\`sql all title="Alle"
SELECT count(*) AS n FROM courses
\`\`\`
`;
const { notebook } = parse(text);
const [from, older, all] = [CellName.parse('from'), CellName.parse('older'), CellName.parse('all')];
const five: Minimum = { kind: 'minimum', minimum: 5 };
const counted = (n: number): Result => ({
  columns: [{ name: 'n', type: 'integer', values: [n] }],
  rowCount: 1,
  truncated: false,
});
const data = '0123456789abcdef';

async function fileOf(of = data): Promise<File> {
  const outcome = { kind: 'result', clearing: clear(counted(40), five) } as const;
  const content = await writeResults({
    notebook,
    outcomes: new Map([older, all].map((name) => [name, outcome])),
    policy: { ...five, preset: 'steering' },
    madeAt: '2026-11-29T12:00:00.000Z',
    data: of,
    synthetic: false,
    hasLabel: () => false,
  });
  return new File([content ?? ''], 'x.results.json');
}

async function receive(session: Session, loaded = data, of = data): Promise<ReceivedResults> {
  const receiving = await receiveResults(await fileOf(of), session, async () => loaded);
  if (!receiving.ok) throw new Error(receiving.problem);
  return receiving.received;
}

const standing = (received: ReceivedResults, session: Session, policy = five) =>
  [older, all].map((name) => received.standing(session, policy, name));
const withFrom = (session: Session, value: number) =>
  apply(session, { type: 'input-set', name: from, value, at: 0 }).session;
const withData = (session: Session, stamp: string) =>
  apply(session, {
    type: 'tables-loaded',
    tables: { stamp, tables: [{ name: 'courses', columns: ['age'] }] },
    at: 0,
  }).session;
function ran(session: Session, outcome: Outcome): Session {
  const fingerprint = currentFingerprint(session, all);
  if (!fingerprint) throw new Error('cannot run');
  const run = { fingerprint, milliseconds: 1, endedAt: 0, outcome };
  return apply(session, { type: 'run-ended', name: all, run }).session;
}

describe('results that came in a file', () => {
  const empty = start(notebook);

  test('are shown where there is no data, and of a notebook that has not been said yes to', async () => {
    expect(standing(await receive(empty), empty)).toEqual(['shown', 'shown']);
    const inert = apply(empty, { type: 'opened', notebook, problems: [], inert: true, at: 0 }).session;
    const received = await receive(inert);
    expect(standing(received, inert)).toEqual(['shown', 'shown']);
    const clearing = received.clearing(inert, five, all);
    expect(clearing?.ok && clearing.cleared.columns[0]?.values).toEqual([40]);
    expect(received.clearing(inert, five, all)).toBe(clearing);
    expect(inert.results.size).toBe(0);
  });

  test('are gone for what reads a menu that is changed, at once, and there again when it stands as it stood', async () => {
    const received = await receive(empty);
    const changed = withFrom(empty, 12);
    expect(standing(received, changed)).toEqual(['changed', 'shown']);
    expect(received.clearing(changed, five, older)).toBeUndefined();
    await received.follow(changed);
    expect(standing(received, changed)).toEqual(['changed', 'shown']);
    expect(standing(received, withFrom(changed, 11))).toEqual(['shown', 'shown']);
  });

  test('come when the notebook becomes what they are of', async () => {
    const other = withFrom(empty, 12);
    const received = await receive(other);
    expect(standing(received, other)).toEqual(['changed', 'shown']);
    const back = withFrom(other, 11);
    await received.follow(back);
    expect(standing(received, back)).toEqual(['shown', 'shown']);
  });

  test('are shown beside the same data and no other, and not before it is known which it is', async () => {
    const received = await receive(empty);
    const loaded = withData(empty, '1');
    expect(received.hidden(loaded, five)).toBe('unknown-data');
    expect(standing(received, loaded)).toEqual([undefined, undefined]);
    await received.follow(loaded);
    expect(standing(received, loaded)).toEqual(['shown', 'shown']);
    const again = withData(loaded, '2');
    expect(received.hidden(again, five)).toBe('unknown-data');
    expect(standing(received, again)).toEqual([undefined, undefined]);
  });

  test.each([
    ['other data', 'fedcba9876543210', data],
    ['data that cannot be told', '', data],
    ['data when neither can be told', '', ''],
  ])('are not shown beside %s', async (_, loaded, of) => {
    const session = withData(empty, '1');
    const received = await receive(session, loaded, of);
    expect(received.hidden(session, five)).toBe('other-data');
    expect(standing(received, session)).toEqual([undefined, undefined]);
  });

  test.each<[what: string, loaded: string, of: string, isSynthetic: boolean, n: number | undefined]>([
    ['other data', 'fedcba9876543210', data, false, 40],
    ['the same data', data, data, false, undefined],
    ['data that cannot be told', '', data, false, undefined],
    ['data when that of the file cannot be told', data, '', false, undefined],
    ['made up data, when those of the file are a person’s own', 'fedcba9876543210', data, true, undefined],
  ])('can be held against those of %s', async (_, loaded, of, isSynthetic, n) => {
    const session = withData(empty, '1');
    const received = await receive(session, loaded, of);
    const before = (at: Session, policy = five) => {
      const clearing = received.before(at, policy, isSynthetic, older);
      return clearing?.ok ? clearing.cleared.counts[0] : undefined;
    };
    expect(before(session)).toBe(n);
    expect(before(empty)).toBeUndefined();
    expect(before(session, { kind: 'minimum', minimum: 10 })).toBeUndefined();
    const changed = apply(session, { type: 'input-set', name: from, value: 12, at: 0 }).session;
    expect(before(changed)).toBeUndefined();
  });

  test('are not shown when the data cannot be asked', async () => {
    const session = withData(empty, '1');
    const receiving = await receiveResults(await fileOf(), session, () =>
      Promise.reject(new Error('engine')),
    );
    expect(receiving.ok && receiving.received.hidden(session, five)).toBe('other-data');
  });

  test('give way to a cell’s own run, also to one that failed', async () => {
    const loaded = withData(empty, '1');
    const received = await receive(loaded);
    expect(standing(received, loaded)[1]).toBe('shown');
    expect(standing(received, ran(loaded, { ok: true, result: counted(41) }))[1]).toBeUndefined();
    const failure = { kind: 'sql', message: '', candidates: [] } as const;
    expect(standing(received, ran(loaded, { ok: false, failure }))[1]).toBeUndefined();
    const stale = withData(ran(loaded, { ok: true, result: counted(41) }), '2');
    await received.follow(stale);
    expect(standing(received, stale)[1]).toBeUndefined();
  });

  test.each<[string, Minimum]>([
    ['stricter', { kind: 'minimum', minimum: 10 }],
    ['rounded', { kind: 'minimum', minimum: 5, rounding: 5 }],
  ])('are not shown under another rule: %s', async (_, policy) => {
    const received = await receive(empty);
    expect(received.hidden(empty, policy)).toBe('other-rule');
    expect(standing(received, empty, policy)).toEqual([undefined, undefined]);
  });

  test('of another notebook, or of one where every cell is another, are not taken', async () => {
    const other = start(parse(text.replaceAll('FROM courses', 'FROM who5')).notebook);
    const receiving = await receiveResults(await fileOf(), other, async () => data);
    expect(receiving).toEqual({ ok: false, problem: 'other-notebook' });
    const broken = await receiveResults(new File(['{'], 'x.json'), empty, async () => data);
    expect(broken).toEqual({ ok: false, problem: 'damaged' });
    expect(readResults(await (await fileOf()).text()).ok).toBe(true);
  });
});
