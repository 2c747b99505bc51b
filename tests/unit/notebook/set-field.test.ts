import { expect, test } from 'vitest';
import type { CompareCell } from '../../../src/lib/notebook/cell';
import { readCell } from '../../../src/lib/notebook/read-cell';
import { setCompareField, type CompareField } from '../../../src/lib/notebook/set-field';

const cellOf = (body: string) => readCell('compare c', body, 1).cell as CompareCell;
const body = 'data: pairs # parrene\nbefore: before\nafter: after\nby: "sex"\n# slut';

test.each<[CompareField, string | undefined, string]>([
  ['data', 'other', 'data: other # parrene\nbefore: before\nafter: after\nby: "sex"\n# slut'],
  ['by', 'age: group', 'data: pairs # parrene\nbefore: before\nafter: after\nby: "age: group"\n# slut'],
  ['better', 'lower', `${body}\nbetter: lower`],
  ['better', 'more', body],
  ['data', undefined, body],
])('%s becomes %s', (field, value, expected) => {
  expect(setCompareField(cellOf(body), field, value)).toBe(expected);
});

test('a field is taken out, in braces too', () => {
  expect(setCompareField(cellOf(body), 'by', undefined)).not.toContain('sex');
  const flow = cellOf('{ data: a, before: b, after: c, by: d }');
  expect(cellOf(setCompareField(flow, 'by', undefined)).spec).toEqual({ data: 'a', before: 'b', after: 'c' });
  expect(cellOf(setCompareField(flow, 'against', '3-10')).spec.against).toBe('3-10');
});
