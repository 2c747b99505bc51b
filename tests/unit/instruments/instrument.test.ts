import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { bandCase } from '../../../src/lib/instruments/bands';
import { calculationOf } from '../../../src/lib/instruments/definitions';
import { Instrument } from '../../../src/lib/instruments/instrument';
import { mergeOrders } from '../../../src/lib/instruments/orders';
import { leastAnswered } from '../../../src/lib/instruments/scoring';

const text = readFileSync(new URL('../../../src/lib/instruments/sdq_p.yaml', import.meta.url), 'utf8');

const sdq = instruments.find(({ name }) => name === 'sdq_p');

describe('instrument files', () => {
  test.each(instruments.map((instrument) => [instrument.name, instrument] as const))(
    '%s: limits cover the scale from its lowest score',
    (_, { bandings, scales }) => {
      for (const { limits } of bandings) {
        for (const { scale, starts } of limits) {
          const range = scales.find(({ name }) => name === scale)?.range ?? [NaN, NaN];
          expect(starts[0]?.from).toBe(range[0]);
          expect(starts.at(-1)?.from).toBeLessThan(range[1]);
        }
      }
    },
  );

  test('the SDQ turns exactly five items', () => {
    const turned = sdq?.items.filter((item) => item.reversed);
    expect(turned?.map(({ name }) => name)).toEqual([
      'pobeys',
      'pfriend',
      'ppopular',
      'preflect',
      'pattends',
    ]);
  });

  test.each([
    ['an item that is not there', 'items: [psomatic,', 'items: [psomatick,', /unknown-name: psomatick/],
    [
      'a scale used before it is made',
      'scales: [emotion, peer]',
      'scales: [emotion, impact]',
      /made-later: impact/,
    ],
    ['a banding that is not there', 'banding: fourfold', 'banding: fivefold', /unknown-name: fivefold/],
    ['an unknown field', 'table: sdq_p', 'table: sdq_p\nwording: no', /wording/],
  ])('refuses %s', (_, right, wrong, message) => {
    expect(text).toContain(right);
    const result = Instrument.safeParse(parse(text.replace(right, wrong)));
    expect(result.success).toBe(false);
    expect(String(result.error)).toMatch(message);
  });
});

test('a limit from memory gives no band', () => {
  const limits = {
    scale: 'total',
    starts: [{ band: 'low', from: 0 }],
    source: 'none',
    status: 'memory' as const,
  };
  expect(bandCase([limits], 'score')).toBe('NULL::band');
  expect(bandCase([{ ...limits, status: 'seen' }], 'score')).toBe(
    `CASE WHEN score >= 0 THEN 'low'::band END`,
  );
});

test('a share that may be missing is counted in whole items', () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => `item${index}`);
  const least = (count: number) =>
    leastAnswered({
      kind: 'mean',
      items: items(count),
      factor: 1,
      needs: { missingShare: 0.1 },
      round: 'none',
    });
  expect([34, 28, 30, 12, 10, 6, 4].map(least)).toEqual([31, 26, 27, 11, 9, 6, 4]);
});

test('orders merge without changing either', () => {
  expect(mergeOrders([['total'], ['emotion', 'peer', 'total', 'impact']])).toEqual([
    'emotion',
    'peer',
    'total',
    'impact',
  ]);
  expect(
    mergeOrders([
      ['a', 'b'],
      ['b', 'a'],
    ]),
  ).toEqual(['a', 'b']);
  expect(mergeOrders([])).toEqual([]);
});

test('the shown calculation says the rule in the reader’s language', () => {
  const [who5] = instruments;
  if (!who5) throw new Error('no instrument');
  expect(calculationOf(who5, 'total')).toContain('Alle fem skal være besvaret.');
  expect(calculationOf(who5, 'total', 'en')).toContain('All five must be answered.');
  expect(calculationOf(who5, 'total')).toContain('(who5_1 + who5_2 + who5_3 + who5_4 + who5_5) * 4 AS total');
});
