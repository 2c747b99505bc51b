import { expect, test } from 'vitest';
import { editYaml, type Edit } from '../../../src/lib/yaml/edit';

const text = `# En figur
data: a # herfra
title: 'Til: dig'
guide: >-
  Et langt
  afsnit.

marks:
  # stregen
  - ruleX: { at: 68, label: norm } # 68
  - dot: { x: share,  y: age }
# slut`;

test.each<[string, Edit, string, string]>([
  ['a value', { kind: 'set', path: ['data'], value: 'b' }, 'data: a #', 'data: b #'],
  [
    'a value in quotes, which it needs no more',
    { kind: 'set', path: ['title'], value: 'Hej' },
    "'Til: dig'",
    'Hej',
  ],
  [
    'a folded paragraph',
    { kind: 'set', path: ['guide'], value: 'Kort.' },
    '>-\n  Et langt\n  afsnit.',
    'Kort.',
  ],
  [
    'a new field, behind those it follows',
    { kind: 'set', path: ['subtitle'], value: 'Mål', after: ['data', 'title'] },
    "'Til: dig'\n",
    "'Til: dig'\nsubtitle: Mål\n",
  ],
  [
    'a new field behind a paragraph',
    { kind: 'set', path: ['source'], value: 'K', after: ['guide'] },
    '  afsnit.\n',
    '  afsnit.\nsource: K\n',
  ],
  [
    'a field of its own in braces',
    { kind: 'set', path: ['x'], value: { domain: [0, 1] }, after: ['guide'] },
    '  afsnit.\n',
    '  afsnit.\nx: { domain: [0, 1] }\n',
  ],
  [
    'a field in braces',
    { kind: 'set', path: ['marks', 1, 'dot', 'fill'], value: 'a, b', after: ['x', 'y'] },
    'y: age }',
    "y: age, fill: 'a, b' }",
  ],
  [
    'first in braces',
    { kind: 'set', path: ['marks', 1, 'dot', 'x1'], value: 'w', after: [] },
    '{ x: share',
    '{ x1: w, x: share',
  ],
  ['another key', { kind: 'rename', path: ['marks', 1, 'dot'], to: 'barX' }, 'dot:', 'barX:'],
  ['a field less', { kind: 'remove', path: ['title'] }, "title: 'Til: dig'\n", ''],
  ['a field less in braces', { kind: 'remove', path: ['marks', 1, 'dot', 'y'] }, ',  y: age', ''],
  ['the first less', { kind: 'remove', path: ['marks', 1, 'dot', 'x'] }, 'x: share,  ', ''],
  ['an entry less', { kind: 'remove', path: ['marks', 0] }, '  - ruleX: { at: 68, label: norm } # 68\n', ''],
  [
    'an entry more',
    { kind: 'insert', path: ['marks', 1], value: { ruleX: { at: 5, label: 'a, b' } } },
    '  - dot',
    "  - ruleX: { at: 5, label: 'a, b' }\n  - dot",
  ],
  [
    'an entry at the end',
    { kind: 'insert', path: ['marks', 2], value: { ruleX: { at: 5 } } },
    'y: age }',
    'y: age }\n  - ruleX: { at: 5 }',
  ],
])('%s: no other character changes', (_, edit, from, to) => {
  const changed = editYaml(text, [edit]);
  expect(changed).toBe(text.replace(from, to));
});

test.each<[string, string, readonly Edit[], string]>([
  [
    'a list in brackets',
    'marks: [{ dot: { x: a } }]',
    [
      { kind: 'insert', path: ['marks', 0], value: { ruleX: { at: 1 } } },
      { kind: 'remove', path: ['marks', 1] },
    ],
    'marks: [{ ruleX: { at: 1 } }]',
  ],
  ['empty braces', 'x: {}', [{ kind: 'set', path: ['x', 'label'], value: 'n' }], 'x: { label: n }'],
  [
    'lines under each other',
    'marks:\n- dot:\n    x: a # ja\n    y: b',
    [
      { kind: 'set', path: ['marks', 0, 'dot', 'fill'], value: 'c', after: ['x'] },
      { kind: 'remove', path: ['marks', 0, 'dot', 'y'] },
    ],
    'marks:\n- dot:\n    x: a # ja\n    fill: c',
  ],
  ['what is there already', 'a: [1,2]', [{ kind: 'set', path: ['a'], value: [1, 2] }], 'a: [1,2]'],
  ['what is not there', 'a: 1', [{ kind: 'remove', path: ['b'] }], 'a: 1'],
  ['what cannot be read', 'a: [1', [{ kind: 'set', path: ['a'], value: 2 }], 'a: [1'],
  [
    'what another word leans on',
    'a: &one 1\nb: *one',
    [{ kind: 'remove', path: ['a'] }],
    'a: &one 1\nb: *one',
  ],
])('%s', (_, before, edits, after) => {
  expect(editYaml(before, edits)).toBe(after);
});

test('a text whose way of writing does not allow it is written anew, its comments kept', () => {
  const anew = editYaml('x: # ja\n  label:\n    - a', [{ kind: 'set', path: ['x', 'label'], value: 'b' }]);
  expect(anew).toContain('# ja');
  expect(anew).toContain('label: b');
});
