import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, openPalette, settle } from './notebook-page';

/** The work at cells by keyboard alone: the palette, the shortcuts, the search and the bin. */
const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  page = await visitAs(visitors, 'light', 1280);
  await openDemonstration(page, inject('origin'));
});
afterAll(() => visitors.close());

const palette = () => page.getByRole('dialog', { name: 'Gå til og gør' });
const lines = () => palette().getByRole('option');
const selected = () =>
  page.evaluate(() => document.querySelector('article.selected')?.getAttribute('aria-label') ?? '');

async function choose(words: string, line: string): Promise<void> {
  await openPalette(page);
  await page.keyboard.type(words);
  await expect.poll(() => palette().locator('[role=option][aria-selected=true]').innerText()).toContain(line);
  await page.keyboard.press('Enter');
  await palette().waitFor({ state: 'detached' });
}

test('the palette goes to a cell, by its name or by the words of its title', async () => {
  await openPalette(page);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('direction_c fi');
  await expect.poll(() => lines().count()).toBe(1);
  const [name = ''] = (await lines().first().innerText()).split(/\s/);
  await page.keyboard.press('Enter');
  await palette().waitFor({ state: 'detached' });
  expect(await selected()).toBe(`Figur ${name}`);
  expect(await page.evaluate(() => document.activeElement?.matches('article.selected'))).toBe(true);
  const box = await cell(page, name).boundingBox();
  expect(box && box.y < 900 && box.y + box.height > 0).toBe(true);
});

test('what is deleted is in the bin, and comes back where it stood', async () => {
  const before = await page.locator('article.cell').evaluateAll((all) => all.map((one) => one.ariaLabel));
  const label = await selected();
  const name = label.split(' ').at(-1) ?? '';
  await page.keyboard.press('Control+Shift+Backspace');
  await cell(page, name).waitFor({ state: 'detached' });
  await choose('slettede', 'Slettede celler');
  const bin = page.getByRole('dialog', { name: 'Slettede celler' });
  await bin.getByText(name).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await bin.getByRole('button', { name: `Hent tilbage: ${name}` }).press('Enter');
  await cell(page, name).waitFor();
  expect(await page.locator('article.cell').evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual(
    before,
  );
  expect(await selected()).toBe(label);
});

test('keys move, rename and run the selected cell, and undo takes it back', async () => {
  const order = () => page.locator('article.cell').evaluateAll((all) => all.map((one) => one.ariaLabel));
  const before = await order();
  const label = await selected();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await order()).indexOf(label)).toBe(before.indexOf(label) - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(before);

  await page.keyboard.press('Alt+PageUp');
  await expect.poll(selected).toBe(before[before.indexOf(label) - 1]);
  await page.keyboard.press('Alt+PageDown');
  await expect.poll(selected).toBe(label);
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Navn' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('drawn_direction');
  await page.keyboard.press('Enter');
  await cell(page, 'drawn_direction').waitFor();
  await choose('omdøb', 'Omdøb cellen');
  expect(await page.getByRole('textbox', { name: 'Navn' }).inputValue()).toBe('drawn_direction');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await cell(page, 'drawn_direction').waitFor({ state: 'detached' });
});

test('a cell is dragged to where the line shows, and Escape leaves it where it is', async () => {
  const order = () => page.locator('article.cell').evaluateAll((all) => all.map((one) => one.id));
  const before = await order();
  const cells = page.locator('article.cell');
  const grab = async (nth: number, to: number) => {
    await cells.nth(nth).hover({ position: { x: 5, y: 5 } });
    const grip = await cells.nth(nth).locator('.grip').boundingBox();
    const target = await cells.nth(to).boundingBox();
    await page.mouse.move((grip?.x ?? 0) + 9, (grip?.y ?? 0) + 9);
    await page.mouse.down();
    await page.mouse.move((grip?.x ?? 0) + 9, target?.y ?? 0, { steps: 4 });
    await page.locator('.drop-line').waitFor();
  };
  await page.evaluate(() => scrollTo(0, 0));
  await grab(1, 0);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await page.locator('.drop-line').count()).toBe(0);
  expect(await order()).toEqual(before);
  await grab(1, 0);
  await page.mouse.up();
  await expect.poll(order).toEqual([before[1], before[0], ...before.slice(2)]);
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(before);
});

