import { chromium, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from '../../src/cli/browser.mjs';
import { dropFiles } from './notebook-page';

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile on disk, as at home. */
export function openProfile(profile: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    args: flags,
    locale: 'da-DK',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
}

/** As if one had been shown around the notebook page before, so that no card lies on it. */
export function leaveOutGuide(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    // The notebook page is also come to from the opening page, which stays.
    if (/^\/(notebook\/)?$/.test(location.pathname)) localStorage.setItem('pejling-guide', 'seen');
  });
}

/**
 * Visits the site twice: what is compiled is kept once it has been used a while, and used at the next visit. Of the visits
 * themselves nothing stays.
 */
export async function warmProfile(profile: string, origin: string): Promise<void> {
  for (const wait of [6_000, 500]) {
    const context = await openProfile(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${origin}/notebook/?new`);
    await page.locator('header.screen-only').waitFor();
    await dropFiles(page, [{ name: 'courses.csv', text: 'course_id;age\nc1;7\n' }]);
    await page.getByText('Data: export').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(wait);
    await page.goto('about:blank');
    await clearStorage(page, origin);
    await context.close();
  }
}

/** All that a site can keep; not what the browser has fetched and compiled of it. */
export async function clearStorage(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,file_systems,indexeddb,local_storage,service_workers,cache_storage';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await session.detach();
}
