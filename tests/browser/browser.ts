import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { clearStorage, leaveOutGuide, openProfile } from './profile';

/** The visitors of one file of tests. Compiling the engines takes longer than most tests: it is done before, or once. */
export class Visitors {
  readonly #contexts = new Set<BrowserContext>();
  readonly #profiles: string[] = [];
  readonly #areNew: boolean;
  /** The browser of a visitor who has left, of the usual kind. */
  #free: BrowserContext | undefined;

  /** `new`: they are shown around at their first visit to a notebook. */
  constructor(who?: 'new') {
    this.#areNew = who === 'new';
  }

  /** Nothing is stored but that one has been shown around; only the page's own files are there, fetched and compiled by an earlier visitor. */
  async arrive(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }> {
    const free = options ? undefined : this.#free;
    if (free) this.#free = undefined;
    const context = free ?? (await this.#open(options));
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(15_000);
    return { context, page };
  }

  async #open(options: BrowserContextOptions | undefined): Promise<BrowserContext> {
    const profile = mkdtempSync(join(tmpdir(), 'pejling-visitor-'));
    this.#profiles.push(profile);
    cpSync(inject('profile'), profile, { recursive: true });
    const context = await openProfile(profile, options);
    if (!this.#areNew) await leaveOutGuide(context);
    this.#contexts.add(context);
    return context;
  }

  /** The browser stays for the next one, who finds nothing of this one in it. */
  async leave(context: BrowserContext): Promise<void> {
    const used = context.pages();
    const page = await context.newPage();
    await Promise.all(used.map((each) => each.close()));
    await clearStorage(page, inject('origin'));
    await context.clearPermissions();
    this.#free = context;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#contexts].map((context) => context.close()));
    for (const profile of this.#profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A fresh visitor: nothing stored, Danish, and every page error and console error remembered. */
export async function visit(
  visitors: Visitors,
): Promise<{ context: BrowserContext; page: Page; errors: string[]; reported: string[] }> {
  const { context, page } = await visitors.arrive();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const reported: string[] = [];
  page.on('console', (message) => message.type() === 'error' && reported.push(message.text()));
  return { context, page, errors, reported };
}
