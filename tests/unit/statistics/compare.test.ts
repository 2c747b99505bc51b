import { describe, expect, test } from 'vitest';
import { compare, type Comparison, type Group } from '../../../src/lib/statistics/compare';

const named = (name: string, before: Group['before'], after: Group['after']): Group => ({
  name,
  before,
  after,
});
const seven = named('seven', [20, 36, 28, 44, 12, 60, 52], [24, 32, 40, 44, 32, 76, 60]);
const three = named('three', [20, 36, 28], [44, 40, 52]);
const empty = named('empty', [null, 12], [40, null]);

const allNumbers = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(allNumbers)
      : [];

describe('compare', () => {
  test('gives every group its numbers, in their order', () => {
    const { groups } = compare([seven, three, empty], { better: 'higher' });
    expect(groups.map(({ name, n, incomplete }) => [name, n, incomplete])).toEqual([
      ['seven', 7, 0],
      ['three', 3, 0],
      ['empty', 0, 2],
    ]);
    expect(groups[0]).toMatchObject({
      change: { mean: 8 },
      pairedT: { kind: 'paired-t', df: 6 },
      signedRank: { kind: 'signed-rank', method: 'exact', zeros: 'wilcoxon', n: 6 },
      directions: { better: { count: 5, n: 7 }, same: { count: 1 }, worse: { count: 1 } },
      states: null,
    });
  });

  test('gives three pairs their interval and no test', () => {
    const [group] = compare([three], { better: 'higher' }).groups;
    const few = { kind: 'too-few', n: 3, needed: 6 };
    expect(group).toMatchObject({
      pairedT: few,
      signedRank: few,
      change: { interval: { kind: 'interval' } },
    });
  });

  test('says of an empty group that there are no pairs', () => {
    const none = { kind: 'undefined', reason: 'no-pairs' };
    expect(compare([empty], { better: 'higher' }).groups[0]).toEqual({
      name: 'empty',
      n: 0,
      incomplete: 2,
      before: { mean: null, sd: null },
      after: { mean: null, sd: null },
      change: { mean: null, sd: null, interval: none },
      correlation: null,
      effects: { dz: none, dav: none, gz: none, gav: none },
      pairedT: { kind: 'too-few', n: 0, needed: 6 },
      signedRank: { kind: 'too-few', n: 0, needed: 6 },
      directions: {
        better: { count: 0, n: 0, share: null, interval: none },
        same: { count: 0, n: 0, share: null, interval: none },
        worse: { count: 0, n: 0, share: null, interval: none },
      },
      states: null,
    });
  });

  test('leaves out rows where a side is missing or not a number', () => {
    const gaps = named('gaps', [1, null, 3, NaN, 5], [2, 2, null, 4]);
    expect(compare([gaps], { better: 'higher' }).groups[0]).toMatchObject({ n: 1, incomplete: 4 });
  });

  test('says of one pair what it says, and of two that g needs three', () => {
    const groups = [named('one', [3], [5]), named('two', [3, 9], [5, 14])];
    const [one, two] = compare(groups, { better: 'higher' }).groups;
    expect(one).toMatchObject({
      change: { mean: 2, sd: null, interval: { reason: 'one-pair' } },
      effects: { dz: { reason: 'one-pair' } },
    });
    expect(two).toMatchObject({
      effects: { dz: { kind: 'estimate' }, gz: { reason: 'two-pairs' }, gav: { reason: 'two-pairs' } },
    });
  });

  test('sees that decimals which only round are equal', () => {
    const before = [0.1, 0.2, 0.3, 0.7, 1.1, 2.3];
    const same = named(
      'same',
      before,
      before.map((x) => x + 0.1 + 0.2),
    );
    expect(compare([same], { better: 'lower' }).groups[0]).toMatchObject({
      pairedT: { reason: 'no-spread' },
      effects: { dz: { reason: 'no-spread' }, dav: { kind: 'estimate', interval: { reason: 'no-spread' } } },
      directions: { worse: { count: 6 } },
      signedRank: { p: 0.03125, v: 21 },
    });
    const back = named(
      'back',
      before,
      before.map((x) => x + 0.3 - 0.1 - 0.2),
    );
    expect(compare([back], { better: 'lower' }).groups[0]).toMatchObject({
      directions: { same: { count: 6 } },
      signedRank: { reason: 'no-change' },
    });
  });

  test('takes states', () => {
    const states = {
      before: [true, true, true, true, true, true, false],
      after: [false, false, false, false, false, false, true],
    };
    expect(compare([{ ...seven, states }], { better: 'higher' }).groups[0]?.states).toEqual({
      kind: 'mcnemar',
      method: 'exact',
      n: 7,
      gained: 1,
      lost: 6,
      statistic: null,
      p: 0.125,
    });
  });

  test('holds the second of two groups against the first, and others against the one named', () => {
    const pairsIn = ({ differences }: Comparison) =>
      differences.map(({ group, against }) => `${group} − ${against}`);
    expect(pairsIn(compare([seven, three], { better: 'higher' }))).toEqual(['three − seven']);
    expect(pairsIn(compare([seven], { better: 'higher' }))).toEqual([]);
    expect(pairsIn(compare([seven, three, empty], { better: 'higher' }))).toEqual([]);
    expect(pairsIn(compare([seven, three, empty], { better: 'higher', against: 'three' }))).toEqual([
      'seven − three',
      'empty − three',
    ]);
  });

  test('has no number of a difference to an empty group', () => {
    const none = { kind: 'undefined', reason: 'no-pairs' };
    const few = { kind: 'too-few', n: 0, needed: 6 };
    expect(compare([seven, empty], { better: 'higher' }).differences[0]).toEqual({
      group: 'empty',
      against: 'seven',
      change: none,
      effect: { d: none, g: none },
      better: none,
      worse: none,
      fisher: { better: few, worse: few },
    });
  });

  test('lets no NaN and no infinity out', () => {
    const groups = [
      seven,
      three,
      empty,
      named('flat', [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]),
      named('one', [1], [2]),
    ];
    const comparisons = groups.map((one) => compare(groups, { better: 'lower', against: one.name }));
    expect(comparisons.flatMap(allNumbers).filter((x) => !Number.isFinite(x))).toEqual([]);
  });
});
