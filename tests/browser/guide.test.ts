import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { visit, Visitors } from './browser';
import { settle } from './notebook-page';

const visitors = new Visitors('new');
afterAll(() => visitors.close());

const guide = (page: Page): Locator => page.getByRole('region', { name: 'Kort rundtur' });
const press = (page: Page, name: string) => guide(page).getByRole('button', { name }).click();

async function openNotebook(page: Page): Promise<void> {
  await page.goto(`${inject('origin')}/notebook/?open=trivsel&demo`);
  await settle(page);
}

/** What is pointed at: it is in view, and the card does not lie over it. */
async function pointedAt(page: Page): Promise<string> {
  const target = page.locator('[data-guide]');
  await target.waitFor();
  expect(await target.count()).toBe(1);
  // The page moves there, or has been there all the time.
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('[data-guide]')?.getBoundingClientRect() ?? new DOMRect();
    return top > 0 && bottom > 0 && bottom <= innerHeight;
  });
  await page.waitForTimeout(400);
  const shown = await target.evaluate((element) => element.checkVisibility({ opacityProperty: true }));
  expect(shown).toBe(true);
  const [box, card] = [await target.boundingBox(), await guide(page).boundingBox()];
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  if (!box || !card) throw new Error('nothing is pointed at');
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  const apart = box.y + box.height <= card.y || box.y >= card.y + card.height || box.x + box.width <= card.x;
  expect(apart).toBe(true);
  return target.evaluate((element) => element.id || (element as HTMLElement).innerText.trim());
}

test('a new person is shown around by keyboard alone, once, and can ask for it again', async () => {
  const { context, page, errors, reported } = await visit(visitors);
  await openNotebook(page);
  await guide(page).waitFor();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(await guide(page).getByRole('status').innerText()).toContain('1 af 5');
  expect(await pointedAt(page)).toMatch(/^\d/);

  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Næste');
  const found: string[] = [];
  for (let stop = 2; stop <= 5; stop++) {
    await page.keyboard.press('Enter');
    await guide(page).getByText(`${stop} af 5`).waitFor();
    found.push(await pointedAt(page));
  }
  expect(found).toEqual(['input-project', 'Hvad betyder tallene?', 'Udforsk', 'Rapport']);
  await page.keyboard.press('Enter');
  await guide(page).waitFor({ state: 'detached' });
  expect(await page.locator('[data-guide]').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Rapport');

  await openNotebook(page);
  await page.waitForTimeout(2_500);
  expect(await guide(page).count()).toBe(0);

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('rundt');
  await page.keyboard.press('Enter');
  await guide(page).getByText('1 af 5').waitFor();
  await press(page, 'Næste');
  await press(page, 'Tilbage');
  await guide(page).getByText('1 af 5').waitFor();
  await press(page, 'Spring over');
  await guide(page).waitFor({ state: 'detached' });
  await page.locator('header .actions > button[aria-haspopup=menu]').click();
  await page.getByRole('menuitem', { name: 'Vis mig rundt' }).click();
  await guide(page).waitFor();
  expect([...errors, ...reported]).toEqual([]);
  await visitors.leave(context);
});

test('Escape skips it, unless something else lies open or is written in', async () => {
  const { context, page } = await visit(visitors);
  await openNotebook(page);
  await guide(page).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await guide(page).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await guide(page).waitFor({ state: 'detached' });
  await page.reload();
  await settle(page);
  await page.waitForTimeout(2_500);
  expect(await guide(page).count()).toBe(0);
  await visitors.leave(context);
});

test('an empty notebook has nothing to be shown, and the guide waits until there is', async () => {
  const { context, page } = await visit(visitors);
  await page.goto(`${inject('origin')}/notebook/?new`);
  await page.locator('header.screen-only').waitFor();
  await page.waitForTimeout(2_500);
  expect(await guide(page).count()).toBe(0);
  await openNotebook(page);
  await guide(page).waitFor();
  await visitors.leave(context);
});

test('it is in nobody’s way: light and dark, wide and on a phone', async () => {
  const page = await visitAs(visitors, 'light', 1440);
  await openNotebook(page);
  await guide(page).waitFor();
  const prose = await page.locator('article.prose p').first().boundingBox();
  const card = await guide(page).boundingBox();
  expect((prose?.x ?? 0) + (prose?.width ?? 0)).toBeLessThanOrEqual(card?.x ?? 0);
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
  await page.reload();
  await settle(page);
  await page.getByRole('button', { name: 'Mere', exact: true }).click();
  await page.getByRole('dialog').locator('button[aria-haspopup=menu]').click();
  await page.getByRole('dialog').getByRole('menuitem', { name: 'Vis mig rundt' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (let stop = 1; stop <= 5; stop++) {
    await guide(page).getByText(`${stop} af 5`).waitFor();
    await pointedAt(page);
    if (stop < 5) await press(page, 'Næste');
  }
  expect(await pointedAt(page)).toBe('Mere');
  await page.context().close();
});
