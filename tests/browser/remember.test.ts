import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { stored } from './stored';
import { visit, Visitors } from './browser';
import { dropFiles, openText, settle, tableOf } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

const phrase = 'rødgrød med fløde på';
const notebook = `---
format: 1
title: Husket
---
# Husket

\`\`\`sql children
SELECT course_id || ' ' || child_id AS told, project, 99 AS n FROM courses ORDER BY ALL
\`\`\`

\`\`\`sql problems
SELECT file, line, rule, value, 99 AS n FROM import_problems ORDER BY ALL
\`\`\`
`;
const courses = {
  name: 'courses.csv',
  text: 'course_id;child_id;project;age\nc1;010203-4567;Havneby;12\n\nc2;0203045678;Havneby;hest\nc3;brudt\n',
};

const rail = (page: Page) => page.getByRole('complementary');
const phraseField = (page: Page) => page.getByLabel('Adgangssætning', { exact: true });
const tables = async (page: Page) => [await tableOf(page, 'children'), await tableOf(page, 'problems')];

async function openCourses(page: Page): Promise<void> {
  await openText(page, notebook, 'husket.md');
  await dropFiles(page, [courses]);
  await rail(page).getByText('Data er kun i hukommelsen').waitFor({ timeout: 60_000 });
  await settle(page);
}

async function remember(page: Page): Promise<void> {
  await rail(page).getByRole('button', { name: 'Husk på denne enhed' }).click();
  await phraseField(page).fill(phrase);
  await page.getByLabel('Adgangssætningen igen').fill(phrase);
  await page.getByRole('button', { name: 'Husk det' }).click();
  await rail(page).getByText('Husket på denne enhed til').waitFor();
}

async function tryPhrase(page: Page, tried: string): Promise<void> {
  await phraseField(page).fill(tried);
  await page.getByRole('button', { name: 'Lås op' }).click();
}

/** Something in each kind of place that no version of ours has put there. */
function litter(page: Page): Promise<void> {
  return page.evaluate(async () => {
    document.cookie = 'old=1; path=/';
    localStorage.setItem('old', '1');
    await (await caches.open('old')).put('/old', new Response('old'));
    const file = await (await navigator.storage.getDirectory()).getFileHandle('old.db', { create: true });
    await (await file.createWritable()).close();
  });
}

/** What lies in the browser, asked without any of our code. */
function lies(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => [
    await indexedDB.databases(),
    await caches.keys(),
    await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
  ]);
}

