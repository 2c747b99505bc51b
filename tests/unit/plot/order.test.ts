import { describe, expect, test } from 'vitest';
import { Chart } from '../../../src/lib/notebook/chart';
import { drawChart } from '../../../src/lib/plot/draw';
import { inOrder } from '../../../src/lib/plot/order';
import type { Column, Value } from '../../../src/lib/results/result';
import { clearedOf, newDocument, resultOf, wordsIn } from './case';

const column = (name: string, type: Column['type'], ...values: Value[]): Column => ({ name, type, values });
const cleared = clearedOf(
  resultOf([
    column('who', 'text', null, 'Ost', 'Is', 'Fisk', 'Brød', 'Smør', 'Vin'),
    column('before', 'number', 5, 9, 1, 2, 3, 4, 7),
    column('after', 'number', 6, 3, 99, 8, null, 7, 5),
    // With the one of four hidden, the next would tell of it, and is hidden too.
    column('n', 'integer', 104, 40, 4, 10, 20, 20, 10),
  ]),
  { kind: 'minimum', minimum: 5 },
);
const arrows = (order?: string) =>
  Chart.parse({ data: 'a', order, marks: [{ arrow: { x1: 'before', x2: 'after', y: 'who' } }] });
const namesIn = (chart: Chart) => inOrder(chart, cleared).columns[0]?.values;

describe('the rows of a chart', () => {
  test('stand as the query has them, where nothing is said', () => {
    expect(inOrder(arrows(), cleared)).toBe(cleared);
  });

  test.each([
    ['rising', [null, 'Ost', 'Vin', 'Smør', 'Is', 'Fisk', 'Brød']],
    ['falling', [null, 'Smør', 'Vin', 'Ost', 'Is', 'Fisk', 'Brød']],
  ])(
    '%s: the total first, and last those without a number, the hidden among them as they stood',
    (order, names) => {
      expect(namesIn(arrows(order))).toEqual(names);
      const { withheld, counts } = inOrder(arrows(order), cleared);
      expect(withheld.map((why) => why !== null)).toEqual([false, false, false, false, true, true, false]);
      expect(counts.slice(3, 6)).toEqual([expect.any(Number), null, null]);
    },
  );

  test('a total that is last stays last', () => {
    const turned = clearedOf(
      resultOf([
        column('who', 'text', 'a', 'b', null),
        column('x', 'number', 1, 2, 9),
        column('n', 'integer', 9, 8, 17),
      ]),
      { kind: 'none' },
    );
    const bars = Chart.parse({ data: 'a', order: 'falling', marks: [{ barX: { x: 'x', y: 'who' } }] });
    expect(inOrder(bars, turned).columns[0]?.values).toEqual(['b', 'a', null]);
  });

  test('of shares go by how many went forward, whatever the shares are counted in', () => {
    const counted = clearedOf(
      resultOf([
        column('who', 'text', 'a', 'b', 'c'),
        column('down', 'integer', 1, 8, 0),
        column('same', 'integer', 1, 1, 0),
        column('up', 'integer', 8, 9, 7),
        column('n', 'integer', 10, 18, 7),
      ]),
      { kind: 'none' },
    );
    const chart = Chart.parse({
      data: 'a',
      order: 'falling',
      marks: [{ shares: { y: 'who', down: 'down', same: 'same', up: 'up' } }],
    });
    expect(inOrder(chart, counted).columns[0]?.values).toEqual(['c', 'a', 'b']);
  });

  test.each([
    ['barY', 'falling'],
    ['dot', 'falling'],
  ])('of %s too, along x', (kind, order) => {
    const chart = Chart.parse({ data: 'a', order, marks: [{ [kind]: { x: 'who', y: 'before' } }] });
    expect(namesIn(chart)).toEqual([null, 'Ost', 'Vin', 'Smør', 'Brød', 'Is', 'Fisk']);
  });

  test('of a line keep their order: it would run back and forth', () => {
    const chart = Chart.parse({ data: 'a', order: 'rising', marks: [{ line: { x: 'before', y: 'after' } }] });
    expect(inOrder(chart, cleared)).toBe(cleared);
  });

  test('are drawn and spoken in that order', () => {
    const drawn = drawChart(arrows('falling'), cleared, wordsIn('da'), { width: 680 }, newDocument());
    const spoken = drawn.getAttribute('aria-label') ?? '';
    const names = ['Samlet', 'Smør', 'Vin', 'Ost', 'Is', 'Fisk', 'Brød'];
    const places = (text: string) => names.map((name) => text.indexOf(name));
    for (const found of [places(spoken), places(drawn.innerHTML)]) {
      expect(found.every((place) => place >= 0)).toBe(true);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }
  });
});
