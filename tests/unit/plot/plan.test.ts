import { expect, test } from 'vitest';
import { Chart } from '../../../src/lib/notebook/chart';
import { bandsOf, rulesOf } from '../../../src/lib/plot/plan';

const chart = (domain?: readonly [number, number]) =>
  Chart.parse({
    data: 'a',
    x: domain && { domain },
    marks: [
      {
        bands: [
          { from: 0, to: 35, fill: 'b1' },
          { from: 35, to: 50, fill: 'b2' },
        ],
      },
      { ruleX: [20, 68] },
      { ruleY: { at: 300 } },
      { dot: { x: 'x', y: 'y' } },
    ],
  });
const drawn = (of: Chart) => ({
  bands: bandsOf(of).map(({ from, to }) => [from, to]),
  rules: rulesOf(of, 'x').map(({ at }) => at),
});

test.each<[readonly [number, number] | undefined, ReturnType<typeof drawn>]>([
  [
    undefined,
    {
      bands: [
        [0, 35],
        [35, 50],
      ],
      rules: [20, 68],
    },
  ],
  [
    [0, 100],
    {
      bands: [
        [0, 35],
        [35, 50],
      ],
      rules: [20, 68],
    },
  ],
  [
    [20, 40],
    {
      bands: [
        [20, 35],
        [35, 40],
      ],
      rules: [20],
    },
  ],
  [[100, 40], { bands: [[40, 50]], rules: [68] }],
])('on an axis of %s fields go as far as it does, and lines outside it are not drawn', (domain, expected) => {
  expect(drawn(chart(domain))).toEqual(expected);
  expect(rulesOf(chart(domain), 'y')).toHaveLength(1);
});
