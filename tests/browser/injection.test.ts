import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { Visitors } from './browser';
import {
  dataFile,
  dataNotebook,
  proseNotebook,
  proseStrings,
  seeds,
  specNotebook,
  sqlNotebook,
  yamlNotebook,
} from './hostile-strings';
import { cell, openFiles, openText } from './notebook-page';

/** Many strings at once: what one of them does is seen wherever it stands. */
const visitors = new Visitors();
let context: BrowserContext;
let page: Page;
const wrong: string[] = [];

beforeAll(async () => {
  ({ context, page } = await visitors.arrive());
  await context.addInitScript(() => {
    const seen = window as unknown as { seen: string[]; canary: () => void };
    seen.seen = [];
    seen.canary = () => seen.seen.push('canary');
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.seen.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => wrong.push(`popup: ${popup.url()}`));
  const origin = inject('origin');
  context.on('request', (request) => {
    if (/^(https?|ftp):/.test(request.url()) && !request.url().startsWith(origin))
      wrong.push(`request: ${request.url()}`);
  });
  await page.goto(`${origin}/notebook/?new`);
  await openFiles(page, [{ name: 'courses.csv', text: 'course_id;age\nc1;7\nc2;8\n' }]);
  await page.getByText('Data: export').waitFor({ timeout: 60_000 });
});
afterAll(() => visitors.close());
beforeEach(() => void (wrong.length = 0));
afterEach(async () => {
  const address = page.url();
  expect(address.startsWith(inject('origin'))).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  expect(await page.evaluate(livingParts)).toEqual([]);
  expect(
    await page.evaluate(() => Object.keys(Object.prototype).concat('polluted' in {} ? 'polluted' : [])),
  ).toEqual([]);
  expect(wrong).toEqual([]);
});

/** What on the page could run, ask or send, were the policy of the page not there: that is another fence, with tests of its own. */
function livingParts(): string[] {
  const elements =
    'script, iframe, object, embed, form[action], base, meta, link, img, picture, source, video, audio, image, use, foreignObject, animate, set, style, math, template';
  const whole = [...document.querySelectorAll('body :not(script)')];
  const found = whole.filter((each) => each.matches(elements)).map((each) => each.outerHTML.slice(0, 200));
  for (const each of whole)
    for (const { name, value } of each.attributes) {
      const isAddress = /^(href|src|srcset|xlink:href|action|formaction|poster|ping|data)$/.test(name);
      if (name.startsWith('on')) found.push(`${name}=${value}`);
      if (isAddress && !/^(https?:|mailto:|#|\/|\.{1,2}\/|\?)/.test(value)) found.push(`${name}=${value}`);
      if (/^(style|fill|stroke|filter|mask|clip-path)$/.test(name) && /url\((?!["']?#)/.test(value))
        found.push(`${name}=${value}`);
    }
  return found;
}

const drawn = () => page.waitForTimeout(600);

/** The finished report of what is open, as whoever gets it opens it: from a disk, with nothing around it. */
async function isInertAsReport(holds: string): Promise<void> {
  await page.getByRole('button', { name: 'Rapport', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Del notesbogens tal' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Hent rapport' }).click(),
  ]);
  const file = join(mkdtempSync(join(tmpdir(), 'pejling-')), 'report.html');
  await download.saveAs(file);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  const reader = await context.newPage();
  reader.on('request', (request) => {
    if (request.url() !== `file://${file}`) wrong.push(`request of the report: ${request.url()}`);
  });
  reader.on('popup', (popup) => wrong.push(`popup of the report: ${popup.url()}`));
  await reader.goto(`file://${file}`);
  await reader.waitForTimeout(300);
  expect(await reader.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  expect(await reader.evaluate(livingParts)).toEqual([]);
  expect(await reader.locator('script').count()).toBe(0);
  expect(await reader.locator('body').innerText()).toContain(holds);
  await reader.close();
}

test('in prose, in every place of Markdown', async () => {
  expect(proseStrings.length).toBeGreaterThan(1_000);
  await openText(page, proseNotebook);
  await page.locator('.prose').first().waitFor();
  const shown = await page.locator('main').innerText();
  // They stand there as what they are.
  for (const seed of seeds.filter((each) => /^<(script|svg|img|iframe)/.test(each)))
    expect(shown).toContain(seed.slice(0, 12));
  await isInertAsReport('<script>canary()');
});

test('a link goes nowhere by a click, by either button: it tells where it would', async () => {
  const links = page.locator('.prose a:not([href^="#"])');
  expect(await links.count()).toBeGreaterThan(0);
  for (const each of await links.all())
    expect(await each.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:)/);
  await openText(
    page,
    '---\nformat: 1\ntitle: Link\n---\n# L\n\n[vores egen side](https://god.dk@evil.example/æ?x=1#y) og [mail](mailto:a@b.dk)\n',
  );
  await page.getByRole('link', { name: 'vores egen side' }).click();
  const sheet = page.getByRole('dialog', { name: 'Et link ud af Pejling' });
  await sheet.getByText('Dette link går til evil.example.').waitFor();
  await sheet.getByText('https://god.dk@evil.example/%C3%A6?x=1#y').waitFor();
  const open = sheet.getByRole('link', { name: 'Åbn i en ny fane' });
  expect(await open.getAttribute('rel')).toBe('noreferrer noopener');
  expect(await open.getAttribute('target')).toBe('_blank');
  await sheet.getByRole('button', { name: 'Bliv her' }).click();
  await page.getByRole('link', { name: 'vores egen side' }).click({ button: 'middle' });
  await sheet.getByRole('button', { name: 'Bliv her' }).click();
  await page.getByRole('link', { name: 'mail' }).click({ modifiers: ['Control'] });
  await sheet.getByText('Dette link skriver en mail til a@b.dk.').waitFor();
  await sheet.getByRole('button', { name: 'Bliv her' }).click();
  expect(context.pages()).toHaveLength(1);
});

test('in titles, columns, rows, axes and the words of errors', async () => {
  await openText(page, sqlNotebook);
  await cell(page, 'said').locator('table').waitFor();
  await cell(page, 'said_chart').locator('svg').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('article.failed').length > 20);
  await drawn();
  expect(await page.title()).toContain('<script>');
  await isInertAsReport('<script>');
});

test('in labels, choices, names and what describes a cell', async () => {
  await openText(page, yamlNotebook);
  await page.locator('article').first().waitFor();
  await drawn();
  await isInertAsReport('<script>');
});

test('in charts that ask for more than a chart is, and in YAML that asks for more than values', async () => {
  await openText(page, specNotebook);
  await cell(page, 'drawn').and(page.locator('.fresh')).waitFor();
  await drawn();
  expect(await page.locator('main svg[class*="plot"], main figure svg').count()).toBeGreaterThan(0);
});

test('in the columns, codes and projects of a data file, and in its name', async () => {
  await openText(page, dataNotebook);
  await openFiles(page, [{ name: 'courses<img src=x onerror=canary()>.csv', text: dataFile }]);
  await page.getByText('onerror=canary()', { exact: false }).first().waitFor();
  await drawn();
});