test('what is remembered is unlocked as it was, unreadable without the pass-phrase, and all of it is forgotten', async () => {
  const { context, page, errors, reported } = await visit(visitors);
  await page.clock.install();
  await page.goto(`${inject('origin')}/notebook/?new`);
  await page.locator('header.screen-only').waitFor();
  await openCourses(page);
  const before = await tables(page);
  expect(before[0]?.[1]?.toSorted()).toEqual(['99', 'Havneby', expect.stringMatching(/^c1 p[0-9a-f]{16}$/)]);
  expect(before[1]?.map((row) => row[3])).toEqual(['line', '4', '5', '–']);
  expect(await stored(page)).not.toContain('Havneby');
  expect(await page.evaluate(() => indexedDB.databases())).toHaveLength(2);

  await remember(page);
  const bytes = await stored(page);
  expect(bytes).toContain('argon2id');
  for (const secret of [phrase, 'Havneby', 'courses.csv', 'course_id;', '010203', '4567', 'brudt'])
    expect(bytes).not.toContain(secret);

  await page.clock.fastForward('08:00:00');
  await page.waitForURL(/locked=husket/);
  await page.getByText('Lås det huskede op, eller vælg filerne igen.').waitFor();
  await tryPhrase(page, `${phrase}.`);
  await page.getByText('Den adgangssætning passer ikke.').waitFor();
  await tryPhrase(page, phrase);
  await page.waitForURL(/recent=husket/);
  await rail(page).getByText('Husket på denne enhed til').waitFor({ timeout: 60_000 });
  await settle(page);
  expect(await tables(page)).toEqual(before);

  // Later files follow; their children do not meet those of the earlier ones, and that is told
  await dropFiles(page, [{ name: 'courses_2.csv', text: courses.text.replaceAll(/^c(?=\d)/gm, 'd') }]);
  await rail(page).getByText('Cpr-numre er erstattet i flere omgange').waitFor({ timeout: 60_000 });

  const other = await context.newPage();
  await other.goto(`${inject('origin')}/notebook/?new`);
  await other.getByText('gemt i denne browser').waitFor();
  await litter(page);
  await rail(page).getByRole('link', { name: 'Glem alt på denne enhed' }).click();
  await page.getByRole('cell', { name: '3: pejling, pejling-mappings, pejling-remembered' }).waitFor();
  await page.getByText('Pejling er åben i en fane til.').waitFor();
  await page.getByRole('button', { name: 'Glem alt' }).click();
  await page.getByRole('button', { name: 'Ja, glem alt' }).click();
  await page.getByRole('heading', { name: 'Alt er glemt' }).waitFor();
  const told = await page
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLTableRowElement).cells[2]?.innerText));
  expect(told).toEqual(['Er her endnu', ...Array<string>(7).fill('intet')]);
  const was = await page.getByRole('table').innerText();
  for (const name of ['pejling-remembered', 'old.db', '1: old\t', 'pejling-language'])
    expect(was).toContain(name);
  expect(await lies(page)).toEqual([[], [], [], {}, {}, '']);

  // The other tab cannot bring anything back
  await other.getByRole('textbox', { name: 'Titel' }).fill('Skrevet bagefter');
  await other.getByText('Ikke gemt i denne browser. Gem en fil.').waitFor();
  expect(await lies(page)).toEqual([[], [], [], {}, {}, '']);
  await page.getByRole('button', { name: 'Begynd forfra' }).click();
  await page.getByText('Ingen endnu. Åbn en færdig notesbog eller en ny').waitFor();
  expect([...errors, ...reported]).toEqual([]);
  await context.close();
});

test('a page nobody uses warns, locks and says why; the demonstration does not; and nothing is in a reader’s way', async () => {
  const page = await visitAs(visitors, 'light', 1440);
  await page.clock.install();
  await page.goto(`${inject('origin')}/notebook/?new`);
  await rail(page).getByRole('button', { name: 'Prøv med eksempeldata' }).click();
  await rail(page).getByText('opdigtet').waitFor({ timeout: 60_000 });
  await page.clock.fastForward('01:00:00');
  expect(await page.getByText('Siden har ikke været i brug.').count()).toBe(0);
  await openCourses(page);
  expect(await violations(page)).toEqual([]);
  await rail(page).getByRole('button', { name: 'Husk på denne enhed' }).click();
  await phraseField(page).fill('kort');
  await page.getByRole('button', { name: 'Husk det' }).click();
  await page.getByText('Adgangssætningen skal være på mindst 12 tegn.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await remember(page);
  expect(await violations(page)).toEqual([]);

  await rail(page).getByLabel('Lås efter').selectOption({ label: '5 minutter uden brug' });
  await page.clock.fastForward('04:30');
  await page.getByText('Siden har ikke været i brug.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bliv her' }).click();
  await page.getByText('Siden har ikke været i brug.').waitFor({ state: 'detached' });
  await page.clock.fastForward('03:00');
  expect(new URL(page.url()).pathname).toBe('/notebook/');
  await page.clock.fastForward('02:00');
  await page.waitForURL(/locked=husket/);
  await page.getByRole('heading', { name: /^Husket til .*: 1 fil$/ }).waitFor();
  expect(page.workers()).toEqual([]);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Glem alt på denne enhed' }).click();
  await page.getByRole('button', { name: 'Glem alt' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ja, glem alt' }).click();
  await page.getByRole('heading', { name: 'Alt er glemt' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${inject('origin')}/?locked=husket`);
  await page.getByText('Data var ikke husket: vælg filerne igen.').waitFor();
  await page.context().close();
});
