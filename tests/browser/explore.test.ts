import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, settle, tableOf } from './notebook-page';

/** From a question to a chart without SQL, by keyboard, on a phone in the dark. */
const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  page = await visitAs(visitors, 'dark', 390);
  await openDemonstration(page, inject('origin'));
});
afterAll(() => visitors.close());

const sheet = () => page.getByRole('dialog', { name: 'Udforsk' });
const menu = (name: string) => sheet().getByLabel(name, { exact: true });
const rows = () =>
  sheet()
    .locator('table tr')
    .evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));

async function opened(): Promise<void> {
  const add = page.getByRole('toolbar', { name: 'Tilføj her' }).last();
  await add.getByRole('button').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await sheet().getByRole('heading', { level: 3 }).waitFor();
}

test('menus give a chart and its table at once, and both come into the notebook', async () => {
  await opened();
  expect((await rows())[1]).toMatch(/^Alle i udtrækket 651 /);
  await menu('Delt efter hvad?').selectOption({ label: 'Køn' });
  await expect.poll(rows).toHaveLength(4);
  const shown = await rows();
  expect(shown[2]).toMatch(/^Pige 447 50,1 64,9 \+14,8 \[\+12,5; \+17,2\] 74 % \[70; 78\]/);
  expect(await sheet().locator('svg[role=img]').first().getAttribute('aria-label')).toContain('efter køn');
  await sheet().getByText('Tallene står alene.').waitFor();

  expect(await violations(page)).toEqual([]);
  const overflow = await sheet().evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(overflow).toBe(0);

  await sheet().getByRole('button', { name: 'Sæt ind i notesbogen' }).focus();
  await page.keyboard.press('Enter');
  await settle(page);
  const [, total, girls] = await tableOf(page, 'who5_total_by_sex');
  expect([total?.join(' '), girls?.join(' ')]).toEqual(shown.slice(1, 3));
  await cell(page, 'who5_total_by_sex_chart').locator('svg[role=img]').first().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+z');
  await cell(page, 'who5_total_by_sex_chart').waitFor({ state: 'detached' });
  expect(await cell(page, 'who5_total_by_sex').count()).toBe(0);
});

test('the chosen beside everyone, background variables, and no group of a handful', async () => {
  await opened();
  await menu('Hvad vil du vide noget om?').selectOption({ label: 'Bopæl' });
  await menu('Sammenlignet med hvad?').selectOption({ label: 'Alle i udtrækket' });
  await sheet().getByText('Vælg ovenfor, hvem det gælder').waitFor();
  await menu('Projekt').selectOption({ label: 'BRUS' });
  await expect.poll(async () => (await rows()).filter((row) => row.startsWith('De valgte')).length).toBe(9);
  expect((await rows()).filter((row) => row.includes('skjult for at beskytte grupper under 5'))).toHaveLength(
    2,
  );
  expect(await menu('Delt efter hvad?').isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await sheet().waitFor({ state: 'detached' });
});
