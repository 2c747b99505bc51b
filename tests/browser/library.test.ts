import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { visit, Visitors } from './browser';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

const day = 86_400_000;
const entry = (name: string, title: string, text: string, openedAt: number, more: object = {}) => ({
  name,
  title,
  text: `---\nformat: 1\ntitle: ${title}\n---\n${text}\n`,
  openedAt,
  savedAt: openedAt,
  demonstration: false,
  ...more,
});

/** As the first program with a shelf left it. */
async function leaveShelf(page: Page, entries: readonly { readonly name: string }[]): Promise<void> {
  await page.goto(`${inject('origin')}/forget/`);
  await page.evaluate(
    (given) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('pejling', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('notebooks');
        opening.onerror = () => failed(opening.error ?? new Error('open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('notebooks', 'readwrite');
          for (const one of given) writing.objectStore('notebooks').put(one, one.name);
          writing.objectStore('notebooks').put({ shiny: true }, 'unreadable');
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    entries,
  );
}

const titles = (page: Page) => page.locator('main > ul a').allTextContents();
const actions = (page: Page, title: string) =>
  page.getByRole('button', { name: `Hvad skal der ske med ${title}?` });
async function act(page: Page, title: string, what: string): Promise<void> {
  await actions(page, title).click();
  await page.getByRole('menuitem', { name: what }).click();
}

/** What lies in the database now. */
const stored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ notebooks: string[]; versions: string[] }>((done) => {
        const opening = indexedDB.open('pejling');
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['notebooks', 'versions']);
          const notebooks = reading.objectStore('notebooks').getAllKeys();
          const versions = reading.objectStore('versions').getAllKeys();
          reading.oncomplete = () => {
            opening.result.close();
            done({
              notebooks: notebooks.result.map(String),
              versions: versions.result.map((key) => String((key as unknown[])[0])),
            });
          };
        };
      }),
  );

