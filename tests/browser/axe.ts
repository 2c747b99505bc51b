import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Visitors } from './browser';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

/** The policy of the page refuses scripts it does not know; only here is it set aside. */
export async function visitAs(
  visitors: Visitors,
  colorScheme: 'light' | 'dark',
  width: number,
): Promise<Page> {
  const { page } = await visitors.arrive({
    bypassCSP: true,
    colorScheme,
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  });
  return page;
}

/** Every rule that is broken, and where. What is in order is not written down element by element, which takes axe long. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}
