import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broken, widthOf } from '../../../src/lib/plot/measure';
import { positionIn, roundDomain, ticksIn } from '../../../src/lib/plot/scale';

describe('scales', () => {
  it('puts values in proportion and those outside at the edge', () => {
    const position = positionIn([0, 100], [100, 300]);
    expect([0, 50, 100, 120, -5].map(position)).toEqual([100, 200, 300, 300, 100]);
  });

  it.each([
    [[0, 100], 5, [0, 20, 40, 60, 80, 100]],
    [[0, 20], 5, [0, 5, 10, 15, 20]],
    [[0, 136], 5, [0, 20, 40, 60, 80, 100, 120, 136]],
    [[-1, 1], 4, [-1, -0.5, 0, 0.5, 1]],
  ] as const)('ticks of %j', ([from, to], count, expected) => {
    expect(ticksIn([from, to], count)).toEqual(expected);
  });

  it('holds every value and zero', () => {
    const numbers = fc.array(
      fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 128),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(numbers, (values) => {
        const [from, to] = roundDomain(values);
        expect(Math.min(0, ...values)).toBeGreaterThanOrEqual(from);
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(to);
        expect(to).toBeGreaterThan(from);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});

describe('words in a given width', () => {
  it('never takes more lines or room than there is', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.integer({ min: 40, max: 300 }), (words, width) => {
        const lines = broken(words, width, 14, 600, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line, 14, 600)).toBeLessThanOrEqual(width);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});
