import { expect, test } from 'vitest';
import type { PracticeCell } from '../../../src/lib/notebook/cell';
import type { Dimension } from '../../../src/lib/notebook/practice';
import { readCell } from '../../../src/lib/notebook/read-cell';
import { setJudgement, type JudgementField } from '../../../src/lib/notebook/set-judgement';

const cellOf = (body: string) => readCell('practice p', body, 1).cell as PracticeCell;
const body = 'dimensions:\n  effect:\n    rating: some # målt\n    note: Først\n    evidence: "{{ a.n }}"';

test.each<[string, Dimension, JudgementField, string, string]>([
  ['a rating is changed', 'effect', 'rating', 'high', body.replace('some', 'high')],
  ['a note is changed', 'effect', 'note', 'Nu: så', body.replace('Først', '"Nu: så"')],
  ['a rating is taken back', 'effect', 'rating', '', body.replace('    rating: some # målt\n', '')],
  ['a word that is no rating changes nothing', 'effect', 'rating', 'very', body],
  ['the same again changes nothing', 'effect', 'note', 'Først', body],
  ['a dimension comes to it', 'goals', 'note', 'Ja', `${body}\n  goals:\n    note: Ja`],
])('%s', (_, dimension, field, value, expected) => {
  expect(setJudgement(cellOf(body), dimension, field, value)).toBe(expected);
});

test('an empty cell is filled in', () => {
  expect(cellOf(setJudgement(cellOf('dimensions: {}'), 'goals', 'rating', 'low')).spec.dimensions).toEqual({
    goals: { rating: 'low' },
  });
});