describe('the library', () => {
  let context: BrowserContext;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    ({ context, page, errors } = await visit(visitors));
    const now = Date.now();
    await leaveShelf(page, [
      entry('trivsel', 'Trivsel', '# Om børnene\n\nDe små klarer sig.', now - day),
      entry('møde', 'Refleksionsmøde', 'SELECT 1', now - 2 * day),
      entry('gammel', 'Ældst', 'intet', now - 9 * day),
      entry('smidt', 'Smidt ud', 'x', now - 50 * day, { deletedAt: now - 31 * day }),
    ]);
    await page.goto(inject('origin'));
    await page.getByRole('link', { name: 'Alle notesbøger' }).click();
    await page.getByText('3 notesbøger').waitFor();
  });
  afterAll(async () => {
    expect(errors).toEqual([]);
    await visitors.leave(context);
  });

  test('has what the first program kept, and is searched and put in order', async () => {
    expect(await titles(page)).toEqual(['Trivsel', 'Refleksionsmøde', 'Ældst']);
    await page.getByLabel('Rækkefølge').selectOption('title');
    expect(await titles(page)).toEqual(['Refleksionsmøde', 'Trivsel', 'Ældst']);
    const search = page.getByRole('searchbox');
    await search.fill('små');
    expect(await titles(page)).toEqual(['Trivsel']);
    expect(await page.locator('main > ul').innerText()).toContain('… De små klarer sig.');
    await search.fill('zebra');
    await page.getByText('Ingen notesbog har alle ordene.').waitFor();
    await search.fill('');
    // One that has lain in the bin for a month is gone, one that cannot be read stays.
    expect((await stored(page)).notebooks.toSorted()).toEqual(['gammel', 'møde', 'trivsel', 'unreadable']);
  });

  test('tags, renames and copies', async () => {
    await act(page, 'Trivsel', 'Mærker');
    await page.getByLabel('Mærker', { exact: true }).fill('BRUS, 2026');
    await page.keyboard.press('Enter');
    await page.getByText('Mærkerne på Trivsel er gemt.').waitFor();
    await page.getByLabel('Mærke', { exact: true }).selectOption('BRUS');
    expect(await titles(page)).toEqual(['Trivsel']);
    await page.getByLabel('Mærke', { exact: true }).selectOption('');

    await act(page, 'Trivsel', 'Omdøb');
    await page.getByLabel('Nyt navn').fill('møde');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByText('Der er allerede en notesbog med det navn.').waitFor();
    await page.getByLabel('Nyt navn').fill('.');
    await page.keyboard.press('Enter');
    await page.getByText('Skriv et navn med bogstaver eller tal.').waitFor();
    await page.getByLabel('Nyt navn').fill('unreadable');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByText('Der er allerede en notesbog med det navn.').waitFor();
    await page.getByLabel('Nyt navn').fill('trivsel i marts');
    await page.keyboard.press('Enter');
    await page.getByText('Trivsel har fået nyt navn.').waitFor();
    await act(page, 'Trivsel', 'Lav en kopi');
    await page.getByText('Der er lavet en kopi af Trivsel.').waitFor();
    expect(await titles(page)).toContain('Trivsel (kopi)');
    expect((await stored(page)).notebooks).toContain('trivsel i marts-2');
  });

  test('a notebook that is open elsewhere is not renamed or deleted', async () => {
    const other = await context.newPage();
    await other.goto(`${inject('origin')}/notebook/?recent=trivsel%20i%20marts`);
    await other.getByText(/gemt i denne browser/).waitFor();
    // Its tags are still there when it has been kept anew, and it gets a version at its first change.
    await other.locator('input.title').fill('Trivsel!');
    await other.waitForTimeout(700);
    await page.bringToFront();
    await page.reload();
    await act(page, 'Trivsel!', 'Slet');
    await page.getByText('Notesbogen er åben i en anden fane.').waitFor();
    await other.close();
    const line = page.getByRole('listitem').filter({ hasText: 'Trivsel!' });
    expect(await line.getByRole('button', { name: 'BRUS' }).count()).toBe(1);
    expect((await stored(page)).versions).toEqual(['trivsel i marts']);
  });

  test('what is deleted lies in the bin, comes back, and goes for ever with its versions', async () => {
    await act(page, 'Trivsel!', 'Slet');
    await page.getByText('Trivsel! ligger i papirkurven.').waitFor();
    expect(await titles(page)).not.toContain('Trivsel!');
    await page.getByRole('button', { name: 'Hent tilbage: Trivsel!' }).click();
    await page.getByText('Trivsel! er hentet tilbage.').waitFor();
    expect(await titles(page)).toContain('Trivsel!');
    await act(page, 'Trivsel!', 'Slet');
    await page.getByRole('button', { name: 'Slet for altid: Trivsel!' }).click();
    await page.getByRole('button', { name: 'Nej, behold den' }).click();
    await page.getByRole('button', { name: 'Slet for altid: Trivsel!' }).click();
    await page.getByRole('button', { name: 'Ja, slet for altid' }).click();
    await page.getByText('Trivsel! er slettet for altid.').waitFor();
    await page.getByText('Papirkurven er tom.').waitFor();
    expect(await stored(page)).toEqual({
      notebooks: expect.not.arrayContaining(['trivsel i marts']) as string[],
      versions: [],
    });
  });

  test('is used by keys alone', async () => {
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('ældst');
    const isThere = () => page.evaluate(() => document.activeElement?.textContent === 'Ældst');
    for (let tab = 0; tab < 5 && !(await isThere()); tab += 1) await page.keyboard.press('Tab');
    expect(await isThere()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Omdøb' }).waitFor();
    // The lines are there a moment before the focus is in them.
    await page.waitForFunction(() => document.activeElement?.matches('[role=menu], [role=menuitem]'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('input[type=text]'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.matches('button[aria-haspopup]'));
  });
});

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe finds nothing in a library with something in it, %s at %i', async (scheme, width) => {
  const page = await visitAs(visitors, scheme, width);
  await leaveShelf(page, [
    entry('a', 'Trivsel', 'x', Date.now(), { tags: ['BRUS'] }),
    entry('b', 'Smidt ud', 'x', Date.now(), { deletedAt: Date.now() }),
  ]);
  await page.goto(`${inject('origin')}/library/`);
  await act(page, 'Trivsel', 'Mærker');
  await page.getByRole('button', { name: 'Slet for altid: Smidt ud' }).click();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
