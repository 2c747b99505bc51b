import { expect, test } from 'vitest';
import { findIn } from '../../../src/lib/notebook/find';
import { parse } from '../../../src/lib/notebook/parse';

const { cells } = parse(
  '---\nformat: 1\ntitle: t\n---\n# Børn i alt\n\n```sql total title="Alle BØRN"\nSELECT count(*) AS n -- børn (alle)\n```\n\n```plot drawn\ndata: total\nmarks:\n  - barX: {x: n}\n```\n',
).notebook;

test('words are found whatever their case, in text, in what stands beside a name, and in order', () => {
  expect(findIn(cells, 'børn').map(({ index, place }) => [index, place])).toEqual([
    [0, 'text'],
    [1, 'name'],
    [1, 'text'],
  ]);
  expect(findIn(cells, 'total').map(({ index, place }) => [index, place])).toEqual([
    [1, 'name'],
    [2, 'text'],
  ]);
});

test('a place in a text is where the words are', () => {
  const [hit] = findIn(cells, 'COUNT(*)');
  const body = cells[1]?.kind === 'sql' ? cells[1].body : '';
  expect(hit && body.slice(hit.from, hit.to)).toBe('count(*)');
});

test('signs are signs, nothing finds nothing, and there is an end to it', () => {
  expect(findIn(cells, '.*')).toEqual([]);
  expect(findIn(cells, '')).toEqual([]);
  expect(findIn([{ kind: 'prose', text: 'a'.repeat(3000) }], 'a')).toHaveLength(1000);
});
