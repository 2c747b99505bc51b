import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreOm, coreYp } from '../../../src/demonstration/answers/core';
import { family } from '../../../src/demonstration/answers/own';
import { scoreItems } from '../../../src/demonstration/answers/questionnaire';
import {
  keyed,
  scoreSdq,
  scoreSdqScale,
  scoreWho5,
  sdqItems,
} from '../../../src/demonstration/answers/scoring';
import { spreadOut } from '../../../src/demonstration/background';
import { dayOf, isoDate } from '../../../src/demonstration/calendar';
import { calibrate } from '../../../src/demonstration/calibration';
import { writeCsv } from '../../../src/demonstration/csv';
import { seeded, shuffle } from '../../../src/demonstration/random';
import { readTargets } from '../../../src/demonstration/targets';

const fixed = { seed: 20261123, numRuns: 300 };

describe('random', () => {
  it('draws the same from the same name and something else from another', () => {
    const draw = (name: string) => Array.from({ length: 5 }, seeded(name).next);
    expect(draw('pool')).toEqual(draw('pool'));
    expect(draw('pool')).not.toEqual(draw('project'));
    expect(seeded('pool').fork('a').next()).not.toBe(seeded('pool').fork('b').next());
  });

  it('shuffles without losing or doubling', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        expect(shuffle(seeded('x'), values).sort((a, b) => a - b)).toEqual([...values].sort((a, b) => a - b));
      }),
      fixed,
    );
  });
});

describe('calendar', () => {
  it('agrees with the clock of the machine on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
        return isoDate(day) === iso && dayOf(year, month, date) === day;
      }),
      fixed,
    );
  });
});

describe('spreadOut', () => {
  it('gives exactly as many answers as asked for, none off its share by one or more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
        fc.nat(500),
        (weights, count) => {
          const shares = Object.fromEntries(weights.map((weight, index) => [`answer_${index}`, weight]));
          const answers = spreadOut(shares, count);
          expect(answers).toHaveLength(count);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          weights.forEach((weight, index) => {
            const given = answers.filter((answer) => answer === `answer_${index}`).length;
            expect(Math.abs(given - (weight / sum) * count)).toBeLessThan(1);
          });
        },
      ),
      fixed,
    );
  });
});

describe('scoring', () => {
  it('takes the WHO-5 four times, and only when all is answered', () => {
    expect(scoreWho5([5, 5, 5, 5, 5])).toBe(100);
    expect(scoreWho5([1, 2, 3, 4, 3])).toBe(52);
    expect(scoreWho5([1, 2, null, 4, 3])).toBeNull();
  });

  it('turns the backward items of the SDQ, prorates from three of five and rounds half up', () => {
    const worst = sdqItems.map((_, position) => keyed(position, 2));
    expect(scoreSdq(worst)).toBe(40);
    const emotion = sdqItems.map((): number | null => 0);
    emotion[2] = 2;
    emotion[7] = 2;
    emotion[12] = null;
    emotion[15] = null;
    expect(scoreSdqScale(emotion, 'emotion')).toBe(7);
    emotion[23] = null;
    expect(scoreSdqScale(emotion, 'emotion')).toBeNull();
    expect(scoreSdq(emotion)).toBeNull();
  });
});

describe('scoreItems', () => {
  const full = (items: number, tick: number) => Array.from({ length: items }, (): number | null => tick);

  it('turns the backward items, and takes the mean of what is answered where enough is', () => {
    const young = full(10, 4);
    expect(scoreItems(coreYp, 'total', young)).toBe(28);
    young[0] = null;
    expect(scoreItems(coreYp, 'total', young)).toBeCloseTo((24 / 9) * 10);
    young[1] = null;
    expect(scoreItems(coreYp, 'total', young)).toBeNull();
    expect(scoreItems(family, 'index', [3, 3, 3, 3, 1])).toBe(3);
  });

  it('needs all of the CORE-OM’s well-being and risk, eleven of twelve of the rest', () => {
    const adult = full(34, 1);
    expect(scoreItems(coreOm, 'total', adult)).toBe(26 + 8 * 3);
    expect(scoreItems(coreOm, 'wellbeing', adult)).toBe(2);
    adult[3] = null;
    adult[0] = null;
    expect(scoreItems(coreOm, 'wellbeing', adult)).toBeNull();
    expect(scoreItems(coreOm, 'functioning', adult)).toBeCloseTo((5 + 6 * 3) / 11);
    expect(scoreItems(coreOm, 'total', adult)).toBeCloseTo(((25 + 7 * 3) / 32) * 34);
  });
});

describe('calibrate', () => {
  const nudge = (cell: { value: number }) => {
    const old = cell.value;
    cell.value = 1 - cell.value;
    return () => (cell.value = old);
  };
  const goal = (members: { value: number }[], value: number) => ({
    name: 'share',
    value,
    tolerance: 0.49,
    step: 100,
    members,
    of: (cell: { value: number }) => 100 * cell.value,
  });

  it('moves the whole and a part of it to what is printed', () => {
    const cells = Array.from({ length: 200 }, () => ({ value: 0 }));
    calibrate([goal(cells, 30), goal(cells.slice(0, 100), 55)], nudge, seeded('c'));
    const ones = (some: { value: number }[]) => some.filter(({ value }) => value === 1).length;
    expect([ones(cells), ones(cells.slice(0, 100))]).toEqual([60, 55]);
  });

  it('counts only those who count at the moment', () => {
    const cells = Array.from({ length: 100 }, () => ({ value: 1 }));
    const share = goal(cells, 40);
    const asked = { ...goal(cells, 25), of: (cell: { value: number }) => (cell.value === 1 ? 0 : null) };
    expect(() => calibrate([asked], nudge, seeded('c'), 500)).toThrow(/not met/);
    calibrate([share, { ...asked, value: 0 }], nudge, seeded('c'));
    expect(cells.filter(({ value }) => value === 1)).toHaveLength(40);
  });

  it('says which goal so few children cannot meet', () => {
    const cells = Array.from({ length: 3 }, () => ({ value: 0 }));
    expect(() => calibrate([goal(cells, 50)], nudge, seeded('c'), 500)).toThrow(/not met: share/);
  });
});

describe('writeCsv', () => {
  it('writes semicolons, decimal commas, empty fields and quotes', () => {
    const text = writeCsv({
      columns: ['a', 'b;c'],
      rows: [
        [1.5, null],
        ['x "y"', -2],
      ],
    });
    expect(text).toBe('a;"b;c"\n1,5;\n"x ""y""";-2\n');
  });
});

describe('readTargets', () => {
  it('refuses a figure with a word it does not know', () => {
    const line = 'figure: F5-2, population: pairs, value: 53, source: 002 figur 5-2';
    expect(readTargets(`targets: [{ ${line}, measure: mean before }]`)).toHaveLength(1);
    expect(() => readTargets(`targets: [{ ${line}, measure: median }]`)).toThrow();
    expect(() => readTargets(`targets: [{ ${line}, measure: mean before, contradicts: x }]`)).toThrow();
  });
});
