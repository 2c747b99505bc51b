import { describe, expect, test } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { guessColumns } from '../../../src/lib/ingest/mapping/guess';
import { readMapping, writeMapping } from '../../../src/lib/ingest/mapping/mapping-text';
import {
  applyMatch,
  mappingOf,
  standingOf,
  startMatching,
  type MatchedColumn,
} from '../../../src/lib/ingest/mapping/matching';
import type { ColumnProfile } from '../../../src/lib/ingest/mapping/profile';
import { listVariables } from '../../../src/lib/ingest/mapping/variables';
import { importTablesOf } from '../../../src/lib/ingest/tables';

const variables = listVariables(importTablesOf(instruments), instruments);

function profile(name: string, words: readonly string[]): ColumnProfile {
  const numbers = words.filter((word) => /^\d+$/.test(word)).length;
  const values = words.map((value) => ({ value, count: 1, isDate: false }));
  const ends = { least: null, greatest: null };
  const counts = { filled: words.length, distinct: words.length, numbers, whole: numbers };
  return { name, label: '', ...counts, ...ends, values, civil: false };
}

/** Words of our own: the printed ones are not ours to repeat. */
const profiles = [
  profile('course_id', ['c1', 'c2', 'c3']),
  profile('wave', ['before', 'after']),
  profile('who5_1', ['aldrig', 'tit', 'altid', 'ved ikke']),
  profile('who5_2', ['tit', 'altid']),
  profile('who5_3', ['tit', '3']),
  profile('sdq_p_pconsid', ['tit', 'aldrig']),
];
const started = startMatching(profiles, guessColumns(profiles, 3, variables));
const said = (value: string, code: string | null | undefined, column = 2) =>
  ({ type: 'code-chosen', column, value, code }) as const;

describe('answers in words', () => {
  test('wait for a person, where the name says which question it is', () => {
    expect(started.map(({ use, guess }) => [use.variable, guess.why.kind]).slice(2, 4)).toEqual([
      ['who5.who5_1', 'in-words'],
      ['who5.who5_2', 'in-words'],
    ]);
    expect(started.slice(2, 4).map(standingOf)).toEqual(['unanswered', 'unanswered']);
  });

  test('mean the same in all questions of the instrument, and in no other instrument', () => {
    const once = applyMatch(started, said('tit', '3'), variables);
    expect(once.slice(2).map(({ use }) => use.codes)).toEqual([
      { 'ved ikke': null, tit: '3' },
      { tit: '3' },
      { tit: '3' },
      undefined,
    ]);
    const all = [said('altid', '5'), said('aldrig', '0')].reduce(
      (columns, event) => applyMatch(columns, event, variables),
      once,
    );
    expect(all.slice(2, 5).map(standingOf)).toEqual(['read', 'read', 'read']);
    expect(mappingOf(all, 3).columns[3]).toEqual({
      column: 'who5_2',
      variable: 'who5.who5_2',
      codes: { tit: '3', altid: '5' },
    });
  });

  test('said of one column after that stand', () => {
    const once = applyMatch(started, said('tit', '4', 3), variables);
    const again = applyMatch(once, said('tit', '3', 2), variables);
    expect(again.slice(2, 4).map(({ use }) => use.codes)).toEqual([
      { 'ved ikke': null, tit: '3' },
      { tit: '4' },
    ]);
  });

  test('taken back are taken back in that column only', () => {
    const once = applyMatch(started, said('tit', '4'), variables);
    const back = applyMatch(once, said('tit', undefined), variables);
    expect(back.slice(2, 4).map(({ use }) => use.codes)).toEqual([{ 'ved ikke': null }, { tit: '4' }]);
  });
});

test('one column holds the answers to several questionnaires: a word is said for each of them', () => {
  const [column] = startMatching(
    [profile('Svar', ['tit', 'altid'])],
    [
      {
        use: { column: 'Svar', variable: 'answers.response' },
        sureness: 'likely',
        why: { kind: 'in-words' },
      },
    ],
  );
  const word = (table: string, answer: string, code: string | null | undefined) =>
    ({ type: 'word-chosen', column: 0, table, answer, code }) as const;
  const events = [word('who5', 'tit', '4'), word('core_yp', 'tit', '3'), word('who5', 'altid', null)];
  const matched = events.reduce<readonly MatchedColumn[]>(
    (columns, event) => applyMatch(columns, event, variables),
    column ? [column] : [],
  );
  expect(matched[0]?.use.words).toEqual({ who5: { tit: '4', altid: null }, core_yp: { tit: '3' } });
  const mapping = mappingOf(matched, 2);
  expect(readMapping(writeMapping(mapping))).toEqual(mapping);
  const [taken] = applyMatch(matched, word('who5', 'tit', undefined), variables);
  expect(taken?.use.words).toEqual({ who5: { altid: null }, core_yp: { tit: '3' } });
});
