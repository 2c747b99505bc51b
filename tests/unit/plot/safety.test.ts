import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chart } from '../../../src/lib/notebook/chart';
import { describeChart } from '../../../src/lib/plot/describe';
import { drawChart } from '../../../src/lib/plot/draw';
import { caseNames, clearedOf, newDocument, readCase, resultOf, wordsIn } from './case';

const policy = { kind: 'minimum', minimum: 5 } as const;

const marks = [
  { arrow: { x1: 'before', x2: 'after', y: 'who' } },
  { shares: { y: 'who', down: 'before', same: 'n', up: 'after' } },
  { barX: { x: 'after', y: 'who' } },
  { barY: { x: 'who', y: 'after' } },
  { dot: { x: 'before', y: 'after', fill: 'who', r: 'n' } },
  { text: { x: 'before', y: 'after', text: 'after' } },
];

function drawn(
  mark: unknown,
  who: readonly string[],
  before: readonly number[],
  n: readonly number[],
): Element {
  const result = resultOf([
    { name: 'who', type: 'text', values: who },
    { name: 'before', type: 'number', values: before },
    { name: 'after', type: 'number', values: before.map((value) => value + 3) },
    { name: 'n', type: 'integer', values: n },
  ]);
  const chart = Chart.parse({ data: 'x', marks: [mark] });
  return drawChart(chart, clearedOf(result, policy), wordsIn('da'), { width: 680, id: 'x' }, newDocument());
}

describe('a drawing holds nothing that is withheld', () => {
  it('is the same whatever the withheld numbers are', () => {
    const small = fc.integer({ min: 0, max: 4 });
    const value = fc.double({ min: 1, max: 99, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...marks), value, value, small, small, (mark, one, other, few, fewer) => {
        const draw = (hidden: number, n: number) =>
          drawn(mark, ['a', 'b', 'c'], [20, hidden, 50], [40, n, 60]).outerHTML;
        expect(draw(one, few)).toBe(draw(other, fewer));
      }),
      { seed: 20261123, numRuns: 24 },
    );
  });

  it('says in words that a row is withheld', () => {
    const svg = drawn(marks[0], ['Far', 'Mor'], [20, 30], [40, 4]);
    expect(svg.outerHTML).toContain('skjult for at beskytte grupper under 5');
    expect(svg.outerHTML).toContain('Mor');
  });
});

describe('words in a drawing are only words', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"onload="alert(1)',
    "' onclick='x",
    '<img src=x onerror=y>',
    'javascript:x',
  ];
  const elements = new Set('svg g rect line path circle text tspan defs pattern'.split(' '));

  it.each(marks.map((mark) => [Object.keys(mark)[0], mark] as const))('in %s', (_, mark) => {
    const before = hostile.map((_, index) => index * 7 + 1);
    const svg = drawn(mark, hostile, before, [20, 30, 40, 50, 60]);
    const root = newDocument().createElement('div');
    root.innerHTML = svg.outerHTML;
    for (const element of root.querySelectorAll('*')) {
      expect(elements).toContain(element.tagName.toLowerCase());
      const names = [...element.attributes].map(({ name }) => name.toLowerCase());
      expect(
        names.filter((name) => name.startsWith('on') || name.includes('href') || name === 'style'),
      ).toEqual([]);
    }
    if (!('shares' in mark || 'text' in mark))
      expect(root.querySelector('svg')?.getAttribute('aria-label')).toContain('<img src=x onerror=y>');
  });
});

describe('every drawing', () => {
  it.each(caseNames)('%s has no colour of its own, no style sheet, and reads as words', (name) => {
    const { chart, cleared, words, width } = readCase(name);
    const svg = drawChart(chart, cleared, words, { width }, newDocument());
    expect(svg.outerHTML).not.toMatch(/<style|#[0-9a-f]{3,8}"|rgb\(/);
    for (const paint of svg.outerHTML.matchAll(/(?:fill|stroke)="([^"]*)"/g)) {
      expect(paint[1]).toMatch(/^(var\(--[a-z0-9-]+\)|none|currentColor|url\(#hatch-\d+\))$/);
    }
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe(describeChart(chart, cleared, words));
  });

  it('hatches tilbagegang, so that it is seen without colour', () => {
    const { chart, cleared, words } = readCase('direction');
    const [one, other] = [1, 2].map(() => drawChart(chart, cleared, words, { width: 680 }, newDocument()));
    const id = one?.querySelector('pattern')?.getAttribute('id');
    expect(one?.querySelectorAll(`rect[fill="url(#${id})"]`).length).toBe(5);
    expect(other?.querySelector('pattern')?.getAttribute('id')).not.toBe(id);
  });

  it('says which column is missing instead of drawing', () => {
    const { chart, cleared, words } = readCase('wellbeing');
    const without = { ...cleared, columns: cleared.columns.filter((column) => column.name !== 'after') };
    expect(drawChart(chart, without, words, { width: 680 }, newDocument()).textContent).toContain('after');
  });
});

describe('the text alternative', () => {
  it('reads groups, values, counts, lines and fields', () => {
    const { chart, cleared, words } = readCase('wellbeing');
    const said = describeChart(chart, cleared, words);
    expect(said).toContain('Samlet: fra 53 til 67, n\u00a0=\u00a0651.');
    expect(said).toContain('Streg ved 68: befolkningen 68.');
    expect(said).toContain('Felt fra 0 til 35: stor risiko.');
  });

  it('says small and withheld groups', () => {
    const { chart, cleared, words } = readCase('lower-is-better');
    const said = describeChart(chart, cleared, words);
    expect(said).toContain('Øvrige: fra 15,7 til 13,9, n\u00a0=\u00a09, lille n.');
    expect(said).toContain('Mor: skjult for at beskytte grupper under 5.');
  });
});
