import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, cellsRun, openDemonstration, openText, settle, writeSql } from './notebook-page';

/** What one who writes SQL is helped with. */
const visitors = new Visitors();
let page: Page;
const notebook = `---
format: 1
title: Skrevet her
language: da
---
\`\`\`sql pairs title="Målt to gange"
SELECT sex, count(*) AS n
FROM changes
GROUP BY sex
\`\`\`

\`\`\`sql query
SELECT sum(n) AS n FROM pairs
\`\`\`
`;
beforeAll(async () => {
  page = await visitAs(visitors, 'light', 1280);
  await openDemonstration(page, inject('origin'));
  await openText(page, notebook);
  await settle(page);
  await writeSql(page, 'query', 'SELECT 1 AS n');
});
afterAll(() => visitors.close());

const editor = () => cell(page, 'query').locator('.cm-content');
const text = () =>
  editor().evaluate((it) => [...it.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'));

async function write(sql: string): Promise<void> {
  await editor().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(sql);
}

test('codes are offered with what they mean, and their column is explained', async () => {
  await write("SELECT count(*) AS n FROM courses WHERE sex = 'g");
  const girl = page.getByRole('option', { name: /^girl/ });
  await girl.waitFor();
  expect(await girl.innerText()).toMatch(/girl\s*Pige/);
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  expect(await text()).toBe("SELECT count(*) AS n FROM courses WHERE sex = 'girl'");
  await page.keyboard.press('Home');
  await page.mouse.move(0, 0);
  const word = editor().locator('.cm-line').first();
  const at = await word.evaluate((line) => {
    const range = document.createRange();
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const found = (walk.currentNode as Text).data.indexOf('sex');
      if (found === -1) continue;
      range.setStart(walk.currentNode, found);
      range.setEnd(walk.currentNode, found + 3);
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(at.x, at.y, { steps: 3 });
  const told = page.locator('.cm-explained');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/^Køn\nkode\ngirl = Pige\nboy = Dreng/);
});

test('what goes between the brackets of a function stands above it while one writes', async () => {
  await write('SELECT round(avg(age), ');
  const help = page.locator('.cm-explained');
  await help.getByText('Afrundet til så mange decimaler.').waitFor();
  expect(await help.locator('strong').innerText()).toBe('decimals');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('1) AS n FROM courses');
  await expect.poll(() => help.count()).toBe(0);
});

test('a misspelled name is marked and said while one writes, and nothing runs', async () => {
  await cellsRun(page);
  await write('SELECT agge AS n FROM courses');
  const note = cell(page, 'query').getByRole('status').filter({ hasText: 'Når cellen køres' });
  await note.waitFor();
  expect(await note.innerText()).toMatch(/agge.*Mente du age/s);
  expect(await cell(page, 'query').locator('.cm-wrong').innerText()).toBe('agge');
  expect(await violations(page)).toEqual([]);
  expect(await cellsRun(page)).toEqual([]);
  await write('SELECT age AS n FROM courses');
  await note.waitFor({ state: 'detached' });
  expect(await cell(page, 'query').locator('.cm-wrong').count()).toBe(0);
});

test('F12 and a click with Ctrl go to the cell a name comes from', async () => {
  const selected = () => page.locator('article.selected').getAttribute('aria-label');
  await write('SELECT sum(n) AS n FROM pairs');
  await page.keyboard.press('F12');
  await expect.poll(selected).toBe('SQL pairs');
  await editor().click();
  await expect.poll(selected).toBe('SQL query');
  const line = await editor().locator('.cm-line').first().boundingBox();
  const end = await editor().evaluate(() => 'SELECT sum(n) AS n FROM pai'.length);
  const width = await editor().evaluate((it) => {
    const range = document.createRange();
    range.selectNodeContents(it.querySelector('.cm-line') as Node);
    return range.getBoundingClientRect().width / 'SELECT sum(n) AS n FROM pairs'.length;
  });
  await page.keyboard.down('Control');
  await page.mouse.click((line?.x ?? 0) + 6 + width * end, (line?.y ?? 0) + (line?.height ?? 0) / 2);
  await page.keyboard.up('Control');
  await expect.poll(selected).toBe('SQL pairs');
});

test('the query is laid out, commented, folded and written in several places by key', async () => {
  await write('SELECT sex, (SELECT count(*) FROM pairs) AS n FROM courses');
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(async () => (await text()).split('\n').length).toBeGreaterThan(5);
  const laid = await text();
  expect(laid.replace(/\s+/g, ' ')).toBe('SELECT sex, ( SELECT count(*) FROM pairs ) AS n FROM courses');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+/');
  expect((await text()).split('\n')[0]).toBe('-- SELECT');
  await page.keyboard.press('Control+/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F7');
  await cell(page, 'query').locator('.cm-foldPlaceholder').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('F7');
  await cell(page, 'query').locator('.cm-foldPlaceholder').waitFor({ state: 'detached' });

  await write('SELECT age, age FROM courses');
  await page.keyboard.press('Home');
  for (let step = 0; step < 'SELECT a'.length; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Control+d');
  await page.keyboard.type('sex');
  expect(await text()).toBe('SELECT sex, sex FROM courses');
});

test('what is no query is not laid out, and that is said', async () => {
  await write('SELECT 1)');
  await page.keyboard.press('Shift+Alt+F');
  await page.getByText('Kan ikke sættes op').waitFor();
  await write('SELECT 1 AS n');
  await page.getByText('Kan ikke sættes op').waitFor({ state: 'detached' });
});
