import { describe, expect, test } from 'vitest';
import { isAsPrinted } from '../../../src/evaluation/evaluate';
import { lookUp } from '../../../src/evaluation/look-up';
import { numberIn, PublishedObject, readPublished, valuesOf } from '../../../src/evaluation/published';
import type { Result } from '../../../src/lib/results/result';

test.each([
  ['14 pct.', 14],
  ['34pct.', 34],
  ['4,06', 4.06],
  ['3.766', 3766],
  ['-19,6', -19.6],
  ['- 0,8', -0.8],
  ['32,66', 32.66],
  ['0', 0],
])('%s is read', (printed, value) => expect(numberIn(printed)).toBe(value));

test('a word is no number until somebody says which', () => {
  expect(numberIn('ni')).toBeNaN();
  const numbers = readPublished()
    .flatMap(valuesOf)
    .filter(({ kind }) => kind === 'computed' || kind === 'constant');
  expect(numbers.filter(({ value }) => Number.isNaN(value))).toEqual([]);
});

test('whatever is not compared says why, unless it was lost or waits', () => {
  const silent = readPublished()
    .flatMap(valuesOf)
    .filter(({ kind, why }) => (kind === 'contradicted' || kind === 'not-data') && !why);
  expect(silent.map(({ object, row, column }) => [object.object, row, column])).toEqual([]);
});

describe('what is said nearest to a value holds', () => {
  const object = PublishedObject.parse({
    object: 'X',
    title: 'X',
    document: '002',
    cell: 'a/b',
    at: { age: 'all' },
    columns: {
      Før: { take: 'before', n: 12 },
      Efter: { take: 'after', n: { printed: 9, cell: 'a/c', at: { wave: 1 } } },
    },
    rows: [
      {
        label: 'Piger',
        at: { sex: 'girl' },
        n: 7,
        printed: { Før: '1,5', Efter: '2' },
        except: { Efter: { kind: 'contradicted', why: 'x' } },
      },
      { label: 'Alle', printed: { Før: 'ni' }, says: { Før: 9 }, at: { age: '3-10' } },
    ],
  });
  const values = valuesOf(object);

  test('cells, columns, kinds', () => {
    expect(values.map(({ row, column, cell, take, kind }) => [row, column, cell, take, kind])).toEqual([
      ['n', 'Før', 'a/b', 'n', 'computed'],
      ['n', 'Efter', 'a/c', 'n', 'computed'],
      ['Piger', 'n', 'a/b', 'n', 'computed'],
      ['Piger', 'Før', 'a/b', 'before', 'computed'],
      ['Piger', 'Efter', 'a/b', 'after', 'contradicted'],
      ['Alle', 'Før', 'a/b', 'before', 'computed'],
    ]);
  });

  test('rows of the result: all that is said, and a count of its own cell only its own', () => {
    expect(values.map(({ at }) => at)).toEqual([
      { age: 'all' },
      { age: 'all', wave: 1 },
      { age: 'all', sex: 'girl' },
      { age: 'all', sex: 'girl' },
      { age: 'all', sex: 'girl' },
      { age: '3-10' },
    ]);
    expect(values.map(({ value, decimals }) => [value, decimals])).toContainEqual([1.5, 1]);
  });
});

describe('a value', () => {
  const result: Result = {
    columns: [
      { name: 'sex', type: 'code', codes: ['girl', 'boy', 'other'], values: ['girl', 'boy', 'boy'] },
      { name: 'age', type: 'text', values: ['3-10', '3-10', '11-16'] },
      { name: 'n', type: 'integer', values: [3, 4, 5] },
    ],
    rowCount: 3,
    truncated: false,
  };
  test.each([
    ['is that of the one row', { sex: 'girl' }, false, 3],
    ['of nobody is nothing', { sex: 'other' }, false, 0],
    ['of several is their sum where they are counted', { sex: 'boy' }, true, 9],
    ['of several is none else', { sex: 'boy' }, false, undefined],
    ['of a group that does not exist is none', { age: '3-11' }, false, undefined],
    ['of a column that does not exist is none', { wave: 'before' }, false, undefined],
  ])('%s', (_, at, adds, value) => {
    const found = lookUp(result, at as Record<string, string>, 'n', adds);
    expect(found.ok ? found.value : undefined).toBe(value);
  });

  const [printed] = valuesOf(
    PublishedObject.parse({
      object: 'X', title: 'X', document: '002', cell: 'a/b',
      rows: [{ label: 'a', printed: { b: '4,06' } }],
    }), // prettier-ignore
  );
  test.each([
    [4.055, true],
    [4.0649, true],
    [4.0651, false],
    [4.0549, false],
  ])('%d is printed so: %s', (value, isSo) => {
    if (!printed) throw new Error('no value');
    expect(isAsPrinted(printed, { ok: true, value })).toBe(isSo);
    expect(isAsPrinted({ ...printed, about: true }, { ok: true, value })).toBe(true);
    expect(isAsPrinted(printed, { ok: false, reason: '' })).toBe(false);
  });
});
