import { describe, expect, test } from 'vitest';
import { openDecisions } from '../../../src/lib/notebook/open-decisions';
import { parse } from '../../../src/lib/notebook/parse';
import { serialize } from '../../../src/lib/notebook/serialize';
import { minutesOf, talkedAbout } from '../../../src/lib/report/minutes';

const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n`;
const { notebook } = parse(
  [
    '# Mødet\n\nIndledning.',
    fence('input project', 'type: select\noptions: [A]\nvalue: A'),
    fence('sql step', 'SELECT 1 AS n'),
    '## Talt *om* [det] {{ step.n }}\n\nTekst, som ikke skal med.',
    fence('sql rows title="Rækker"', 'SELECT * FROM step'),
    fence('sql hidden_step', 'SELECT * FROM rows'),
    fence('plot chart', 'data: hidden_step\nmarks: [{ ruleX: [1] }]'),
    fence('reflect talk', 'ask: [Hvad ser vi?]\nmet: 2026-11-29\nnotes: { Hvad ser vi?: Fremgang }'),
    '## Ikke talt om',
    fence('sql others title="Andre"', 'SELECT 2 AS n'),
    fence('reflect silent', 'ask: [Hvad nu?]'),
    '## Sidste gang',
    fence(
      'reflect last',
      [
        'ask: [Hvad gør vi?]',
        'met: 2026-05-01',
        'notes: { Hvad gør vi?: Gammelt }',
        'decisions:',
        '  - { what: Skriv brev }',
        '  - { what: Ring, who: Mette, by: 2026-06-01 }',
        '  - { what: Gjort for længst, done: true }',
        "  - { what: '' }",
      ].join('\n'),
    ),
  ].join('\n\n'),
);

describe('the minutes of a meeting', () => {
  const minutes = serialize(minutesOf(notebook, 'Referat', '2026-11-29'));

  test('have what was talked about, with its figures and what was chosen', () => {
    const named = minutesOf(notebook, 'Referat', '2026-11-29').cells.flatMap((cell) =>
      'name' in cell ? [cell.name] : [],
    );
    expect(named).toEqual(['project', 'rows', 'chart', 'talk', 'last']);
    expect(minutes).toContain('title: Referat');
    expect(minutes).toContain('## Talt om \\[det\\] {{ step.n }}');
    expect(minutes).not.toMatch(/ikke skal med|Ikke talt om|Indledning/);
  });

  test('carry on what is still to be done, and not what an earlier meeting said', () => {
    const last = minutesOf(notebook, '', '2026-11-29').cells.find(
      (cell) => 'name' in cell && cell.name === 'last',
    );
    expect(last?.kind === 'reflect' && last.spec.notes).toBeUndefined();
    expect(last?.kind === 'reflect' && last.spec.decisions?.map(({ what }) => what)).toEqual([
      'Skriv brev',
      'Ring',
      '',
    ]);
  });

  test('are of nothing where nothing was said', () => {
    expect(talkedAbout(parse(fence('reflect r', 'ask: [A?]')).notebook, '2026-11-29')).toEqual([]);
  });
});

test('the next meeting opens with what is not done, the earliest day first', () => {
  const told = openDecisions(notebook, '2026-11-29').map(({ decision, overdue, at }) => [
    decision.what,
    overdue,
    at,
  ]);
  expect(told).toEqual([
    ['Ring', true, 1],
    ['Skriv brev', false, 0],
  ]);
  expect(openDecisions(notebook, '2026-06-01').map(({ overdue }) => overdue)).toEqual([false, false]);
  expect(openDecisions(notebook, '2026-05-01')).toEqual([]);
});
