import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, projectMenu, settle } from './notebook-page';

/** "Hvad betyder det tal?" on a number of a predefined cell. */
const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  page = await visitAs(visitors, 'light', 1280);
  await openDemonstration(page, inject('origin'));
});
afterAll(() => visitors.close());

const sheet = () => page.getByRole('dialog', { name: 'Hvad betyder det tal?' });
const fact = (title: string) =>
  sheet().locator('dt', { hasText: title }).locator('xpath=following-sibling::dd[1]');

test('a press on a number tells what it is, of whom, how sure, how scored, who is missing and when', async () => {
  const row = cell(page, 'wellbeing').locator('tbody tr', { hasText: '11–16 år' });
  await row.locator('td.number').nth(3).click();
  await sheet().getByText('forløb i hele udtrækket').waitFor();
  const number = (await row.locator('td.number').nth(3).innerText()).split(/\s/)[0];
  expect(await sheet().locator('.value').innerText()).toBe(number);
  expect(await fact('Hvad det er').innerText()).toBe(
    'Gennemsnittet af hvert barns forskel fra start til slut.',
  );
  expect(await fact('Hvem det gælder').innerText()).toMatch(
    /Aldersgruppe: 11–16 år\.[^]*Projekt: Alle projekter/,
  );
  expect(await fact('Bag tallet').innerText()).toBe('216 børn og unge.');
  expect(await fact('Hvor sikkert det er').innerText()).toMatch(/^95 %: \[\+\d+;\s\+\d+\]\./);
  expect(await fact('Målt med').innerText()).toBe('WHO-5 Trivselsindeks, 0–100. Højere er bedre.');
  expect(await fact('Hvem der mangler').innerText()).toMatch(
    /3\.766 forløb i hele udtrækket\. 651 er målt både ved start og ved slut/,
  );
  expect(await fact('Hvornår').innerText()).toMatch(/^Besvaret fra \w+ \d{4} til \w+ \d{4}/);
  expect(await fact('Data').innerText()).toMatch(/pool[^]*[Oo]pdigtet|Syntetiske/);
  expect(await violations(page)).toEqual([]);
});

test('another row and number are chosen there, and a withheld one stays withheld', async () => {
  await sheet().getByLabel('Tal', { exact: true }).selectOption({ label: 'n' });
  expect(await fact('Hvad det er').innerText()).toBe('Antal børn og unge, som rækken handler om.');
  expect(await fact('Hvor sikkert det er').count()).toBe(0);
  await page.keyboard.press('Escape');
  await sheet().waitFor({ state: 'detached' });

  await cell(page, 'wellbeing_by_project')
    .getByRole('button', { name: 'Hvad betyder tallene?' })
    .press('Enter');
  await sheet().getByLabel('Række', { exact: true }).selectOption({ label: 'Familieværkstedet' });
  expect(await sheet().locator('.value').innerText()).toBe('Skjult for at beskytte grupper under 5.');
  expect(await fact('Bag tallet').count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('what is chosen above is part of whom it is about; a chart’s numbers are explained from under it', async () => {
  await projectMenu(page).selectOption({ label: 'BRUS' });
  await settle(page);
  await cell(page, 'wellbeing_chart').hover();
  await cell(page, 'wellbeing_chart').getByRole('button', { name: 'Hvad betyder tallene?' }).click();
  await sheet().getByText('forløb i hele udtrækket').waitFor();
  expect(await fact('Hvem det gælder').innerText()).toContain('Projekt: BRUS.');
  await sheet().getByRole('button', { name: 'Vis beregningen' }).click();
  await sheet().waitFor({ state: 'detached' });
  await cell(page, 'wellbeing').locator('.cm-content').waitFor();
});
