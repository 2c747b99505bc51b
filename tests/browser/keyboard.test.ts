import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { commands as danishCommands } from '../../src/lib/i18n/da/commands';
import { screen as danish } from '../../src/lib/i18n/da/screen';
import { commands as englishCommands } from '../../src/lib/i18n/en/commands';
import { screen as english } from '../../src/lib/i18n/en/screen';
import { shareWords } from '../../src/lib/ui/share/words';
import { visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openPalette, settle } from './notebook-page';

/** The main job without a mouse, in both languages: open data, read, choose, look closer, write, report. */
const visitors = new Visitors();
afterAll(() => visitors.close());

interface Focused {
  readonly name: string;
  readonly seen: boolean;
  readonly marked: boolean;
}

/** What has focus, whether it can be seen, and whether it is told apart from what has not. */
const focused = (page: Page) =>
  page.evaluate((): Focused => {
    const element = document.activeElement ?? document.body;
    const within = element.shadowRoot?.activeElement ?? element;
    const { top, bottom, left, right, width, height } = within.getBoundingClientRect();
    const looks = getComputedStyle(within);
    const framed = getComputedStyle(within.closest('.cm-editor') ?? within);
    const name = within.getAttribute('aria-label') ?? within.textContent?.trim().slice(0, 60) ?? '';
    return {
      name: `${within.tagName} ${name}`,
      seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      marked: [looks, framed].some(({ outlineStyle }) => outlineStyle !== 'none'),
    };
  });

async function tabTo(page: Page, wanted: (name: string) => boolean, most = 120): Promise<readonly Focused[]> {
  const passed: Focused[] = [];
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    passed.push(now);
    if (wanted(now.name)) return passed;
  }
  throw new Error(`no Tab stop is it: ${passed.map(({ name }) => name).join(', ')}`);
}

const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function doByPalette(page: Page, title: string, command: string): Promise<void> {
  const palette = await openPalette(page, title);
  await page.keyboard.type(command);
  // What is chosen follows what is written.
  const chosen = palette.locator('[role=option][aria-selected=true]');
  for (const word of command.split(' '))
    await chosen.filter({ hasText: new RegExp(escape(word), 'i') }).waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
}

describe.each([
  ['da', danish, danishCommands],
  ['en', english, englishCommands],
] as const)('in %s', (language, words, commands) => {
  test('the main job is done by keyboard alone', async () => {
    const page = await visitAs(visitors, 'light', 1280);
    await page.goto(inject('origin'));
    // Written out at build: its buttons answer when its code is there.
    await page.waitForLoadState('networkidle');
    const tried = danish.opening.tryOut;
    if (language === 'en') {
      await tabTo(page, (name) => name === 'BUTTON EN');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: words.opening.tryOut }).waitFor();
    }
    const passed = await tabTo(page, (name) =>
      name.endsWith(language === 'da' ? tried : words.opening.tryOut),
    );
    await page.keyboard.press('Enter');
    await settle(page);

    // Every stop on the way to the first choice can be seen, and is marked.
    const stops = await tabTo(page, (name) => name.startsWith('SELECT'));
    for (const stop of [...passed, ...stops]) expect(stop).toEqual({ ...stop, seen: true, marked: true });

    // A choice, and what follows from it.
    const before = await cell(page, 'overall').locator('td').first().innerText();
    await page.keyboard.press('ArrowDown');
    await settle(page);
    expect(await cell(page, 'overall').locator('td').first().innerText()).not.toBe(before);
    await page.keyboard.press('Home');
    await settle(page);
    expect(await cell(page, 'overall').locator('td').first().innerText()).toBe(before);

    // A cell is gone to, its calculation opened and written in, run, and taken back.
    await doByPalette(page, commands.palette.title, 'wellbeing_by_sex sql');
    await doByPalette(page, commands.palette.title, commands.name.showCode);
    await cell(page, 'wellbeing_by_sex').locator('.cm-content').waitFor();
    await tabTo(page, (name) => name.endsWith(words.cell.sqlOf('wellbeing_by_sex')));
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('-- x');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await settle(page);
    await page.keyboard.press('Escape');
    await doByPalette(page, commands.palette.title, commands.name.duplicate);
    await cell(page, 'wellbeing_by_sex_2').locator('.cm-content, table').first().waitFor();
    await page.keyboard.press('Control+z');
    await cell(page, 'wellbeing_by_sex_2').waitFor({ state: 'detached' });

    // The report.
    await doByPalette(page, commands.palette.title, commands.name.report);
    const { title, report } = shareWords(language);
    await page.getByRole('dialog', { name: title }).getByRole('button', { name: report }).waitFor();
    await tabTo(page, (name) => name === `BUTTON ${report}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('trivsel.html');
    await page.close();
  });
});

test('every Tab stop of the notebook page can be seen and is marked, until one is at its end', async () => {
  const page = await visitAs(visitors, 'dark', 1280);
  await page.goto(`${inject('origin')}/notebook/?open=trivsel&demo`);
  await settle(page);
  const passed: Focused[] = [];
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.name.startsWith('BODY')) break;
    passed.push(now);
  }
  expect(passed.length).toBeGreaterThan(60);
  expect(passed.length).toBeLessThan(400);
  expect(passed.filter(({ seen, marked }) => !seen || !marked)).toEqual([]);
});
