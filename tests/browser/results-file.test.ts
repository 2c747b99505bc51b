import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe';
import { Visitors } from './browser';
import {
  cell,
  cellsRun,
  dropFiles,
  openDemonstration,
  openFiles,
  openText,
  settle,
  tableOf,
  trust,
} from './notebook-page';

/** One shares a notebook and its results; another, without data, opens both. */
const visitors = new Visitors();
let page: Page;
afterAll(() => visitors.close());

const text = `---
format: 1
title: Til jer uden data
---
# Til jer uden data

De ældste er {{ older.n }}.

\`\`\`input from
type: number
label: Fra alder
value: 11
\`\`\`

\`\`\`sql older title="De ældste"
SELECT count(*) AS n FROM courses WHERE age >= $from
\`\`\`

\`\`\`sql groups title="Efter køn"
SELECT sex, count(*) AS n, CASE WHEN count(*) < 5 THEN 7777 ELSE 41 END AS secret
FROM (SELECT sex, row_number() OVER (PARTITION BY sex ORDER BY course_id) AS row FROM courses) AS numbered
WHERE sex = 'girl' OR (sex = 'boy' AND row <= 3)
GROUP BY sex ORDER BY sex
\`\`\`

\`\`\`plot drawn
data: groups
title: Piger og drenge
marks: [{ barX: { x: n, y: sex } }]
\`\`\`

\`\`\`compare effect title="Efter køn"
data: measured
by: sex
before: before
after: after
\`\`\`

\`\`\`sql measured
SELECT sex, before, after, direction, course_id FROM changes WHERE instrument = 'who5' AND sex IS NOT NULL
\`\`\`
`;
let notebook: { name: string; text: string };
let results: { name: string; text: string };

const sheet = () => page.getByRole('dialog', { name: 'Del notesbogens tal' });
const note = () => page.getByRole('status', { name: 'Tallene her er fra en fil' });
const margin = (name: string) => cell(page, name).locator('aside');
const number = () => page.getByTitle('older.n').innerText();
const field = () => page.getByRole('spinbutton', { name: 'Fra alder' });

async function get(button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet().getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function openSheet(): Promise<void> {
  await page.getByRole('button', { name: 'Rapport', exact: true }).click();
  await sheet().getByRole('button', { name: 'Hent rapport' }).waitFor();
}

test('a notebook leaves with its results, a file a press, and they hold no number of a handful', async () => {
  ({ page } = await visitors.arrive({ acceptDownloads: true }));
  await openDemonstration(page, inject('origin'));
  await openText(page, text, 'uden-data.md');
  await settle(page);
  await openSheet();
  await sheet().getByText('Notesbogen med resultater').click();
  results = await get('2. Hent resultaterne');
  await sheet().getByText('Hentet: uden-data.results.json. Hent også notesbogen').waitFor();
  notebook = await get('1. Hent notesbogen');
  await sheet().getByText('Hentet: uden-data.md og uden-data.results.json.').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(results.text).not.toMatch(/7777|BRUS|course_id/);
  expect(JSON.parse(results.text)).toMatchObject({ format: 1, synthetic: true, policy: { minimum: 5 } });
  const { log } = JSON.parse((await get('Hent loggen')).text) as { log: { what: string; file: string }[] };
  expect(log.at(-1)).toMatchObject({ what: 'results', file: 'uden-data.results.json' });
  await page.keyboard.press('Escape');
});

describe('who opens both without data', () => {
  let first = '';
  beforeAll(async () => {
    ({ page } = await visitors.arrive({ acceptDownloads: true }));
    await page.goto(`${inject('origin')}/notebook/?new`);
    await page.locator('input.title').waitFor();
    await openFiles(page, [results, notebook]);
    await note().waitFor();
  });

  test('sees the chart, the tables and the numbers, each marked, and nothing has run', async () => {
    await note().getByText('Grupper under 5 børn er ikke vist. De er fra eksempeldata.').waitFor();
    await cell(page, 'drawn').locator('.chart svg').waitFor();
    first = await number();
    expect(first).toMatch(/^\d\.\d{3}$/);
    const rows = await tableOf(page, 'groups');
    expect(rows.flat().join(' ')).toMatch(/Pige \d/);
    expect(rows.flat().join(' ')).not.toContain('7777');
    expect((await tableOf(page, 'effect')).length).toBeGreaterThan(2);
    for (const name of ['older', 'groups', 'drawn', 'effect'])
      await margin(name).getByText('fra filen', { exact: true }).waitFor();
    expect(await page.locator('article .old').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^(Kopiér tabel|Gem billede|Hvad betyder)/ }).count()).toBe(
      0,
    );
    expect(await cellsRun(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test('makes no report of them, and prints none', async () => {
    await openSheet();
    const report = await get('Hent rapport');
    expect(report.text).not.toContain(first);
    await sheet().getByText('Notesbogen med resultater').click();
    await sheet().getByRole('button', { name: '2. Hent resultaterne' }).click();
    await sheet().getByText('Der er intet, der kan deles.').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('main').innerText()).not.toContain(first);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(number).toBe(first);
  });

  test('loses what reads a menu that is changed, and no other; it comes back with the menu', async () => {
    await field().fill('12');
    await field().press('Enter');
    await margin('older').getByText('Resultatet fra filen hører til en anden udgave af cellen.').waitFor();
    expect(await number()).toBe('…');
    expect(await cell(page, 'older').locator('table').count()).toBe(0);
    expect(await cell(page, 'groups').locator('table').count()).toBe(1);
    await field().fill('11');
    await field().press('Enter');
    await expect.poll(number).toBe(first);
  });

  test('with the same data still sees them, until the cells are run: then their own', async () => {
    await page.getByRole('button', { name: 'Brug eksempeldata' }).click();
    await page.getByRole('button', { name: 'Brug eksempeldata' }).waitFor({ state: 'detached' });
    await margin('older').getByText('fra filen', { exact: true }).waitFor();
    await trust(page);
    await settle(page);
    expect(await number()).toBe(first);
    await note().getByText('Alle celler har nu deres egne tal.').waitFor();
    expect(await page.getByText('fra filen', { exact: true }).count()).toBe(0);
    await note().getByRole('button', { name: 'Fjern tallene fra filen' }).click();
    await note().waitFor({ state: 'detached' });
  });

  test('is told why a file is not used', async () => {
    const problem = page.getByRole('status', { name: 'Filen med resultater er ikke brugt' });
    await dropFiles(page, [{ name: 'x.results.json', text: results.text.slice(0, -20) }]);
    await problem.getByText('Den er ikke, som Pejling har skrevet den.').waitFor();
    await dropFiles(page, [{ name: 'x.json', text: results.text.replace('"format":1', '"format":2') }]);
    await problem.getByText('nyere udgave').waitFor();
    await openText(page, text.replaceAll('FROM', 'FROM  ').replace('Til jer', 'Anden'), 'anden.md');
    await problem.waitFor({ state: 'detached' });
    await dropFiles(page, [results]);
    await problem.getByText('Den hører ikke til denne notesbog').waitFor();
  });
});
