import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { imports as danish } from '../../../src/lib/i18n/da/imports';
import { imports as english } from '../../../src/lib/i18n/en/imports';
import { instruments, withOwn } from '../../../src/lib/instruments/catalogue';
import { calculationOf } from '../../../src/lib/instruments/definitions';
import { ownProblems, readOwnInstrument, type OwnProblem } from '../../../src/lib/instruments/own';

const sdq = readFileSync('src/lib/instruments/sdq_p.yaml', 'utf8');

const own = `name: ladder
table: ladder
version: 1
title: { da: Stigen, en: The ladder }
respondents: [self]
ages: { from: 11, to: 24 }
licence: Our own.
items:
  - { name: ladder_1, min: 0, max: 10 }
  - { name: ladder_2, min: 0, max: 10, reversed: true }
scales:
  - name: height
    label: { da: Højde, en: Height }
    better: higher
    range: [0, 10]
    method: { kind: mean, items: [ladder_1, ladder_2], needs: { answered: 1 } }
    rule: { text: { da: Gennemsnit., en: Mean. }, source: us, status: assumed }
`;

function instrumentOf(text: string) {
  const read = readOwnInstrument(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.instrument;
}

function problemOf(text: string): OwnProblem {
  const read = readOwnInstrument(text);
  if (read.ok) throw new Error('accepted');
  return read.problem;
}

describe('an instrument of one’s own', () => {
  test('is read, and comes after ours', () => {
    const ladder = instrumentOf(own);
    expect(withOwn(instruments, [ladder]).map(({ name }) => name)).toEqual([
      ...instruments.map(({ name }) => name),
      'ladder',
    ]);
    expect(calculationOf(ladder, 'height')).toContain('10 - ladder_2');
  });

  test('of a known name takes the place of ours, as configuration should', () => {
    const toddler = instrumentOf(own.replaceAll('ladder', 'toddler'));
    const all = withOwn(instruments, [toddler]);
    expect(all.map(({ name }) => name)).toEqual(instruments.map(({ name }) => name));
    expect(all.find(({ name }) => name === 'toddler')?.items).toHaveLength(2);
  });

  test('every instrument of ours is accepted as a user’s file', () => {
    for (const { name } of instruments) {
      expect(readOwnInstrument(readFileSync(`src/lib/instruments/${name}.yaml`, 'utf8')).ok, name).toBe(true);
    }
  });

  test('cannot leave the comments of the SQL', () => {
    const hostile = instrumentOf(own.replace('da: Gennemsnit.', 'da: "a\\nb; DROP TABLE courses"'));
    const comments = calculationOf(hostile, 'height')
      .split('\n')
      .filter((line) => line.includes('DROP'));
    expect(comments).toEqual([expect.stringMatching(/^\s*-- .*a b; DROP TABLE courses/)]);
  });

  const wrong: [string, string, string, string, OwnProblem['message'], string][] = [
    ['a missing field', own, 'version: 1\n', '', 'missing', 'version'],
    ['an unknown field', own, 'max: 10 }', 'max: 10, wording: no }', 'unknown-field', 'items[ladder_1].wording'],
    ['a number that is text', own, 'max: 10 }', 'max: ten }', 'not-allowed', 'items[ladder_1].max'],
    ['a direction there is not', own, 'better: higher', 'better: up', 'not-allowed', 'scales[height].better'],
    ['an unknown item', own, 'items: [ladder_1,', 'items: [ladder_9,', 'unknown-name', 'scales[height].method'],
    ['a scale used too early', sdq, 'scales: [emotion, peer]', 'scales: [emotion, impact]', 'made-later', 'scales[internalising].method'],
    ['a name that is there twice', own, 'name: ladder_2', 'name: ladder_1', 'twice', 'items[2].name'],
    ['a scale called like the table', own, 'name: height', 'name: ladder', 'twice', 'scales[1].name'],
    ['a word of SQL', own, 'name: height', 'name: order', 'reserved-word', 'scales[1].name'],
    ['a range that falls', own, 'range: [0, 10]', 'range: [10, 0]', 'not-rising', 'scales[height].range'],
    ['too many needed', own, 'answered: 1', 'answered: 3', 'needs-too-many', 'scales[height].method'],
    ['a table of another instrument', own, 'table: ladder', 'table: who5', 'taken', 'table'],
    ['a table of ours', own, 'table: ladder', 'table: courses', 'taken', 'table'],
    ['no YAML', own, 'name: ladder', 'name: [', 'not-yaml', ''],
    ['a method there is not', own, 'kind: mean', 'kind: median', 'not-allowed', 'scales[height].method.kind'],
  ]; // prettier-ignore
  test.each(wrong)('is refused for %s, by its field', (_, text, right, instead, message, path) => {
    expect(text).toContain(right);
    const problem = problemOf(text.replace(right, instead));
    expect([problem.message, problem.path]).toEqual([message, path]);
    for (const { instrument } of [danish, english]) {
      const sentence = instrument[problem.message](problem);
      expect(sentence).toContain(path);
      expect(sentence).toMatch(/^\S.*\.$/);
    }
  });

  test('is no list, no text and not endless', () => {
    expect(problemOf('- a\n- b').message).toBe('not-yaml');
    expect(problemOf('x').message).toBe('not-yaml');
    expect(problemOf('').message).toBe('not-yaml');
    expect(problemOf('a'.repeat(500_001)).message).toBe('too-big');
  });

  test('every problem has its sentence', () => {
    for (const { instrument } of [danish, english]) {
      expect(Object.keys(instrument).toSorted()).toEqual([...ownProblems].toSorted());
    }
  });
});
