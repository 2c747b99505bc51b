import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, visit } from './browser';
import { settle, tableOf } from './notebook-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Drops a file or a folder of this machine on the page, as the operating system would. */
async function drop(page: Page, path: string, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [resolve(path)], dragOperationsMask: 19 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await page.waitForTimeout(200);
  }
}

test('a folder dropped on the opening page becomes a dataset of its own name', async () => {
  const { context, page } = await visit(browser);
  await page.goto(inject('origin'));
  const area = await page.locator('.drop').boundingBox();
  // The page answers a drag over it when it can, and a drop before that answer is no drop: then try again.
  for (let attempt = 0; attempt < 5 && !page.url().includes('notebook'); attempt += 1) {
    await drop(page, 'static/demo/pool', (area?.x ?? 0) + 40, (area?.y ?? 0) + 40);
    await page.waitForURL(/notebook/, { timeout: 2_000 }).catch(() => {});
  }
  await settle(page);
  expect(await tableOf(page, 'main_export')).toEqual([
    ['Datasæt', 'n'],
    ['pool', '3.766'],
  ]);
  expect(await page.getByText('opdigtet').count()).toBe(0);
  await context.close();
});
