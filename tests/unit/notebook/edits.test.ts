import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Cell, CellName } from '../../../src/lib/notebook/cell';
import {
  insertCell,
  moveCell,
  removeCell,
  replaceCell,
  setTitle,
  writeBody,
  writeCell,
} from '../../../src/lib/notebook/edits';
import { copyCell, newCell } from '../../../src/lib/notebook/new-cell';
import { freeName, namesOf } from '../../../src/lib/notebook/names';
import { parse } from '../../../src/lib/notebook/parse';
import { prose } from '../../../src/lib/notebook/prose';
import { serialize } from '../../../src/lib/notebook/serialize';
import { hostileText, notebooks } from './hostile';

vi.setConfig({ testTimeout: 60_000 });

const options = { seed: 20261123, numRuns: 200 };
const letters = (cells: readonly Cell[]) =>
  cells.map((cell) => (cell.kind === 'prose' ? cell.text : '?')).join('');
const abc = { header: parse('').notebook.header, cells: ['a', 'b', 'c'].flatMap(prose) };

describe('edits of the list of cells', () => {
  test.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 9, 'bca'],
    [9, 0, 'abc'],
  ])('moving %i to %i gives %s', (from, to, expected) => {
    expect(letters(moveCell(abc, from, to).cells)).toBe(expected);
  });

  test('insert, remove, replace, title', () => {
    expect(letters(insertCell(abc, 1, ...prose('x')).cells)).toBe('axbc');
    expect(letters(insertCell(abc, 3, ...prose('x')).cells)).toBe('abcx');
    expect(letters(removeCell(abc, 1).cells)).toBe('ac');
    expect(letters(replaceCell(abc, 1, prose('x\n<!-- cell -->\ny')).cells)).toBe('axyc');
    expect(setTitle(abc, 'T').header.title).toBe('T');
    expect(letters(abc.cells)).toBe('abc');
  });

  test('an edited notebook can be saved', () => {
    fc.assert(
      fc.property(notebooks, hostileText, fc.nat(6), fc.nat(6), (notebook, text, at, to) => {
        const cell = notebook.cells[at];
        const written = cell ? replaceCell(notebook, at, writeCell(cell, text).cells) : notebook;
        const copied = cell ? insertCell(written, to, copyCell(cell, namesOf(written))) : written;
        const edited = moveCell(copied, to, at);
        expect(parse(serialize(edited)).notebook).toEqual(edited);
      }),
      options,
    );
  });
});

describe('prose', () => {
  test('a typed cell fence makes a cell', () => {
    const kinds = prose('Før\n\n```sql x\nSELECT 1\n```\nEfter').map(({ kind }) => kind);
    expect(kinds).toEqual(['prose', 'sql', 'prose']);
  });
  test('an emptied cell stays', () => {
    expect(prose(' \n\n')).toEqual([{ kind: 'prose', text: '' }]);
  });
  test('an open code fence is closed inside its list', () => {
    expect(prose('- a\n\n  ~~~~\n  b')).toEqual([{ kind: 'prose', text: '- a\n\n  ~~~~\n  b\n  ~~~~' }]);
  });
});

describe('writeBody', () => {
  const input = newCell('input', []);
  if (input.kind !== 'input') throw new Error('a new input can be read');

  test('an invalid body makes an unread cell with the same first line, and back again', () => {
    const named = { ...input, attributes: [['title', 'a "b"']] as const };
    const broken = writeBody(named, 'type: number\nvalue: x');
    expect(broken).toEqual({
      cell: { kind: 'unread', info: 'input choice title="a \\"b\\""', body: 'type: number\nvalue: x' },
      problems: [
        expect.objectContaining({ kind: 'body-invalid', line: 2, what: expect.stringContaining('value') }),
      ],
    });
    expect(writeBody(broken.cell, named.body)).toEqual({ cell: named, problems: [] });
  });

  test('line ends are made one kind', () => {
    expect(writeBody(input, 'type: text\r\nvalue: a').cell.body).toBe('type: text\nvalue: a');
  });
});

describe('new cells and copies', () => {
  test.each(['sql', 'input', 'plot', 'compare'] as const)(
    'a new %s cell can be read and gets a free name',
    (kind) => {
      const first = newCell(kind, []);
      expect(first.kind).toBe(kind);
      if (first.kind === 'prose' || first.kind === 'unread') return;
      expect(newCell(kind, [first.name])).toEqual({ ...first, name: `${first.name}_2` });
    },
  );

  test('a chart draws the cell named', () => {
    expect(newCell('plot', [], { data: 'wellbeing' })).toMatchObject({ spec: { data: 'wellbeing' } });
  });

  test.each([
    ['a', ['b'], 'a'],
    ['a', ['a'], 'a_2'],
    ['a', ['a', 'a_2'], 'a_3'],
    ['a_2', ['a_2'], 'a_3'],
    ['x'.repeat(63), ['x'.repeat(63)], `${'x'.repeat(61)}_2`],
  ])('freeName(%s, %j) is %s', (base, taken, expected) => {
    expect(freeName(base, taken)).toBe(expected);
  });

  test('an unread cell is copied under a name of its own too', () => {
    const unread: Cell = { kind: 'unread', info: 'practice p year=2018', body: 'x' };
    expect(copyCell(unread, ['p' as CellName])).toEqual({ ...unread, info: 'practice p_2 year=2018' });
  });
});
