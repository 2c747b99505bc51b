import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../src/cli/browser.mjs';
import { flags, leaveOutGuide } from '../browser/profile';

/** Chromium of our own with a profile on disk: it can be killed as a whole, and started again on what it left. */
export class Chromium {
  readonly #profile = mkdtempSync(join(tmpdir(), 'pejling-keeping-'));
  #process: ChildProcess | undefined;
  #context: BrowserContext | undefined;

  async open(): Promise<BrowserContext> {
    if (this.#context) return this.#context;
    const own = [
      '--headless=new',
      '--window-size=1440,900',
      '--remote-debugging-port=0',
      `--user-data-dir=${this.#profile}`,
    ];
    const child = spawn(findBrowser() ?? '', [...flags, ...own, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = child;
    const address = await new Promise<string>((found, failed) => {
      let said = '';
      child.stderr.on('data', (piece) => {
        said += String(piece);
        const match = /ws:\/\/\S+/.exec(said);
        if (match) found(match[0]);
      });
      child.once('exit', () => failed(new Error(`Chromium did not start: ${said.slice(-400)}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    if (!context) throw new Error('no window');
    context.setDefaultTimeout(20_000);
    await leaveOutGuide(context);
    // A clock that can be set back while the page lives.
    await context.addInitScript(() => {
      const real = Date.now;
      Date.now = () => real() + Number(sessionStorage.getItem('clock') ?? 0);
    });
    this.#context = context;
    return context;
  }

  /** At once, with all its processes: nothing has time to be written. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    this.#context = undefined;
    if (child?.pid === undefined) return;
    const gone = new Promise((done) => child.once('exit', done));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The process of the page goes down, as when it runs out of memory. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const down = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await down;
  await page.close();
}

export const titleOf = (page: Page) => page.locator('input.title');
export const saved = (page: Page) => page.getByText(/gemt i denne browser/).waitFor();

/** Puts a notebook on the shelf as a program did: the first one had no versions and no tags. */
export async function putOnShelf(page: Page, origin: string, name: string, format: 1 | 2): Promise<void> {
  await page.goto(`${origin}/forget/`);
  await page.evaluate(
    ([key, version]) =>
      new Promise<void>((done, failed) => {
        // What is there goes first: there is no way back from the later program's.
        if (version === 1) indexedDB.deleteDatabase('pejling');
        const opening = indexedDB.open('pejling', version);
        opening.onupgradeneeded = ({ oldVersion }) => {
          if (oldVersion < 1) opening.result.createObjectStore('notebooks');
          if (version > 1) opening.result.createObjectStore('versions');
        };
        opening.onerror = () => failed(opening.error ?? new Error('open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('notebooks', 'readwrite');
          const text = `---\nformat: 1\ntitle: ""\n---\n\nDet står her.\n`;
          const kept = { name: key, title: '', text, openedAt: 1, savedAt: Date.now(), demonstration: false };
          writing.objectStore('notebooks').put(kept, key);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [name, format] as const,
  );
}

/** Of everything kept in the browser: notebooks, and what they were before. */
export function keptTexts(page: Page): Promise<{ notebooks: string[]; versions: string[] }> {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open('pejling');
        opening.onsuccess = () => {
          const stores = [...opening.result.objectStoreNames];
          const reading = opening.result.transaction(stores);
          const all = stores.map((store) => reading.objectStore(store).getAll());
          reading.oncomplete = () => {
            opening.result.close();
            const texts = all.map(({ result }) => result.map(({ text }: { text: string }) => text));
            done({ notebooks: texts[0] ?? [], versions: texts[1] ?? [] });
          };
        };
      }),
  );
}

export async function openKept(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/notebook/?recent=${encodeURIComponent(name)}`);
  await page.getByText('Det står her.').waitFor();
}

/** Numbers from 0 to 1 that follow from a seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a person loses at most when the tab goes down. */
const lostMs = 1_000;

export type Blow = 'crash' | 'kill';

/**
 * Types until the tab, or the browser, goes down at a moment that the seed says, with the clock set back on the way; opens
 * the notebook again. Throws when what is there is not what was typed up to a second before, or not what was kept.
 */
export async function goDownTyping(
  chromium: Chromium,
  origin: string,
  seed: number,
  blow: Blow,
): Promise<void> {
  const random = chance(seed);
  const name = `n${seed}-${blow}`;
  const context = await chromium.open();
  const page = await context.newPage();
  await putOnShelf(page, origin, name, 2);
  await openKept(page, origin, name);
  await titleOf(page).focus();
  const typed: { readonly text: string; readonly at: number }[] = [{ text: '', at: 0 }];
  let text = '';
  let wasKept = '';
  const until = performance.now() + 300 + random() * 2_700;
  while (performance.now() < until) {
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    await page.keyboard.type(letter);
    text += letter;
    typed.push({ text, at: performance.now() });
    if (random() < 0.05)
      await page.evaluate((back) => sessionStorage.setItem('clock', back), `${-random() * 9e7}`);
    if (random() < 0.1) wasKept = titleIn(await keptTexts(page), text) ?? wasKept;
    await page.waitForTimeout(random() * 60);
  }
  const at = performance.now();
  if (blow === 'crash') await crash(page);
  else await chromium.kill();

  const again = await (await chromium.open()).newPage();
  await openKept(again, origin, name);
  const found = await titleOf(again).inputValue();
  const due = typed.findLast((one) => one.at <= at - lostMs)?.text ?? '';
  const isWhole = text.startsWith(found) && found.startsWith(due) && found.startsWith(wasKept);
  // It goes on from there.
  await titleOf(again).fill(`${found}!`);
  await saved(again);
  await again.close();
  if (!isWhole)
    throw new Error(`${blow}: "${found}" of "${text}", of which "${due}" was due and "${wasKept}" kept`);
}

/** The longest title kept that is a beginning of what was typed. */
function titleIn(kept: { notebooks: string[] }, typed: string): string | undefined {
  return kept.notebooks
    .map((text) => /^title: "?([a-z]*)"?$/m.exec(text)?.[1] ?? '')
    .filter((title) => typed.startsWith(title))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** So much that nothing packs it. */
export function incompressible(bytes: number, random: () => number): string {
  const line = () =>
    Array.from({ length: 96 }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
  return Array.from({ length: Math.ceil(bytes / 97) }, () => line().replaceAll('`', ' ')).join('\n');
}
