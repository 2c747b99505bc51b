import type { Locator } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { visit, Visitors } from './browser';
import { settle } from './notebook-page';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

test('the page about the questionnaires is reached by keyboard, and nothing is in the way of a reader', async () => {
  const page = await visitAs(visitors, 'light', 1440);
  await page.goto(inject('origin'));
  const link = page.getByRole('link', { name: 'Skemaer og scoring' });
  await link.waitFor();
  for (let tabs = 0; tabs < 10; tabs++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Skemaerne, og hvordan de regnes' }).waitFor();
  await page.getByRole('link', { name: 'CORE-YP', exact: true }).press('Enter');
  await page.waitForFunction(() => location.hash === '#core_yp');
  const rows = page.locator('#core_yp').getByRole('row', { name: /Drenge, 11–13 år.*10,3 og derover/ });
  expect(await rows.count()).toBe(1);
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.getByRole('button', { name: 'EN' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'The questionnaires, and how they are scored' })
    .waitFor();
  await page.context().close();
});

const numberIn = async (cell: Locator) => Number(await cell.innerText());

test('one child’s score: five answers whose sum times four is the score, on the screen only', async () => {
  const { context, page, errors } = await visit(visitors);
  await page.goto(`${inject('origin')}/notebook/?open=trivsel`);
  await settle(page);
  await page.getByRole('button', { name: 'Sådan regnes scorerne' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Sådan regnes scorerne' });
  await dialog.getByLabel('Skema', { exact: true }).selectOption({ label: 'WHO-5 Trivselsindeks' });
  const course = dialog.getByLabel('Forløb');
  await course.fill('00');
  await dialog.locator('datalist option[value*="00"]').first().waitFor({ state: 'attached' });
  const suggested = await dialog.locator('datalist option').first().getAttribute('value');
  expect(suggested).toContain('00');
  await course.fill(suggested ?? '');
  await dialog.getByLabel('Måling').selectOption({ label: 'Før' });

  const child = dialog.getByRole('region', { name: 'Et barns score' });
  const answers = child.getByRole('row', { name: /^who5_[1-5] / });
  await answers.nth(4).waitFor();
  expect(await answers.count()).toBe(5);
  let sum = 0;
  for (const row of await answers.all()) {
    const [given, counted] = [row.getByRole('cell').first(), row.getByRole('cell').last()];
    expect(await numberIn(counted)).toBe(await numberIn(given));
    sum += await numberIn(counted);
  }
  const score = await numberIn(child.locator('strong'));
  expect(score).toBe(sum * 4);
  expect(await child.innerText()).toContain(`${sum} × 4 = ${score}`);
  expect(await child.innerText()).toContain('5 af 5 er besvaret. Alle skal være besvaret.');

  await page.emulateMedia({ media: 'print' });
  expect(await child.isVisible()).toBe(false);
  expect(errors).toEqual([]);
  await visitors.leave(context);
});
