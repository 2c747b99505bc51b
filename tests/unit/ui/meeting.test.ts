import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/lib/notebook/parse';
import { dayOf } from '../../../src/lib/ui/meeting/day';
import { keyAction } from '../../../src/lib/ui/meeting/key-action';
import { chosenIn, screensOf } from '../../../src/lib/ui/meeting/screens';

const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n`;
const { notebook } = parse(
  [
    '# Om mødet\n\nVi ser på {{ rows.n }}.',
    fence('input project', 'type: select\noptions: [A]\nvalue: A'),
    fence('input unit', 'type: select\noptions: [B]\nall: Alle\nvalue: null'),
    fence('sql source title="Kilden"', 'SELECT 1 AS n'),
    '## Hvem?\n\nFørst.\n\nSå:\n\n- en\n- to',
    fence('sql rows title="Rækker"', 'SELECT 1 AS n'),
    fence('plot chart', 'data: rows\nmarks: [{ ruleX: [1] }]'),
    fence('sql others title="Andre"', 'SELECT 2 AS n'),
    fence('reflect talk', 'ask: [Hvad ser vi?]'),
    '## Hvad nu?\n\n| a | b |\n| - | - |\n| c | |\n| d | e |',
  ].join('\n\n'),
);

describe('the screens of a meeting', () => {
  const screens = screensOf(notebook, []);

  test('are the sections, and the minutes last', () => {
    expect(screens.map((screen) => (screen.kind === 'section' ? screen.heading : screen.kind))).toEqual([
      'Om mødet',
      'Hvem?',
      'Hvad nu?',
      'minutes',
    ]);
  });

  test('have a sentence, the rest of the text, and figures, a drawn table once', () => {
    const [, who] = screens;
    if (who?.kind !== 'section') throw new Error('no section');
    expect(who.lede).toBe('Først.');
    expect(who.lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'paragraph Så:',
      'item en',
      'item to',
    ]);
    expect(who.figures.map(({ cell }) => cell.name)).toEqual(['chart', 'others']);
    expect(notebook.cells[who.reflection ?? -1]).toMatchObject({ name: 'talk' });
  });

  test('tell a table of the text row by row', () => {
    const [, , now] = screens;
    expect(now?.kind === 'section' && now.lines.map(({ text }) => text)).toEqual(['c', 'd · e']);
  });

  test('are guessed at, but for what the notebook says of itself', () => {
    expect(screens.map((screen) => screen.kind === 'section' && screen.guesses)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('begin with what the last meeting left', () => {
    const open = [{ index: 0, at: 0, decision: { what: 'x' }, overdue: false }];
    expect(screensOf(notebook, open)[0]).toEqual({ kind: 'since', open });
  });

  test('are about what is chosen', () => {
    expect(chosenIn(notebook)).toEqual(['project']);
  });
});

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

test.each([
  ['N', 'page', 'note'],
  ['n', 'button', 'note'],
  ['n', 'field', undefined],
  ['ArrowRight', 'field', undefined],
  ['ArrowRight', 'button', 'forward'],
  [' ', 'page', 'forward'],
  [' ', 'button', undefined],
  ['Enter', 'button', undefined],
  ['PageUp', 'page', 'back'],
  ['x', 'page', undefined],
] as const)('%s on a %s is %s', (key, on, expected) => {
  expect(keyAction(press(key), on)).toBe(expected);
});

test('with Ctrl a key is the browser’s', () => {
  expect(keyAction(press('p', true), 'page')).toBeUndefined();
});

test('a day is the reader’s own', () => {
  const late = new Date(2026, 10, 29, 23, 59).getTime();
  const early = new Date(2026, 10, 29, 0, 1).getTime();
  expect([dayOf(late), dayOf(early)]).toEqual(['2026-11-29', '2026-11-29']);
});
