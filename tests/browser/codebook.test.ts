import { afterAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, writeSql } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

test('what one calls it finds the variable, and choosing it writes its name where one was', async () => {
  const page = await visitAs(visitors, 'light', 1440);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openDemonstration(page, inject('origin'));
  const rail = page.getByRole('region', { name: 'Kodebog' });
  const field = rail.getByRole('searchbox', { name: 'Søg i kodebogen' });
  const first = rail.locator('.choose').first();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const inEditor = () => cell(page, 'overall').locator('.cm-content').innerText();

  // Nowhere to write it yet
  await field.fill('mor drikker');
  await rail.getByText('2 fundet').waitFor();
  expect((await rail.locator('.choose').allInnerTexts()).map((text) => text.split('\n').slice(0, 2))).toEqual(
    [
      ['Mor har rusmiddelproblemet', 'courses.misuse_by_mother'],
      ['Hvem har rusmiddelproblemet', 'courses.misuse_by'],
    ],
  );
  expect(await rail.getByRole('definition').allInnerTexts()).toEqual([
    'Kun mor',
    'Kun far',
    'Både mor og far',
    'Øvrige',
  ]);
  await first.click();
  await rail.getByText('Sæt først markøren i en SQL-celle').waitFor();
  expect(await violations(page)).toEqual([]);

  // By keys, into the middle of a text
  await writeSql(page, 'overall', 'SELECT , count(*) AS n FROM courses GROUP BY ALL');
  await press('Home', ...Array.from({ length: 7 }, () => 'ArrowRight'));
  await field.focus();
  await press('ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
  await expect.poll(inEditor).toBe('SELECT misuse_by_mother, count(*) AS n FROM courses GROUP BY ALL');
  await page.keyboard.type(' AS mor');
  await expect.poll(inEditor).toContain('misuse_by_mother AS mor, count(*)');
  expect(await rail.getByText('Sæt først markøren').count()).toBe(0);

  // A sheet on a narrow screen closes over it
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Kodebog', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Kodebog' });
  await page.keyboard.type('stor risiko');
  await sheet.getByText('Stor risiko').waitFor();
  expect(await violations(page)).toEqual([]);
  await press('ArrowDown', 'Enter');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.type(' OK');
  await expect.poll(inEditor).toContain(`AS mor instrument = 'who5' AND scale = 'total' OK,`);

  // The editor goes with its text, and then one is in none
  await page.setViewportSize({ width: 1440, height: 900 });
  await cell(page, 'overall').locator('.menu > button').click();
  await cell(page, 'overall').getByRole('menuitem', { name: 'Slet', exact: true }).click();
  await first.click();
  await rail.getByText('Sæt først markøren i en SQL-celle').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
