import { expect, test } from 'vitest';
import type { Failure } from '../../../src/lib/dataflow/session';
import { fixText, plainCandidates } from '../../../src/lib/ui/fix';

const at = (line: number, column: number): Failure => ({
  kind: 'sql',
  message: '',
  line,
  column,
  candidates: [],
});

test('the word the failure points at is replaced, not an earlier one', () => {
  const text = "SELECT 'age_gruop'\nFROM changes\nWHERE age_gruop = 1";
  expect(fixText(text, at(3, 7), 'age_gruop', 'age_group')).toBe(
    "SELECT 'age_gruop'\nFROM changes\nWHERE age_group = 1",
  );
});

test('only whole words are replaced', () => {
  expect(fixText('SELECT n_all, n', at(1, 15), 'n', 'm')).toBe('SELECT n_all, m');
});

test('a wrong $name keeps its dollar where the candidate brings one', () => {
  expect(fixText('WHERE p = $projct', at(1, 11), '$projct', '$project')).toBe('WHERE p = $project');
});

test('a text without the word is left alone', () => {
  expect(fixText('SELECT 1', at(9, 9), 'x', 'y')).toBe('SELECT 1');
});

test('candidates lose their table and their quotes, and stand once', () => {
  expect(plainCandidates(['changes.age_group', '"age_group"', 'age', 'after', 'n'])).toEqual([
    'age_group',
    'age',
    'after',
  ]);
});
