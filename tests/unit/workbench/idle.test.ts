import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  idlenessOf,
  lockChoices,
  readLock,
  writeLock,
  type LockAfter,
} from '../../../src/lib/workbench/idle/idle';
import { IdleWatch } from '../../../src/lib/workbench/idle/idle-watch.svelte';

const minute = 60_000;

test('a page is warned in its last minute, and then it is over', () => {
  const at = (minutes: number) => idlenessOf(0, minutes * minute, 15);
  expect([at(0), at(13.99)]).toEqual([{ kind: 'used' }, { kind: 'used' }]);
  expect([at(14), at(14.99)]).toEqual(Array(2).fill({ kind: 'warned', locksAt: 15 * minute }));
  expect([at(15), at(10_000)]).toEqual(Array(2).fill({ kind: 'over' }));
  expect(idlenessOf(0, 1e12, null)).toEqual({ kind: 'used' });
});

test('a choice is read as it was written, and anything else is the usual one', () => {
  for (const choice of lockChoices) expect(readLock(writeLock(choice))).toBe(choice);
  fc.assert(
    fc.property(fc.option(fc.string()), (text) => {
      expect(lockChoices).toContain(readLock(text));
    }),
  );
  expect([readLock(null), readLock(''), readLock('0'), readLock('1e9')]).toEqual([15, 15, 15, 15]);
});

describe('watching', () => {
  let clock = 0;
  let after: LockAfter = 15;
  let locks = 0;
  beforeEach(() => ([clock, after, locks] = [1_000, 15, 0]));
  const open = () => new IdleWatch({ now: () => clock, after: () => after, onLock: () => (locks += 1) });

  test('use puts the lock off, also while it is warned of', () => {
    const watch = open();
    clock += 14.5 * minute;
    watch.check();
    watch.used('moved');
    expect(watch.idleness.kind).toBe('warned');
    watch.used('pressed');
    expect(watch.idleness.kind).toBe('used');
    clock += 10 * minute;
    watch.used('moved');
    clock += 13 * minute;
    watch.check();
    expect([watch.idleness.kind, locks]).toEqual(['used', 0]);
    clock += 2 * minute;
    watch.check();
    watch.check();
    watch.used('pressed');
    expect([watch.idleness.kind, locks]).toEqual(['over', 1]);
  });

  test('whoever wakes a computer that slept too long comes too late', () => {
    const watch = open();
    clock += 8 * 60 * minute;
    watch.used('pressed');
    expect([watch.idleness.kind, locks]).toEqual(['over', 1]);
  });

  test('where there is nothing to lock nothing locks, and time counts from when there is', () => {
    after = null;
    const watch = open();
    clock += 60 * minute;
    watch.check();
    expect([watch.idleness.kind, locks]).toEqual(['used', 0]);
    after = 5;
    watch.check();
    expect([watch.idleness.kind, locks]).toEqual(['used', 0]);
  });

  test('a clock that is set back makes nobody idle, and does not keep the page open', () => {
    const watch = open();
    clock -= 24 * 60 * minute;
    watch.check();
    expect(watch.idleness.kind).toBe('used');
    clock += 15 * minute;
    watch.check();
    expect(locks).toBe(1);
  });
});
