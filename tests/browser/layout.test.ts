import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { Visitors } from './browser';
import { settle } from './notebook-page';

/** By geometry, which holds in every Chromium: nothing overlaps, nothing is cut, and the text is as wide as it should be. */
const visitors = new Visitors();
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  ({ context } = await visitors.arrive());
});
// Each its own page: one that stands still would take those after it with it.
beforeEach(async () => {
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(() => page.close());
afterAll(() => visitors.close());

const widths = [390, 760, 768, 1024, 1180, 1440, 1920, 2560];

async function widen(width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  // Not by animation frame: a Chromium without a screen may draw none, and would never answer.
  await page.waitForTimeout(250);
}

/** What is wrong with the page as it stands. */
const faults = () =>
  page.evaluate(() => {
    const found: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) found.push(`the page is ${over} px too wide`);
    // What is there for those who listen is a pixel large.
    const isShown = (element: Element) => element.getClientRects().length > 0 && element.clientWidth !== 1;
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`;

    const blocks = [...document.querySelectorAll('main .page > *, main > section')].filter(isShown);
    blocks.slice(1).forEach((block, at) => {
      const above = (blocks[at] as Element).getBoundingClientRect();
      const overlap = above.bottom - block.getBoundingClientRect().top;
      if (overlap > 9) found.push(`${nameOf(block)} lies ${Math.round(overlap)} px over what is above it`);
    });

    const isClipping = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
    for (const element of document.querySelectorAll(
      'main :is(h1, h2, h3, p, button, a, label, td, th, li)',
    )) {
      if (!isShown(element) || element.closest('.unseen, svg, [hidden]')) continue;
      if (
        isClipping(element) &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.tagName !== 'TD' &&
        element.tagName !== 'TH'
      )
        found.push(`${nameOf(element)} is cut`);
      const { left, right } = element.getBoundingClientRect();
      const scrolls = element.closest('.scroll, [role=toolbar], pre, .wide');
      if (!scrolls && (left < -1 || right > innerWidth + 1)) found.push(`${nameOf(element)} reaches outside`);
    }
    return found;
  });

describe.each([
  ['the opening page', '/', 'h1'],
  ['the instruments', '/instruments/', 'h1'],
  ['the figures', '/figures/', 'h1'],
  ['the help', '/help/', 'h1'],
  ['the library', '/library/', 'h1'],
] as const)('%s', (_, path, ready) => {
  test('stands as it should from 390 to 2560 px', async () => {
    await page.goto(`${inject('origin')}${path}`);
    await page.locator(ready).first().waitFor();
    for (const width of widths) {
      await widen(width);
      expect(await faults(), `${width} px`).toEqual([]);
    }
  });
});

describe.each(['trivsel', 'puljen', 'maalgruppen', 'forandringsteori', 'lovende-praksis'])(
  'the notebook %s',
  (name) => {
    test('stands as it should from 390 to 2560 px, and its text is no wider than one can read', async () => {
      await page.goto(`${inject('origin')}/notebook/?open=${name}&demo`);
      await settle(page);
      for (const width of widths) {
        await widen(width);
        expect(await faults(), `${width} px`).toEqual([]);
        const widest = await page.evaluate(() =>
          Math.max(
            ...[...document.querySelectorAll('main .prose p')].map(
              (text) => text.getBoundingClientRect().width,
            ),
          ),
        );
        expect(widest).toBeLessThanOrEqual(680);
      }
    });
  },
);
