import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Chromium, goDownTyping } from '../stress/keeping';
import { fillUp } from '../stress/kept';
import { visit, Visitors } from './browser';
import { openText } from './notebook-page';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

const address = (name: string) => `${inject('origin')}/notebook/?recent=${name}`;
const note = (page: Page) => page.getByText('Notesbogen er åben i en anden fane. Her kan den læses.');
const titleOf = (page: Page) => page.locator('input.title');
const taken = (page: Page) => page.getByRole('button', { name: 'Skriv her i stedet' });

async function openKept(page: Page, title: string, name = 'fælles'): Promise<void> {
  await page.goto(address(name));
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('input.title')?.value === wanted,
    title,
  );
}

describe('two tabs with the same notebook', () => {
  let context: BrowserContext;
  let first: Page;
  let second: Page;
  let errors: string[];

  beforeEach(async () => {
    ({ context, page: first, errors } = await visit(visitors));
    await first.goto(`${inject('origin')}/notebook/?new`);
    await first.locator('header.screen-only').waitFor();
    await openText(
      first,
      '---\nformat: 1\ntitle: Fælles\n---\n# Om os\n\n```sql one\nSELECT 1 AS n\n```\n',
      'fælles.md',
    );
    await first.getByText(/gemt i denne browser/).waitFor();
    second = await context.newPage();
    await openKept(second, 'Fælles');
  });
  afterEach(async () => {
    expect(errors).toEqual([]);
    await visitors.leave(context);
  });

  test('one writes, the other reads, and takes over with what was typed last', async () => {
    await note(second).waitFor();
    expect(await titleOf(second).isEditable()).toBe(false);
    await second.locator('.cm-content').click();
    await second.keyboard.type('xyz');
    expect(await second.locator('.cm-content').innerText()).toBe('SELECT 1 AS n');
    expect(await second.getByRole('button', { name: 'Fortryd' }).isDisabled()).toBe(true);
    await second.getByRole('button', { name: 'Rapport', exact: true }).click();
    await second.getByText('Notesbogen skrives i en anden fane. Her kan den hentes, som den er').waitFor();
    expect(await second.getByRole('radio', { name: /^Alle/ }).isDisabled()).toBe(true);
    await second.keyboard.press('Escape');

    await titleOf(first).fill('Skrevet lige før');
    await taken(second).click();
    await note(first).waitFor();
    await note(second).waitFor({ state: 'detached' });
    expect(await titleOf(second).inputValue()).toBe('Skrevet lige før');
    expect(await titleOf(first).isEditable()).toBe(false);
    await titleOf(second).fill('Skrevet i den anden');
    await second.getByText(/gemt i denne browser/).waitFor();

    await second.close();
    await note(first).waitFor({ state: 'detached' });
    expect(await titleOf(first).inputValue()).toBe('Skrevet i den anden');
    await titleOf(first).fill('Til sidst');
    await first.getByText(/gemt i denne browser/).waitFor();
    await first.reload();
    await first.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input.title')?.value === 'Til sidst',
    );
    expect(await note(first).count()).toBe(0);
  });
});

describe('versions', () => {
  test('are kept as one writes and by name, told apart, and brought back in one step', async () => {
    const { context, page, errors } = await visit(visitors);
    await page.goto(`${inject('origin')}/notebook/?new`);
    await page.locator('header.screen-only').waitFor();
    await openText(page, '---\nformat: 1\ntitle: Før\n---\n# Om os\n\n```sql one\nSELECT 1 AS n\n```\n');
    await page.getByText(/gemt i denne browser/).waitFor();
    await titleOf(page).fill('Efter');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n  + 1');
    await page.getByText(/gemt i denne browser/).waitFor();

    await page.getByRole('button', { name: 'Mere', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Versioner' }).click();
    const sheet = page.getByRole('dialog', { name: 'Versioner' });
    await sheet.getByLabel('Navn på versionen').fill('Inden mødet');
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: /Inden mødet/ }).waitFor();
    await sheet.getByRole('button', { name: /Gemt af sig selv/ }).click();
    const told = (await sheet.locator('.lines > p').allTextContents()).join('\n');
    expect(told).toContain('fjernet linje:title: Før');
    expect(told).toContain('ny linje:title: Efter');
    expect(told).toContain('ny linje:  + 1');
    await sheet.getByRole('button', { name: 'Hent denne version' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input.title')?.value === 'Før',
    );
    expect(await page.locator('.cm-content').innerText()).toBe('SELECT 1 AS n');
    await page.getByRole('button', { name: 'Fortryd' }).click();
    expect(await titleOf(page).inputValue()).toBe('Efter');
    expect(await page.locator('.cm-content').innerText()).toContain('+ 1');
    expect(errors).toEqual([]);
    await visitors.leave(context);
  });
});

/** `npm run stress` does these many times over, and two tabs in every order. */
describe('what is typed is still there', () => {
  const chromium = new Chromium();
  afterAll(() => chromium.close());

  test('when the tab’s process, or the whole browser, goes down', async () => {
    for (const blow of ['crash', 'kill'] as const) await goDownTyping(chromium, inject('origin'), 7, blow);
  });

  test('when the browser has no more room: it is told, and saved as a file', async () => {
    await fillUp(inject('origin'), 7);
  });
});
