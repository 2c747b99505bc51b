import { expect, test } from 'vitest';
import { phraseProblem } from '../../../../src/lib/workbench/remembered/phrase';
import { Remembering } from '../../../../src/lib/workbench/remembered/remembering.svelte';
import { holdingOf, recordStore } from './records';

const phrase = 'en lang sætning';
const one = holdingOf({ 'who5.csv': 'course_id,wave\nc1,before\n' });
const two = holdingOf({ 'who5.csv': 'course_id,wave\nc1,before\n', 'courses.csv': 'course_id\nc1\n' });
const demonstration = { ...one, exports: one.exports.map((each) => ({ ...each, synthetic: true })) };

let clock = 1_000;
const now = () => clock;

test('nothing is written until it is asked for, and all is gone when it is turned off', async () => {
  const store = recordStore();
  const remembering = new Remembering(now, store);
  remembering.follow(one);
  await remembering.settled();
  expect([remembering.state, store.records.size]).toEqual([{ kind: 'off' }, 0]);
  await remembering.start(phrase, one);
  expect(remembering.state).toMatchObject({ kind: 'on', files: 1, until: 1_000 + 90 * 86_400_000 });
  remembering.follow(two);
  await remembering.settled();
  expect(remembering.state).toMatchObject({ kind: 'on', files: 2 });
  const stopping = remembering.stop();
  remembering.follow(one);
  await stopping;
  await remembering.settled();
  expect([remembering.state, store.records.size]).toEqual([{ kind: 'off' }, 0]);
});

test('the demonstration takes no place: what is remembered stays, and later files are not added to it', async () => {
  const store = recordStore();
  const remembering = new Remembering(now, store);
  await remembering.start(phrase, one);
  const before = new Map(store.records);
  remembering.follow(demonstration);
  remembering.follow(two);
  await remembering.settled();
  expect(remembering.state).toEqual({ kind: 'off' });
  expect(store.records).toEqual(before);
});

test('a change on its way when it is turned off is gone, too', async () => {
  const store = recordStore();
  const slow: typeof store = {
    ...store,
    write: async (change) => {
      await new Promise((done) => setTimeout(done, 30));
      return store.write({ ...change, known: undefined });
    },
  };
  const remembering = new Remembering(now, slow);
  await remembering.start(phrase, one);
  remembering.follow(two);
  await new Promise((done) => setTimeout(done, 15));
  await remembering.stop();
  await new Promise((done) => setTimeout(done, 60));
  expect([remembering.state, store.records.size]).toEqual([{ kind: 'off' }, 0]);
});

test('it ends on its day in an open tab', async () => {
  const store = recordStore();
  const remembering = new Remembering(now, store);
  await remembering.start(phrase, one);
  clock += 90 * 86_400_000;
  remembering.follow(two);
  await remembering.settled();
  expect([remembering.state, store.records.size]).toEqual([{ kind: 'off' }, 0]);
});

test('why something is not remembered is told: another tab, no room, a file that is not there', async () => {
  const store = recordStore();
  const remembering = new Remembering(now, store);
  const failing = holdingOf({});
  const files = [{ name: 'x.csv', size: 1, read: () => Promise.reject(new Error('moved')) }];
  const moved = { ...failing, exports: [{ dataset: 'export', synthetic: false, files }] };
  await remembering.start(phrase, moved);
  expect([remembering.state, store.records.size]).toEqual([
    { kind: 'off', why: { kind: 'other', message: 'moved' } },
    0,
  ]);
  await remembering.start(phrase, one);
  remembering.follow(moved);
  await remembering.settled();
  expect(remembering.state).toMatchObject({
    kind: 'on',
    files: 1,
    behind: { kind: 'other', message: 'moved' },
  });
  const full = new Remembering(now, {
    ...store,
    write: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
  });
  await full.start(phrase, one);
  expect(full.state).toEqual({ kind: 'off', why: { kind: 'room' } });
  store.records.clear();
  remembering.follow(two);
  await remembering.settled();
  expect(remembering.state).toEqual({ kind: 'off', why: { kind: 'elsewhere' } });
});

test('a pass-phrase is long enough and typed twice', () => {
  expect(phraseProblem('kort', 'kort')).toBe('short');
  expect(phraseProblem('           a', '           a')).toBe('short');
  expect(phraseProblem('👩‍👧', '👩‍👧')).toBe('short');
  expect(phraseProblem(phrase, `${phrase}.`)).toBe('differs');
  expect(phraseProblem(phrase, phrase)).toBeUndefined();
});
