import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { InputCell } from '../../../src/lib/notebook/cell';
import type { InputValue } from '../../../src/lib/notebook/input';
import { readCell } from '../../../src/lib/notebook/read-cell';
import { setInput } from '../../../src/lib/notebook/set-input';

vi.setConfig({ testTimeout: 60_000 });

function input(body: string): InputCell {
  const { cell, problems } = readCell('input x', body, 1);
  if (cell.kind !== 'input') throw new Error(problems[0]?.what);
  return cell;
}

describe('setInput changes the value and nothing else', () => {
  test.each<[string, InputValue, string]>([
    [
      '# valg\ntype: select # én\nvalue:   BRUS # her\nlabel:   "Projekt"',
      'BALLAST',
      '# valg\ntype: select # én\nvalue:   BALLAST # her\nlabel:   "Projekt"',
    ],
    ['type: select', 'a', 'type: select\nvalue: a'],
    ['type: select\nvalue:\nall: Alle', 'a', 'type: select\nvalue: a\nall: Alle'],
    ['type: select\nvalue: a\nall: Alle', null, 'type: select\nvalue: null\nall: Alle'],
    ['type: select\nvalue: a', undefined, 'type: select\nvalue: null'],
    ['type: select\nvalue: a', '2018', 'type: select\nvalue: "2018"'],
    ['{ type: text, value: a, label: b }', 'c, }', '{ type: text, value: "c, }", label: b }'],
    ['{type: select, label: b}', 'c', '{ type: select, label: b, value: c }'],
    ['type: multi-select\nvalue: [a,  b] # to', ['b'], 'type: multi-select\nvalue: [ b ] # to'],
    ['type: multi-select\nvalue:\n  - a\n  - b\nall: Alle', [], 'type: multi-select\nvalue: []\nall: Alle'],
    ['type: text\nvalue: |\n  a\n  b\nlabel: c', 'd', 'type: text\nvalue: d\nlabel: c'],
    ['type: number\nvalue: 1', 2.5, 'type: number\nvalue: 2.5'],
    ['type: range\nmin: 0\nmax: 9\nvalue: [1, 2]', [3, 4], 'type: range\nmin: 0\nmax: 9\nvalue: [ 3, 4 ]'],
    ['type: date\nvalue: 2018-01-01', '2019-02-03', 'type: date\nvalue: 2019-02-03'],
    ['type: checkbox\nvalue: true', false, 'type: checkbox\nvalue: false'],
  ])('%j with %j', (body, value, expected) => {
    expect(setInput(input(body), value)).toEqual(input(expected));
  });

  test.each<[string, InputValue]>([
    ['type: number\nvalue: 1', 'x'],
    ['type: date\nvalue: 2018-01-01', 'i går'],
    ['type: range\nmin: 0\nmax: 9\nvalue: [1, 2]', 3],
    ['type: checkbox\nvalue: true', null],
  ])('%j cannot hold %j and stays', (body, value) => {
    const cell = input(body);
    expect(setInput(cell, value)).toBe(cell);
  });

  test('any text and any list can be held', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (one, many) => {
        const written = setInput(input('type: text # t\nvalue: a # v'), one);
        expect(written.spec.value).toBe(one);
        expect(written).toEqual(input(written.body));
        const list = setInput(input('type: multi-select\nvalue: [a]\nlabel: b'), many);
        expect(list.spec.value).toEqual(many);
        expect(list).toEqual(input(list.body));
      }),
      { seed: 20261123, numRuns: 80 },
    );
  });
});
