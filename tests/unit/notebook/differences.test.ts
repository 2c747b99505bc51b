import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOf, withoutTheRest, type Line } from '../../../src/lib/notebook/differences';
import { textOf } from '../../../src/lib/notebook/match-cells';
import { parse } from '../../../src/lib/notebook/parse';

const header = '---\nformat: 1\ntitle: t\n---\n';
const read = (...cells: readonly string[]) => {
  const isProse = (cell = '```') => !cell.startsWith('```');
  const apart = cells.map((cell, at) =>
    isProse(cell) && isProse(cells[at - 1]) ? `<!-- cell -->\n\n${cell}` : cell,
  );
  return parse(`${header}\n${apart.join('\n\n')}\n`).notebook;
};
const sql = (name: string, body: string) => '```sql ' + name + '\n' + body + '\n```';
const told = (before: ReturnType<typeof read>, after: ReturnType<typeof read>) =>
  differencesOf(before, after).cells.map(({ kind, isMoved, cell, lines }) => [
    isMoved && kind !== 'moved' ? `${kind}, moved` : kind,
    'name' in cell ? cell.name : textOf(cell),
    lines.map(({ mark, text }) => mark + text),
  ]);

test('the same text has no difference', () => {
  const one = read('# Om', sql('a', 'SELECT 1'), 'mere');
  expect(differencesOf(one, one)).toEqual({ header: [], cells: [] });
});

test('a changed cell is told by its lines, with those that stayed', () => {
  expect(told(read(sql('a', 'SELECT 1,\n  2\nFROM t')), read(sql('a', 'SELECT 1,\n  3\nFROM t')))).toEqual([
    ['changed', 'a', [' ```sql a', ' SELECT 1,', '-  2', '+  3', ' FROM t', ' ```']],
  ]);
});

test('added and removed cells are whole, and stand where they are or were', () => {
  const before = read('# Om', sql('a', 'SELECT 1'), sql('b', 'SELECT 2'));
  const after = read('# Om', sql('b', 'SELECT 2'), sql('c', 'SELECT 3\nFROM b'));
  expect(told(before, after)).toEqual([
    ['removed', 'a', ['-```sql a', '-SELECT 1', '-```']],
    ['added', 'c', ['+```sql c', '+SELECT 3', '+FROM b', '+```']],
  ]);
});

test('one that is moved has moved, not its neighbours; a changed one can have moved too', () => {
  const cells = ['a', 'b', 'c', 'd'].map((name) => sql(name, `SELECT '${name}'`));
  const [a = '', b = '', c = '', d = ''] = cells;
  expect(told(read(...cells), read(d, a, b, c))).toEqual([['moved', 'd', []]]);
  expect(told(read(...cells), read(a, c, sql('b', 'SELECT 0'), d))).toEqual([
    ['changed, moved', 'b', [' ```sql b', "-SELECT 'b'", '+SELECT 0', ' ```']],
  ]);
});

test('a removed cell is told where it stood among those that stayed, and prose that changed places has moved', () => {
  const [a = '', b = '', c = '', d = ''] = ['a', 'b', 'c', 'd'].map((name) => sql(name, `SELECT '${name}'`));
  expect(told(read(a, b, c, d), read(d, a, c)).map(([kind, name]) => [kind, name])).toEqual([
    ['moved', 'd'],
    ['removed', 'b'],
  ]);
  const swapped = told(read('Først', a, 'Sidst'), read('Sidst', a, 'Først'));
  expect(swapped.filter(([kind]) => kind !== 'moved')).toEqual([]);
});

test('a cell under another name, and prose written anew, are the cells they were', () => {
  const before = read('Først', sql('a', 'SELECT 1'), 'Sidst');
  const after = read('Først nu', sql('b', 'SELECT 1'), 'Sidst');
  expect(told(before, after)).toEqual([
    ['changed', 'Først nu', ['-Først', '+Først nu']],
    ['changed', 'b', ['-```sql a', '+```sql b', ' SELECT 1', ' ```']],
  ]);
});

test('what stands before the first cell is told too', () => {
  const after = parse(`${header.replace('title: t', 'title: u')}\nx\n`).notebook;
  const lines = differencesOf(read('x'), after).header.filter(({ mark }) => mark !== ' ');
  expect(lines.map(({ mark, text }) => mark + text)).toEqual(['-title: t', '+title: u']);
});

test('far from a change lines are left out, and counted', () => {
  const lines = [...'aaaa'].map((text): Line => ({ mark: ' ', text }));
  lines.splice(3, 0, { mark: '+', text: 'new' });
  expect(withoutTheRest(lines, 1).map(({ text, left }) => [text, left])).toEqual([
    ['a', 2],
    ['new', 0],
    ['a', 0],
  ]);
});

const some = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('1', '2', '1\n2', '3')), {
    maxLength: 8,
  })
  .map((cells) =>
    read(
      ...cells.map(([name, body], at) =>
        name === 'f' ? `p${body.replace('\n', ' ')}` : sql(name + (at % 2), body),
      ),
    ),
  );

test('the later text is the earlier one with its differences carried out', () => {
  fc.assert(
    fc.property(some, some, (before, after) => {
      const { cells } = differencesOf(before, after);
      const removed = cells.filter(({ kind }) => kind === 'removed').length;
      const added = cells.filter(({ kind }) => kind === 'added').length;
      expect(before.cells.length - removed + added).toBe(after.cells.length);
      for (const { kind, cell, lines } of cells) {
        if (kind === 'moved') continue;
        const there = lines.filter(({ mark }) => mark !== (kind === 'removed' ? '+' : '-'));
        expect(there.map(({ text }) => text).join('\n')).toBe(textOf(cell));
      }
      // Nothing of either text is told as of the other.
      const was = before.cells.map(textOf).join('\n').split('\n');
      for (const { lines } of cells)
        for (const { mark, text } of lines) if (mark === '-') expect(was).toContain(text);
    }),
  );
});

test('two texts with nothing in common are told apart at once', () => {
  const long = (word: string) =>
    read(sql('a', Array.from({ length: 20_000 }, (_, n) => `${word} ${n}`).join('\n')));
  const [only] = differencesOf(long('x'), long('y')).cells;
  expect(only?.lines.length).toBeGreaterThan(40_000 - 1);
});
