import { afterAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { visit, Visitors } from './browser';
import { settle } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

test('the help is reached from the front page by keyboard, and nothing is in the way of a reader', async () => {
  const page = await visitAs(visitors, 'light', 1440);
  await page.goto(inject('origin'));
  const link = page.getByRole('link', { name: 'Hjælp', exact: true });
  await link.waitFor();
  for (let tabs = 0; tabs < 10; tabs++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Hjælp' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Figur', exact: true }).press('Enter');
  await page.waitForFunction(() => location.hash === '#cell-plot');
  expect(await page.getByRole('heading', { name: 'Figur plot' }).isVisible()).toBe(true);
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page), `${colorScheme} ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await page.setViewportSize({ width: 2560, height: 1200 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(2560);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'EN' }).click();
  await page.getByRole('heading', { level: 2, name: 'What is hidden, and why' }).waitFor();
  await page.context().close();
});

test('the page brings nothing that reads files or runs queries', async () => {
  const { context, page, errors, reported } = await visit(visitors);
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.text());
  });
  await page.goto(`${inject('origin')}/help/`, { waitUntil: 'networkidle' });
  const texts = await Promise.all(scripts);
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => /ZodError|invalid_union|duckdb-/i.test(text)).length).toBe(0);
  expect([...errors, ...reported]).toEqual([]);
  await visitors.leave(context);
});

test('from a notebook it opens beside it, from the menu and as a command', async () => {
  const { context, page, errors } = await visit(visitors);
  await page.goto(`${inject('origin')}/notebook/?open=trivsel`);
  await settle(page);
  await page.locator('header .actions > button[aria-haspopup=menu]').click();
  const opens = async (press: () => Promise<void>) => {
    const [help] = await Promise.all([context.waitForEvent('page'), press()]);
    await help.getByRole('heading', { level: 1, name: 'Hjælp' }).waitFor();
    expect(await help.evaluate(() => window.opener)).toBeNull();
    await help.close();
  };
  await opens(() => page.getByRole('menuitem', { name: 'Hjælp', exact: true }).click());
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('hjælp');
  await opens(() => page.keyboard.press('Enter'));
  expect(await page.getByRole('heading', { level: 1, name: 'Trivsel før og efter' }).isVisible()).toBe(true);
  expect(errors).toEqual([]);
  await visitors.leave(context);
});