test('the search finds words in what is folded, opens it, and says how many there are', async () => {
  await page.keyboard.press('Control+Shift+f');
  const search = page.getByRole('search', { name: 'Find i notesbogen' });
  await search.waitFor();
  await page.keyboard.type('avg(');
  await page.keyboard.press('Enter');
  await expect.poll(() => search.getByRole('status').innerText()).toMatch(/^1 af \d+$/);
  expect(await violations(page)).toEqual([]);
  const editor = page.locator('article.selected .cm-content');
  await editor.waitFor();
  expect(await editor.innerText()).toContain('avg(');
  expect(await search.getByRole('textbox').evaluate((it) => it === document.activeElement)).toBe(true);
  const first = await selected();
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => search.getByRole('status').innerText()).toMatch(/^(\d+) af \1$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('findes ingen steder');
  await search.getByText('Findes ikke').waitFor();
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  expect(first).toMatch(/^SQL /);
});

test('F9 shows the SQL as it is sent, and Ctrl S gives the notebook as a file', async () => {
  await choose('wellbeing_by_sex sql', 'wellbeing_by_sex');
  const sent = cell(page, 'wellbeing_by_sex').getByRole('button', { name: 'Oversat SQL' });
  await page.keyboard.press('F9');
  await expect.poll(() => sent.getAttribute('aria-expanded')).toBe('true');
  // The cell it reads is written into it.
  await expect.poll(() => cell(page, 'wellbeing_by_sex').innerText()).toMatch(/main_export"? AS/);
  await page.keyboard.press('F9');
  await expect.poll(() => sent.getAttribute('aria-expanded')).toBe('false');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect(file.suggestedFilename()).toBe('trivsel.md');
});

test('the map shows which cell reads which, and goes there', async () => {
  await choose('kort over', 'Kort over cellerne');
  const map = page.getByRole('dialog', { name: 'Kort over cellerne' });
  await map.getByRole('button', { name: 'wellbeing_chart, Figur, læser wellbeing' }).waitFor();
  expect(
    await map
      .getByRole('button', {
        name: /^wellbeing, SQL, læser .*project.*age|^wellbeing, SQL, læser .*age.*project/,
      })
      .count(),
  ).toBe(1);
  expect(await map.locator('path').count()).toBeGreaterThan(15);
  expect(await violations(page)).toEqual([]);
  await map.getByRole('button', { name: /^wellbeing_by_sex, / }).press('Enter');
  await map.waitFor({ state: 'detached' });
  expect(await selected()).toBe('SQL wellbeing_by_sex');
});

test('? lists the shortcuts, unless single keys are turned off', async () => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Genveje' });
  await sheet.getByText('Næste celle').waitFor();
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.waitForTimeout(300);
  expect(await sheet.count()).toBe(0);
  await choose('alle genveje', 'Vis alle genveje');
  await sheet.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
});

test('the palette does what stands nowhere else by key, and only what can be done now', async () => {
  await choose('kun, når', 'Kør kun, når jeg beder om det: til og fra');
  await page.getByLabel('Projekt', { exact: true }).selectOption({ index: 1 });
  await page.locator('article.cell.stale').first().waitFor();
  await choose('forældede', 'Kør forældede celler');
  await settle(page);
  await choose('kun, når', 'Kør kun, når jeg beder om det: til og fra');
  await choose('english', 'Read in English');
  await page.getByRole('button', { name: 'Run all' }).waitFor();
  await page.keyboard.press('Control+k');
  const english = page.getByRole('dialog', { name: 'Go to and do' });
  await english.getByRole('option', { name: 'Next cell' }).waitFor();
  expect(await english.getByRole('option', { name: 'Stop what is running' }).count()).toBe(0);
  await page.keyboard.press('Escape');
});
