import { describe, expect, test } from 'vitest';
import { answerAhead, noteAnswers, type Answering } from '../../../src/lib/engine/answer-ahead';
import type { QueryOutcome } from '../../../src/lib/engine/engine';
import type { Result } from '../../../src/lib/results/result';

const numbered = (value: number, rowCount = 1, truncated = false): Result => ({
  columns: [{ name: 'n', type: 'integer', values: Array<number>(rowCount).fill(value) }],
  rowCount,
  truncated,
});
const answered = (result: Result): QueryOutcome => ({ ok: true, result, milliseconds: 7 });

/** An engine that gives each text its own result, and remembers what it was asked. */
function engineOf(results: Readonly<Record<string, Result>>): Answering & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    query: (sql) => {
      asked.push(sql);
      const result = results[sql];
      const problem = { kind: 'stopped', reason: 'time' } as const;
      return Promise.resolve(result ? answered(result) : { ok: false, problem, milliseconds: 7 });
    },
  };
}

const ahead = new Map([['SELECT 1', numbered(1)]]);
const real = () => engineOf({ 'SELECT 1': numbered(1), 'SELECT 2': numbered(2) });

describe('an engine that is being filled', () => {
  test('answers at once what was asked ahead', async () => {
    const engine = answerAhead(new Promise(() => {}), ahead);
    expect(await engine.query('SELECT 1')).toEqual({ ok: true, result: numbered(1), milliseconds: null });
  });

  test('answers the rest when it is filled, and from then on everything', async () => {
    const filled = real();
    let fill: (engine: Answering) => void = () => {};
    const engine = answerAhead(new Promise((resolve) => (fill = resolve)), ahead);
    const second = engine.query('SELECT 2');
    const third = engine.query('SELECT 3');
    expect(filled.asked).toEqual([]);
    fill(filled);
    expect(await second).toEqual(answered(numbered(2)));
    expect(await third).toMatchObject({ ok: false, problem: { kind: 'stopped' } });
    expect(await engine.query('SELECT 1')).toEqual(answered(numbered(1)));
    expect(filled.asked).toEqual(['SELECT 2', 'SELECT 3', 'SELECT 1']);
  });

  test('lets go of a question that is taken back', async () => {
    const taken = new AbortController();
    const engine = answerAhead(new Promise(() => {}), ahead);
    const waiting = engine.query('SELECT 2', { signal: taken.signal });
    taken.abort();
    expect(await waiting).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
  });

  test('lets go of what waits when nothing comes of it', async () => {
    const engine = answerAhead(Promise.reject(new Error('no engine')), ahead);
    expect(await engine.query('SELECT 2')).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
    expect(await engine.query('SELECT 1')).toMatchObject({ ok: true });
  });
});

test('whole and short answers are noted, and each is given on as it came', async () => {
  const results = {
    short: numbered(3, 200),
    long: numbered(3, 201),
    cut: numbered(3, 5, true),
  };
  const into = new Map<string, Result>();
  const noting = noteAnswers(engineOf(results), into);
  for (const sql of ['short', 'long', 'cut'] as const)
    expect(await noting.query(sql)).toEqual(answered(results[sql]));
  expect(await noting.query('wrong')).toMatchObject({ ok: false });
  expect([...into]).toEqual([['short', results.short]]);
});
