import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { stored } from './stored';
import { violations, visitAs } from './axe';
import { visit, Visitors } from './browser';
import { cell, dropFiles, openText, settle, tableOf } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

/** Workbooks of a documentation system, with Danish headings; made by `exports/make.py`. */
const workbook = (name: string) => ({ name, text: readFileSync(`tests/browser/exports/${name}`) });

const heading = (page: Page) => page.getByRole('heading', { name: 'Passer det her?' });
const line = (page: Page, column: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: column, exact: false }) });
const words = async (page: Page, column: string) =>
  (await line(page, column).first().getByRole('cell').last().innerText())
    .split('\n')
    .map((each) => each.trim());

const bySex = async (page: Page) => {
  await settle(page);
  return (await tableOf(page, 'wellbeing_by_sex')).map(([sex, n]) => [sex, n]);
};

test('a workbook with Danish headings is matched, one guess corrected, and the next one matches itself', async () => {
  const { context, page, errors, reported } = await visit(visitors);
  await page.goto(`${inject('origin')}/notebook/`);
  await page.getByRole('textbox', { name: 'Titel' }).waitFor();
  await dropFiles(page, [workbook('januar.xlsx')]);
  await heading(page).waitFor({ timeout: 60_000 });
  expect(await page.locator('.lede').first().innerText()).toBe(
    'Filen har 60 rækker og 19 kolonner. 16 er genkendt, 2 mangler dit svar og 1 indlæses ikke.',
  );
  expect(await words(page, 'Forløbs-ID')).toEqual(['Sikker', 'alle 60 er forskellige']);
  expect(await words(page, 'Barnets køn')).toEqual([
    'Sandsynlig',
    'navn passer; tallene er læst i kodebogens orden',
  ]);
  expect(await words(page, 'SDQ tot 1')).toEqual(['Gæt', 'kan også være en anden måling']);
  expect(await words(page, 'Initialer')).toEqual(['Personoplysning', 'peger på en person']);
  // What nobody has answered is not read
  await page.getByText('Totaler', { exact: false }).first().waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Barnets køn' }).click();
  await page.getByLabel('Hvad 1 betyder').selectOption({ label: 'Dreng' });
  await page.getByLabel('Hvad 2 betyder').selectOption({ label: 'Pige' });
  expect(await words(page, 'Barnets køn')).toEqual(['Valgt af dig']);
  await page.getByRole('button', { name: 'Ja, det er den: SDQ tot 1' }).click();
  await page.getByText('Totaler, før: 60 rækker').waitFor();
  await page.getByRole('button', { name: 'Indlæs 17 kolonner' }).click();

  await cell(page, 'wellbeing_by_sex').locator('table').waitFor({ timeout: 60_000 });
  expect(await bySex(page)).toEqual([
    ['Køn', 'n'],
    ['Samlet', '48'],
    ['Pige', '32'],
    ['Dreng', '16'],
  ]);
  expect(await cell(page, 'wellbeing_chart').locator('svg').count()).toBeGreaterThan(0);

  // Next month, in a tab of its own
  await page.goto(`${inject('origin')}/notebook/`);
  await page.getByRole('textbox', { name: 'Titel' }).waitFor();
  await dropFiles(page, [workbook('februar.xlsx')]);
  await page
    .getByText('Kolonnerne i februar.xlsx er læst, som de blev sat på plads.')
    .waitFor({ timeout: 60_000 });
  expect(await heading(page).count()).toBe(0);
  // Of 42 pairs three have a code that is new, one of them a boy's
  const [, , girls, boys] = await bySex(page);
  expect([girls, boys]).toEqual([
    ['Pige', '25'],
    ['Dreng', '14'],
  ]);

  // It has a code that January's had not, and fewer rows
  await page.getByRole('button', { name: 'Se kolonnerne' }).click();
  await heading(page).waitFor({ timeout: 60_000 });
  await page.getByText('52 rækker; sidst var der 60.').waitFor();
  expect(await words(page, 'Barnets køn')).toEqual(['Sandsynlig', '3 værdier passer ikke']);
  expect(await words(page, 'Startdato')).toEqual(['Sikker', 'som sidst']);
  await page.getByRole('button', { name: 'Annullér' }).click();
  await cell(page, 'wellbeing_by_sex').locator('table').waitFor();
  expect([errors, reported]).toEqual([[], []]);
  await visitors.leave(context);
});

const numbers = ['010203-1234', '3112994321', '711005-0001', '0506071111'];
const notebook = `---
format: 1
title: Ingen numre
---
\`\`\`sql held
SELECT course_id AS course, project AS told, 99 AS n FROM courses ORDER BY ALL
\`\`\`
`;

