import { describe, expect, test } from 'vitest';
import { chain, firstBroken, type Logged, type ToLog } from '../../../src/lib/workbench/release/log';

const entry = (file: string): ToLog => ({
  at: '2026-11-29T12:00:00.000Z',
  what: 'report',
  notebook: 'trivsel',
  file,
  policy: { preset: 'steering', minimum: 5, rounding: null, whole: false },
  withheld: [{ table: 'Efter projekt', rows: 2, values: 0, why: 'small' }],
  conflicts: [['a', 'b']],
  reason: 'Styregruppen har bedt om det.',
  data: 'abc',
});

async function logOf(...files: readonly string[]): Promise<Logged[]> {
  const log: Logged[] = [];
  for (const file of files) log.push(await chain(log.at(-1), entry(file)));
  return log;
}

describe('the log of what left', () => {
  test('is numbered, each entry bound to the one before', async () => {
    const log = await logOf('a.html', 'b.html', 'c.html');
    expect(log.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(log[1]?.previous).toBe(log[0]?.hash);
    expect(await firstBroken(log)).toBeUndefined();
    expect(await firstBroken([])).toBeUndefined();
  });

  test.each<[string, (second: Logged) => Logged]>([
    ['its file', (second) => ({ ...second, file: 'x.html' })],
    ['its reason', (second) => ({ ...second, reason: '' })],
    ['when it was', (second) => ({ ...second, at: '2026-11-28T12:00:00.000Z' })],
    ['what was withheld', (second) => ({ ...second, withheld: [] })],
    ['the policy', (second) => ({ ...second, policy: { ...second.policy, minimum: 3 } })],
    ['the conflicts', (second) => ({ ...second, conflicts: [] })],
    ['the data', (second) => ({ ...second, data: '' })],
    ['what it was', (second) => ({ ...second, what: 'table' as const })],
  ])('does not bear that one changes %s', async (_, change) => {
    const log = await logOf('a.html', 'b.html', 'c.html');
    expect(await firstBroken(log.map((each, at) => (at === 1 ? change(each) : each)))).toBe(2);
  });

  test('does not bear that one is taken out, put in or made anew', async () => {
    const log = await logOf('a.html', 'b.html', 'c.html');
    expect(await firstBroken(log.toSpliced(1, 1))).toBe(2);
    expect(await firstBroken(log.toSpliced(0, 1))).toBe(1);
    const anew = await chain(log[0], entry('other.html'));
    expect(await firstBroken([log[0], anew, log[2]].flatMap((each) => each ?? []))).toBe(3);
  });
});
