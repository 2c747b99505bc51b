import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../src/cli/browser.mjs';
import { flags, leaveOutGuide } from '../browser/profile';

export interface Visitor {
  readonly context: BrowserContext;
  leave(): Promise<void>;
}

/** A visitor with a profile of their own on disk, so that files and compiled code are kept between visits as at home. */
export async function arrive(): Promise<Visitor> {
  const profile = await mkdtemp(join(tmpdir(), 'pejling-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    args: flags,
    locale: 'da-DK',
    viewport: { width: 1440, height: 900 },
  });
  await leaveOutGuide(context);
  return {
    context,
    leave: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