test('civil registration numbers are nowhere once a file is dropped', async () => {
  const { context, page, errors } = await visit(visitors);
  await page.goto(`${inject('origin')}/notebook/?new`);
  await openText(page, notebook);
  const rows = numbers.map((number, at) => [number, `Barn ${number}`, 'TUBA', 7 + at].join(';'));
  const text = `CPR-nummer;Barnets navn;Projekt;Alder\n${rows.join('\n')}\n`;
  await dropFiles(page, [{ name: `cpr ${numbers[0] ?? ''}.csv`, text }]);
  await heading(page).waitFor({ timeout: 60_000 });
  await page.getByText('De første rækker').waitFor();
  const matching = await page.content();
  await page.getByRole('button', { name: 'Indlæs 3 kolonner' }).click();
  await cell(page, 'held').locator('table').waitFor({ timeout: 60_000 });
  await settle(page);
  const held = (await tableOf(page, 'held')).slice(1);
  expect(held.map(([course]) => /^p[0-9a-f]{16}$/.test(course ?? ''))).toEqual([true, true, true, true]);
  await page.getByRole('button', { name: /Importproblemer/ }).click();
  await page.getByText('Kolonnen CPR-nummer har cpr-numre (4).').waitFor();

  const kept = await stored(page);
  expect(kept).toContain('CPR-nummer');
  for (const number of numbers) {
    for (const place of [matching, await page.content(), kept, JSON.stringify(held)]) {
      expect(place).not.toContain(number);
      expect(place).not.toContain(number.replace('-', ''));
    }
  }
  expect(errors).toEqual([]);
  await visitors.leave(context);
});

const counting = `---
format: 1
title: Forløb
---
\`\`\`sql held
SELECT course_id AS told, 99 AS n FROM courses ORDER BY course_id
\`\`\`
`;

test('problems are counted by kind, shown by kind, decided, and the decision stays with the columns', async () => {
  const page = await visitAs(visitors, 'light', 1440);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${inject('origin')}/notebook/?new`);
  await openText(page, counting);
  const text =
    'Løbenr;Projekt;Alder\na1;BRUS;7\na2;BRUS;170\na3;BRUS;9\na4;BRUS;9\ntest1;BRUS;8\nxx;BRUS;8\n';
  await dropFiles(page, [{ name: 'udtræk.csv', text }]);
  await heading(page).waitFor({ timeout: 60_000 });
  await page.getByText('De første rækker').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  // What is told of a column comes into view
  await page.getByRole('button', { name: 'Projekt' }).click();
  expect((await page.locator('main > aside').boundingBox())?.y).toBeLessThan(600);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Indlæs 3 kolonner' }).click();
  const held = async () =>
    (await tableOf(page, 'held'))
      .slice(1)
      .map(([told]) => told)
      .join(', ');
  await expect.poll(held, { timeout: 60_000 }).toBe('a1, a2, a3, a4');

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: /^Se alt, der ikke kunne bruges/ }).click();
  const kinds = () => dialog.getByRole('listitem').getByRole('button').allInnerTexts();
  await dialog.getByRole('listitem').first().waitFor();
  expect((await kinds()).map((each) => each.split('\n'))).toEqual([
    ['Prøve i stedet for et barn', '2'],
    ['Værdi uden for det mulige', '1'],
  ]);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Prøve i stedet for et barn' }).click();
  await dialog.locator('tbody tr').nth(2).waitFor({ state: 'detached' });
  expect(await dialog.locator('tbody tr').locator('.value').allInnerTexts()).toEqual(['test1', 'xx']);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Hent listen som CSV' }).click(),
  ]);
  const saved = readFileSync((await download.path()) ?? '', 'utf8').split('\n');
  expect(saved[0]).toBe('\uFEFFdataset;file;line;column;value;rule;action');
  expect(saved).toContain('export;udtræk.csv;3;Alder;170;out-of-range;value-left-out');

  const decision = dialog.getByLabel('Prøve i stedet for et barn: hvad der gøres');
  await decision.selectOption({ label: 'Behold rækkerne' });
  await expect.poll(held, { timeout: 60_000 }).toBe('a1, a2, a3, a4, test1, xx');
  expect(await decision.inputValue()).toBe('kept');
  await dialog
    .getByLabel('Værdi uden for det mulige: hvad der gøres')
    .selectOption({ label: 'Udelad rækkerne' });
  await expect.poll(held, { timeout: 60_000 }).toBe('a1, a3, a4, test1, xx');

  // The same columns another day
  await page.reload();
  await page.getByRole('textbox', { name: 'Titel' }).waitFor();
  await dropFiles(page, [{ name: 'udtræk-2.csv', text: text.replace('a1', 'b1') }]);
  await page.getByText('Kolonnerne i udtræk-2.csv er læst').waitFor({ timeout: 60_000 });
  await settle(page);
  expect(await held()).toBe('a3, a4, b1, test1, xx');
  expect(errors).toEqual([]);
  await page.context().close();
});
