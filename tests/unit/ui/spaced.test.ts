import { expect, test } from 'vitest';
import { spaced } from '../../../src/lib/ui/editor/spaced';

test.each([
  ['', '', 'sex'],
  ['T', '', ' sex'],
  ['', 'F', 'sex '],
  ['T', 'F', ' sex '],
  [' ', ' ', 'sex'],
  ['.', ')', 'sex'],
  ['(', ',', 'sex'],
  [')', '', ' sex'],
  ["'", "'", ' sex '],
])('between %j and %j', (before, after, expected) => {
  expect(spaced('sex', before, after)).toBe(expected);
});
