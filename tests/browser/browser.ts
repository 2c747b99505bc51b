import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../src/cli/browser.mjs';

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser() ?? '', args: flags });
}

/** A fresh visitor: nothing stored, Danish, and every page error and console error remembered. */
export async function visit(
  browser: Browser,
): Promise<{ context: BrowserContext; page: Page; errors: string[]; reported: string[] }> {
  const context = await browser.newContext({ locale: 'da-DK', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const reported: string[] = [];
  page.on('console', (message) => message.type() === 'error' && reported.push(message.text()));
  return { context, page, errors, reported };
}
