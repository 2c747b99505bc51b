import { expect, test } from 'vitest';
import { sentencesOf } from '../../../src/lib/i18n/sentences';
import { openedWords } from '../../../src/lib/ui/opening/opened';

const at = (day: number, hour: number) => new Date(2026, 2, day, hour, 20).getTime();
const told = (opened: number) => openedWords(opened, at(14, 1), sentencesOf('da').screen.opening, 'da');

test('today and yesterday are the reader’s own days, not the last twenty-four hours', () => {
  expect(told(at(14, 0))).toBe('i dag kl. 0.20');
  expect(told(at(13, 23))).toBe('i går kl. 23.20');
  expect(told(at(11, 14))).toBe('11. marts 2026');
});
