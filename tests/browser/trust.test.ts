import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { writeLink } from '../../src/lib/workbench/link';
import { Visitors } from './browser';
import { cell, cellsRun, openFiles, openPalette, settle, tableOf, trust } from './notebook-page';

const trivsel = readFileSync('notebooks/trivsel.md', 'utf8');
/** Made from a shipped one, with a cell that reads something else. */
const made = `${trivsel}\n\`\`\`sql foreign title="Deres egen"\nSELECT dataset, count(*) AS n FROM sessions GROUP BY dataset\n\`\`\`\n`;
const small = `---
format: 1
title: Fra en kollega
---
# Fra en kollega

\`\`\`input sex
type: select
label: Hvem
value: girl
from: SELECT DISTINCT sex FROM courses
\`\`\`

\`\`\`sql counted title="Talt"
SELECT count(*) AS n FROM courses WHERE sex = $sex
\`\`\`
`;

const visitors = new Visitors();
let context: BrowserContext;
let page: Page;
const asked: string[] = [];
beforeAll(async () => {
  ({ context, page } = await visitors.arrive({
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  }));
  context.on('request', (request) => asked.push(request.url()));
});
afterAll(() => visitors.close());

const notebookPage = () => `${inject('origin')}/notebook/`;
const note = () => page.getByRole('status', { name: 'Denne notesbog kommer udefra. Intet i den er kørt.' });
const isTitled = (title: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('input.title')?.value === wanted,
    title,
  );

async function openLink(text: string): Promise<void> {
  const link = await writeLink(text, notebookPage());
  if (!link.ok) throw new Error('too long');
  // From another page: an address that differs in its fragment alone would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(link.address);
}

describe('a notebook in a link', () => {
  test('stands there and nothing of it has run, not even its menus, whatever is tried', async () => {
    await openLink(small);
    await note().waitFor();
    await note().getByText('kører den 2 celler og læser tabellen courses', { exact: false }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await note().getByRole('button', { name: 'Brug eksempeldata' }).click();
    await page.getByText('eksempeldata', { exact: false }).first().waitFor();
    await note().getByRole('button', { name: 'Brug eksempeldata' }).waitFor({ state: 'detached' });
    await page.waitForTimeout(500);

    const runAll = page.getByRole('button', { name: /^Kør alle/ });
    expect(await runAll.isDisabled()).toBe(true);
    await cell(page, 'counted').click();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Shift+Enter');
    const palette = await openPalette(page);
    expect(await palette.getByRole('option', { name: /^Kør (alle|cellen|forældede)/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('input.title').fill('Fra en kollega, rettet');
    await page.waitForTimeout(500);
    expect(await cellsRun(page)).toEqual([]);
    expect(await cell(page, 'counted').locator('table').count()).toBe(0);
  });

  test('is still asked about after a reload, and runs when the person says so', async () => {
    await page.reload();
    await note().waitFor();
    await note().getByRole('button', { name: 'Lad den være' }).click();
    await page.getByRole('status', { name: 'Notesbogen kommer udefra og er ikke kørt.' }).waitFor();
    expect(await cellsRun(page)).toEqual([]);
    await trust(page);
    await settle(page);
    expect((await tableOf(page, 'counted')).length).toBe(2);
    // The name of the kept notebook: only what is in the fragment came from outside, and it was never sent.
    expect(asked.filter((url) => url.includes('n1.'))).toEqual([]);
    await page.waitForFunction(() => localStorage.getItem('pejling-trusted') !== null);
    await page.waitForTimeout(700);
    await page.reload();
    await settle(page);
    expect(await page.locator('.notebook.inert').count()).toBe(0);
    expect((await tableOf(page, 'counted')).length).toBe(2);
  });

  test('that was made from a ready one tells what differs', async () => {
    await openLink(made);
    await note().waitFor();
    await note()
      .getByText('lavet af den færdige notesbog »Trivsel før og efter«', { exact: false })
      .waitFor();
    await note().getByText('sessions', { exact: false }).first().waitFor();
    await note().getByText('Se, hvad der er anderledes').click();
    await note()
      .getByRole('group', { name: 'foreign' })
      .getByText('FROM sessions', { exact: false })
      .waitFor();
  });

  test('that is a ready one unchanged is like the ready one', async () => {
    await openLink(trivsel);
    await isTitled('Trivsel før og efter');
    expect(await page.locator('.notebook.inert').count()).toBe(0);
  });

  test('that is cut off, or of a later program, is told of', async () => {
    for (const [fragment, words] of [
      ['#n1.eJwLycxV', 'Noget af linket mangler'],
      ['#n2.abc', 'nyere udgave af Pejling'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(notebookPage() + fragment);
      await page
        .getByRole('status', { name: 'Linket gav ingen notesbog' })
        .getByText(words, { exact: false })
        .waitFor();
    }
  });
});

describe('a notebook in a file', () => {
  test('is asked about once: the same text runs the next time, another does not', async () => {
    await page.goto(`${inject('origin')}/notebook/?open=trivsel`);
    await settle(page);
    const text = small.replace('title: Fra en kollega', 'title: Fra en fil');
    await openFiles(page, [{ name: 'fil.md', text }]);
    await note().waitFor();
    await isTitled('Fra en fil');
    await cellsRun(page);
    await page.waitForTimeout(400);
    expect(await cellsRun(page)).toEqual([]);
    await trust(page);
    await settle(page);
    await openFiles(page, [{ name: 'andet.md', text: text.replace('count(*)', 'count(age)') }]);
    await note().waitFor();
    await openFiles(page, [{ name: 'igen.md', text }]);
    await settle(page);
    expect(await page.locator('.notebook.inert').count()).toBe(0);
  });
});

describe('a link is made', () => {
  test('from the sheet for sharing and from the palette; it gives the same notebook', async () => {
    await page.getByRole('button', { name: 'Rapport', exact: true }).first().click();
    const sheet = page.getByRole('dialog', { name: 'Del notesbogens tal' });
    await sheet.getByText('også noter og beslutninger', { exact: false }).waitFor();
    await sheet.getByRole('button', { name: 'Kopiér link til notesbogen' }).click();
    await sheet.getByText('Linket er kopieret').waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toMatch(/\/notebook\/#n1\.[\w-]+$/);
    await page.keyboard.press('Escape');
    const palette = await openPalette(page);
    await page.keyboard.insertText('link til');
    await palette.getByRole('option', { name: /Kopiér link/ }).click();
    await page.getByRole('dialog', { name: 'Link til notesbogen' }).waitFor();
    await page.goto('about:blank');
    await page.goto(address);
    await isTitled('Fra en fil');
    // Its own: it has been here before.
    expect(await page.locator('.notebook.inert').count()).toBe(0);
  });

  test('not of a notebook that is too long: the file is offered', async () => {
    const lines = Array.from({ length: 4_000 }, (_, at) => ((at + 7) * 48_271 * 7_919).toString(36));
    await openFiles(page, [
      { name: 'lang.md', text: `---\nformat: 1\ntitle: Lang\n---\n# Lang\n\n${lines.join('\n')}\n` },
    ]);
    await isTitled('Lang');
    const palette = await openPalette(page);
    await page.keyboard.insertText('link til');
    await palette.getByRole('option', { name: /Kopiér link/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Link til notesbogen' });
    await sheet.getByRole('button', { name: 'Kopiér link til notesbogen' }).click();
    await sheet.getByText('for lang til et link', { exact: false }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name: 'Gem notesbogen som fil' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('lang.md');
  });
});
