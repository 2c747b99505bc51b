import { describe, expect, test } from 'vitest';
import { builtOf } from '../../../src/lib/chart/built';
import { choose } from '../../../src/lib/chart/choice';
import { columnsAs, fits, type Known } from '../../../src/lib/chart/fit';
import type { Kind } from '../../../src/lib/chart/kind';
import { chartIn, columns } from './charts';

const turned = (body: string, to: Kind, known: readonly Known[] = columns) =>
  choose(body, { kind: 'kind', to }, known);
const chart = (mark: string) => `data: a # herfra\nmarks:\n  - ${mark}`;

describe('another kind of chart', () => {
  test.each<[string, Kind, string]>([
    ['arrow: { x1: before, x2: after, y: sex, n: n }', 'barX', 'barX: { x: after, y: sex }'],
    [
      'arrow: { x1: before, x2: after, y: sex }',
      'shares',
      'shares: { y: sex, down: down, same: same, up: up, n: n }',
    ],
    ['barX: { x: share, y: sex, fill: age_group }', 'dot', 'dot: { x: share, y: sex, fill: age_group }'],
    ['barX: { x: share, y: sex, fill: k2 }', 'line', 'line: { x: sex, y: share, stroke: k2 }'],
    ['barX: { x: share, y: sex }', 'barY', 'barY: { x: sex, y: share }'],
    ['dot: { x: share, y: sex, r: n, fx: age_group }', 'tickX', 'tickX: { x: share, y: sex, fx: age_group }'],
    ['dot: { x: share, y: sex, fill: age_group }', 'arrow', 'arrow: { x1: before, x2: after, y: sex, n: n }'],
    ['shares: { y: sex, down: down, same: same, up: up }', 'barX', 'barX: { x: up, y: sex }'],
    ['dot: { x: sex, y: share }', 'barX', 'barX: { x: before, y: age_group }'],
  ])('%s as %s', (mark, to, expected) => {
    expect(chartIn(turned(chart(mark), to))).toEqual(chartIn(chart(expected)));
    expect(turned(chart(mark), to)).toContain('# herfra');
  });

  test('takes its numbers, their axis and the lines to the other axis', () => {
    const upright = turned(
      'data: a\nx: { domain: [0, 100] } # alt\nmarks:\n  - ruleX: { at: 68, label: norm } # normen\n  - barX: { x: share, y: sex }',
      'barY',
    );
    expect(upright).toBe(
      'data: a\ny: { domain: [0, 100] } # alt\nmarks:\n  - ruleY: { at: 68, label: norm } # normen\n  - barY: { x: sex, y: share }',
    );
    const both = 'data: a\nx: { decimals: 1 }\ny: { decimals: 2 }\nmarks: [{ barX: { x: share, y: sex } }]';
    expect(chartIn(turned(both, 'line'))).toMatchObject({ x: { decimals: 2 }, y: { decimals: 1 } });
  });

  test('has the decimals that an arrow had', () => {
    const bars = turned(chart('arrow: { x1: before, x2: after, y: sex, decimals: 1 }'), 'barX');
    expect(chartIn(bars).x).toEqual({ decimals: 1 });
  });

  test('is not there for columns that cannot make it', () => {
    const few: readonly Known[] = [
      { name: 'sex', type: 'code' },
      { name: 'n', type: 'integer' },
    ];
    const body = chart('barX: { x: n, y: sex }');
    const can = (kind: Kind) => columnsAs(kind, builtOf(chartIn(body)), few) !== undefined;
    expect([can('dot'), can('line'), can('arrow'), can('shares')]).toEqual([true, true, false, false]);
    expect(turned(body, 'arrow', few)).toBe(body);
  });

  test('keeps its columns while none are known', () => {
    expect(turned(chart('barX: { x: q, y: w }'), 'dot', [])).toBe(chart('dot: { x: q, y: w }'));
  });
});

test('a column called like an ink gives no colours, and a number no groups', () => {
  const named = (name: string, type: Known['type']) => fits('colour', { name, type });
  expect([named('sex', 'code'), named('up', 'code'), named('k1', 'text')]).toEqual([true, false, false]);
  expect([
    fits('group', { name: 'share', type: 'number' }),
    fits('value', { name: 'sex', type: 'code' }),
  ]).toEqual([false, false]);
});

test('another result takes the columns along that it has', () => {
  const other: readonly Known[] = [
    { name: 'residence', type: 'code' },
    { name: 'n', type: 'integer' },
    { name: 'share', type: 'number' },
  ];
  const chosen = choose(
    chart('barX: { x: share, y: sex, fill: age_group }'),
    { kind: 'data', data: 'b', columns: other },
    columns,
  );
  expect(chosen).toBe('data: b # herfra\nmarks:\n  - barX: { x: share, y: residence }');
});

test('a choice that would be no chart is not written', () => {
  const body = chart('barX: { x: share, y: sex }');
  expect(choose(body, { kind: 'text', field: 'title', text: 'x'.repeat(401) }, columns)).toBe(body);
  expect(choose('data: a', { kind: 'text', field: 'title', text: 'x' }, columns)).toBe('data: a');
});

test('a second layer is chosen by itself', () => {
  const body = 'data: a\nmarks:\n  - areaY: { x: Måned, y: share }\n  - line: { x: Måned, y: share }';
  const chosen = choose(body, { kind: 'column', channel: 'y', column: 'up' }, columns, 1);
  expect(chosen).toBe(body.replace('line: { x: Måned, y: share }', 'line: { x: Måned, y: up }'));
});
