import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tooMany, type Dated } from '../../../../src/lib/workbench/library/thin';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.UTC(2026, 10, 29, 12);
const left = (versions: readonly Dated[], now: number) => {
  const gone = tooMany(versions, now);
  return versions.filter((version) => !gone.includes(version)).map(({ at }) => at);
};

test('all of the last hour stay, then the last of each hour, each day, each month', () => {
  const ages = [1, 2, 59, 61, 62, 110, 26 * 60, 27 * 60, 32 * 24 * 60, 33 * 24 * 60].map((at) => at * minute);
  const versions = ages.map((age) => ({ at: noon + 30 * minute - age }));
  expect(left(versions, noon + 30 * minute).map((at) => (noon + 30 * minute - at) / minute)).toEqual([
    1,
    2,
    59,
    61,
    110,
    26 * 60,
    32 * 24 * 60,
  ]);
});

const versions = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: noon - 90 * day, max: noon }), label: fc.constantFrom('x', undefined) }),
  { selector: ({ at }) => at },
);

test('one with a name stays for ever, and so does the last one', () => {
  fc.assert(
    fc.property(versions, (given) => {
      const gone = tooMany(given, noon);
      expect(gone.filter(({ label }) => label !== undefined)).toEqual([]);
      expect(gone).not.toContain(given.toSorted((a, b) => b.at - a.at)[0]);
    }),
  );
});

test('to thin twice is to thin once, and each step of age keeps one of its own', () => {
  fc.assert(
    fc.property(versions, (given) => {
      const once = given.filter((version) => !tooMany(given, noon).includes(version));
      expect(tooMany(once, noon)).toEqual([]);
      const days = (from: readonly Dated[]) =>
        new Set(from.filter(({ at }) => at > noon - 29 * day).map(({ at }) => Math.floor(at / day)));
      expect(days(once)).toEqual(days(given));
    }),
  );
});

test('a version kept every five minutes for a hundred days is seventy of them', () => {
  let kept: Dated[] = [];
  for (let now = noon; now < noon + 100 * day; now += 5 * minute) {
    kept = [...kept, { at: now }];
    const gone = new Set(tooMany(kept, now));
    kept = kept.filter((version) => !gone.has(version));
  }
  expect(kept.length).toBeLessThan(75);
  expect(kept.length).toBeGreaterThan(12 + 22 + 28);
});

test('one that the clock says is still to come stays', () => {
  expect(left([{ at: noon + day }, { at: noon + day + 1 }, { at: noon }], noon)).toHaveLength(3);
});
