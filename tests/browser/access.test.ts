import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openFiles, settle } from './notebook-page';

const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  page = await visitAs(visitors, 'light', 1440);
});
afterAll(async () => {
  await visitors.close();
});

const looks = [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const;

async function show([colorScheme, width]: (typeof looks)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  // What follows the width, follows in the frame after it; a Chromium without a screen may draw none.
  await page.waitForTimeout(100);
}

describe('nothing is in the way of a reader, whatever the colours and the width', () => {
  beforeEach(() => show(looks[0]));

  test('on the opening page', async () => {
    for (const look of looks) {
      await show(look);
      await page.goto(inject('origin'));
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violations(page), look.join(' ')).toEqual([]);
    }
  });

  test('on the notebook page, with an open calculation, a failed cell and an open menu', async () => {
    await page.goto(`${inject('origin')}/notebook/?open=trivsel`);
    await settle(page);
    for (const look of looks) {
      await show(look);
      expect(await violations(page), look.join(' ')).toEqual([]);
    }
    const wellbeing = cell(page, 'wellbeing');
    await wellbeing.getByRole('button', { name: 'Vis beregningen' }).click();
    await wellbeing.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('SELECT age_gruop, count(*) AS n FROM changes GROUP BY ALL');
    await page.keyboard.press('Shift+Enter');
    await wellbeing.locator('.note').waitFor();
    for (const look of looks) {
      await show(look);
      await wellbeing.locator('.menu > button').click();
      await wellbeing.getByRole('menuitem', { name: 'Slet' }).waitFor();
      expect(await violations(page), look.join(' ')).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  test('in the dialogs: how scores are made, and what could not be used', async () => {
    await page.goto(`${inject('origin')}/notebook/?open=trivsel`);
    await settle(page);
    const rows = ['F1;girl;12', 'F1;girl;12', 'F2;hest;170'];
    await openFiles(page, [{ name: 'courses.csv', text: `course_id;sex;age\n${rows.join('\n')}\n` }]);
    const all = page.getByRole('button', { name: /^Se alt, der ikke kunne bruges/ });
    await all.waitFor();
    for (const look of looks) {
      await show(look);
      const [, width] = look;
      await all.click();
      await page.getByRole('dialog').getByRole('cell', { name: 'hest', exact: true }).waitFor();
      expect(await violations(page), look.join(' ')).toEqual([]);
      await page.keyboard.press('Escape');
      if (width < 760) await page.getByRole('button', { name: 'Data', exact: true }).click();
      await page.getByRole('button', { name: 'Sådan regnes scorerne' }).last().click();
      const scoring = page.getByRole('dialog', { name: 'Sådan regnes scorerne' });
      // One of each kind: they are alike.
      await scoring.getByText('Trivsel', { exact: true }).last().click();
      await scoring
        .getByText(/^Om skemaet/)
        .nth(2)
        .click();
      await scoring.getByRole('heading', { name: 'Grænseværdier' }).waitFor();
      expect(await violations(page), look.join(' ')).toEqual([]);
      await page.keyboard.press('Escape');
      if (width < 760) await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

const pages = ['/', '/help/', '/instruments/', '/figures/', '/library/', '/forget/'];
const notebooks = readdirSync('notebooks').map((file) => file.replace(/\.md$/, ''));

const schemes = ['light', 'dark'] as const;

test.each([
  ['any page', pages.map((path) => [path, path] as const)],
  ['any of our notebooks', notebooks.map((name) => [name, `/notebook/?open=${name}&demo`] as const)],
])(
  'axe finds nothing on %s, light or dark',
  async (_, places) => {
    for (const [name, path] of places) {
      await page.goto(`${inject('origin')}${path}`);
      if (path.startsWith('/notebook/')) await settle(page);
      else await page.getByRole('heading', { level: 1 }).waitFor();
      for (const scheme of schemes) {
        await show([scheme, 1440]);
        expect(await violations(page), `${name}, ${scheme}`).toEqual([]);
      }
    }
  },
  240_000,
);
