import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReflectCell } from '../../../src/lib/notebook/cell';
import { readCell } from '../../../src/lib/notebook/read-cell';
import { noteOn } from '../../../src/lib/notebook/reflect';
import {
  beginMeeting,
  markDone,
  removeDecision,
  tidyDecisions,
  writeDecision,
  writeNote,
  writePresenter,
} from '../../../src/lib/notebook/set-reflection';

function cellOf(body: string): ReflectCell {
  const { cell } = readCell('reflect r', body, 1);
  if (cell.kind !== 'reflect') throw new Error(body);
  return cell;
}
const after = (body: string, change: (cell: ReflectCell) => string) => cellOf(change(cellOf(body)));
const empty = 'ask: [Hvad ser vi?, Hvad nu?] # fra kataloget';
const full = `${empty}
notes:
  Hvad ser vi?: Lidt # Mette
decisions:
  # den første
  - { what: Ring, who: Mette, by: 2026-05-01 }
  - what: Skriv
    later: kept`;

const plain = full.replace(' # Mette', '');

test.each<[string, string, (cell: ReflectCell) => string, string]>([
  [
    'the first note',
    empty,
    (cell) => writeNote(cell, 'Hvad nu?', 'Vi går: videre '),
    `${empty}\nnotes:\n  Hvad nu?: "Vi går: videre"`,
  ],
  [
    'several lines stand under each other',
    empty,
    (cell) => writeNote(cell, 'Hvad nu?', 'A\nB'),
    `${empty}\nnotes:\n  Hvad nu?: |-\n    A\n    B`,
  ],
  [
    'a note of one line gets more',
    plain,
    (cell) => writeNote(cell, 'Hvad ser vi?', 'A\n\nB: c'),
    plain.replace('Lidt', '|-\n    A\n\n    B: c'),
  ],
  [
    'a second note',
    full,
    (cell) => writeNote(cell, 'Hvad nu?', 'A\n  B'),
    full.replace('# Mette', '# Mette\n  Hvad nu?: |-\n    A\n      B'),
  ],
  [
    'a note is changed',
    full,
    (cell) => writeNote(cell, 'Hvad ser vi?', 'Meget'),
    full.replace('Lidt', 'Meget'),
  ],
  ['the same again changes nothing', full, (cell) => writeNote(cell, 'Hvad ser vi?', 'Lidt'), full],
  [
    'the last note goes, and the field with it',
    full,
    (cell) => writeNote(cell, 'Hvad ser vi?', ''),
    full.replace('notes:\n  Hvad ser vi?: Lidt # Mette\n', ''),
  ],
  [
    'the first decision',
    empty,
    (cell) => writeDecision(cell, 0, 'what', 'Ring'),
    `${empty}\ndecisions:\n  - what: Ring`,
  ],
  [
    'a decision that begins with its day',
    full,
    (cell) => writeDecision(cell, 2, 'by', '2026-06-01'),
    `${full}\n  - { what: '', by: 2026-06-01 }`,
  ],
  [
    'who does it is changed',
    full,
    (cell) => writeDecision(cell, 0, 'who', 'Jonas'),
    full.replace('who: Mette', 'who: Jonas'),
  ],
  ['nobody does it', full, (cell) => writeDecision(cell, 0, 'who', ''), full.replace(' who: Mette,', '')],
  ['a day that is none changes nothing', full, (cell) => writeDecision(cell, 0, 'by', '1. maj'), full],
  ['nothing in the empty row changes nothing', full, (cell) => writeDecision(cell, 2, 'who', ''), full],
  ['done', full, (cell) => markDone(cell, 0, true), full.replace('2026-05-01 }', '2026-05-01, done: true }')],
  [
    'a decision goes',
    full,
    (cell) => removeDecision(cell, 1),
    full.replace('\n  - what: Skriv\n    later: kept', ''),
  ],
  ['one that is not there stays away', full, (cell) => removeDecision(cell, 9), full],
  ['nothing to tidy', full, tidyDecisions, full],
  ['for who leads', empty, (cell) => writePresenter(cell, 'Vent lidt'), `${empty}\npresenter: Vent lidt`],
])('%s', (_, body, change, expected) => {
  expect(change(cellOf(body))).toBe(expected);
});

test('a row that was left empty is taken away', () => {
  const written = writeDecision(cellOf(empty), 0, 'who', 'M');
  expect(after(written, (cell) => writeDecision(cell, 0, 'who', '')).spec.decisions).toEqual([{ what: '' }]);
  expect(after(`${empty}\ndecisions: [{ what: '' }]`, tidyDecisions).spec.decisions).toBeUndefined();
});

describe('a meeting', () => {
  const dated = `met: 2026-04-01\n${markDone(cellOf(full), 1, true)}`;

  test('begins with the open decisions of the last; what was said is kept', () => {
    const { spec } = after(dated, (cell) => beginMeeting(cell, '2026-11-29'));
    expect(spec.met).toBe('2026-11-29');
    expect(spec.notes).toBeUndefined();
    expect(spec.decisions).toEqual([{ what: 'Ring', who: 'Mette', by: '2026-05-01' }]);
    expect(spec.earlier).toEqual([
      {
        met: '2026-04-01',
        notes: { 'Hvad ser vi?': 'Lidt' },
        decisions: [
          { what: 'Ring', who: 'Mette', by: '2026-05-01' },
          { what: 'Skriv', later: 'kept', done: true },
        ],
      },
    ]);
  });

  test('the same day goes on with what is there', () => {
    expect(beginMeeting(cellOf(dated), '2026-04-01')).toBe(dated);
  });

  test('with nothing dated takes what was prepared along', () => {
    const { spec } = after(full, (cell) => beginMeeting(cell, '2026-11-29'));
    expect(spec.notes).toEqual({ 'Hvad ser vi?': 'Lidt' });
    expect(spec.earlier).toBeUndefined();
  });

  test('the last of several stands first', () => {
    const second = writeNote(cellOf(beginMeeting(cellOf(dated), '2026-08-01')), 'Hvad nu?', 'Ja');
    const { spec } = after(second, (cell) => beginMeeting(cell, '2026-11-29'));
    expect(spec.earlier?.map(({ met }) => met)).toEqual(['2026-08-01', '2026-04-01']);
  });
});

test('any note is read again as it was written, and everything else stays', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(fc.constantFrom('- a', '', '  b', '# c', ': d', '"e', '```', '\t', '{{ a.b }}', '---', '| f'))
      .map((lines) => lines.join('\n')),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('Hvad ser vi?', 'Hvad nu?', '__proto__', 'a: b', '- c'),
      text,
      (question, note) => {
        const written = after(full, (cell) => writeNote(cell, question, note));
        if (question !== '__proto__') expect(noteOn(written.spec.notes, question)).toBe(note.trimEnd());
        expect(written.spec.decisions).toEqual(cellOf(full).spec.decisions);
        expect(written.body).toContain('# fra kataloget');
      },
    ),
    { seed: 20261129, numRuns: 300 },
  );
});
