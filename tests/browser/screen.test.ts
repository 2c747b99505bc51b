import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { visit, Visitors } from './browser';
import { cell, openDemonstration, openText, projectMenu, settle, tableOf, trust } from './notebook-page';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

/** The names of the cells in the order they stand; a text has none. */
function cellsOn(page: Page): Promise<(string | null)[]> {
  return page
    .locator('article.cell')
    .evaluateAll((cells) => cells.map((each) => each.getAttribute('aria-label')));
}

async function fromMenu(page: Page, name: string, action: string): Promise<void> {
  await cell(page, name).locator('.menu > button').click();
  await cell(page, name).getByRole('menuitem', { name: action, exact: true }).click();
  await settle(page);
}

/** What has focus, by its name; through the shadow root of an editor. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label');
  });
}

async function undoWithKeys(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+z');
  await settle(page);
}

const sevenInputs = `---
format: 1
title: Syv valg
---
Projekt: {{ project.value }}. Køn: {{ sexes.value }}. Fra {{ since.value }}.

\`\`\`input project
type: select
label: Projekt
all: Alle projekter
from: SELECT DISTINCT project FROM courses WHERE project IS NOT NULL ORDER BY project
\`\`\`
\`\`\`input sexes
type: multi-select
label: Køn
all: Alle køn
from: SELECT DISTINCT sex FROM courses WHERE sex IS NOT NULL ORDER BY sex
\`\`\`
\`\`\`input least
type: number
label: Mindst
value: 3
\`\`\`
\`\`\`input ages
type: range
label: Alder
min: 0
max: 24
value: [3, 24]
\`\`\`
\`\`\`input since
type: date
label: Begyndt
value: 2017-01-01
\`\`\`
\`\`\`input word
type: text
label: Ord
value: ord
\`\`\`
\`\`\`input planned
type: checkbox
label: Kun planlagt
value: false
\`\`\`
\`\`\`sql counted
SELECT $word AS word, count(*) AS n
FROM courses
WHERE chosen(project, $project) AND chosen(sex, $sexes) AND age >= $least
  AND age BETWEEN $ages.low AND $ages.high AND started_on >= $since
  AND (NOT $planned OR ending = 'planned')
\`\`\`
`;

describe('the notebook page', () => {
  let page: Page;
  let errors: string[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const visited = await visit(visitors);
    ({ page, errors } = visited);
    close = () => visitors.leave(visited.context);
    await visited.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openDemonstration(page, inject('origin'));
  });
  afterAll(async () => {
    expect(errors).toEqual([]);
    await close();
  });

  test('a cell is moved, copied and deleted, and focus stays with it', async () => {
    const before = await cellsOn(page);
    await fromMenu(page, 'main_export', 'Flyt ned');
    expect((await cellsOn(page)).slice(2, 4)).toEqual(['SQL pairing', 'SQL main_export']);
    expect(await focused(page)).toBe('Cellens handlinger: main_export');
    await fromMenu(page, 'main_export', 'Flyt op');
    await fromMenu(page, 'pairing', 'Lav en kopi');
    expect(await focused(page)).toBe('Cellens handlinger: pairing_2');
    expect(await tableOf(page, 'pairing_2')).toEqual(await tableOf(page, 'pairing'));
    await fromMenu(page, 'pairing_2', 'Slet');
    expect(await cellsOn(page)).toEqual(before);
  });

  test('a new name is followed by every reference, and undone with keys', async () => {
    await cell(page, 'overall').locator('.menu > button').click();
    await cell(page, 'overall').getByRole('menuitem', { name: 'Omdøb' }).click();
    await page.keyboard.type('samlet tal');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Navn', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('totals');
    await page.keyboard.press('Enter');
    await cell(page, 'totals').waitFor();
    expect(await focused(page)).toBe('Cellens handlinger: totals');
    await settle(page);
    expect(await page.locator('article.prose').first().innerText()).toContain('I 651 forløb');
    await undoWithKeys(page);
    await cell(page, 'overall').waitFor();
    await page.keyboard.press('Control+Shift+Z');
    await cell(page, 'totals').waitFor();
    await page.keyboard.press('Control+z');
    await cell(page, 'overall').waitFor();
    await settle(page);
  });

  test.each([
    ['Tekst', 'Ret teksten'],
    ['SQL', 'SQL i query'],
    ['Figur', 'Opskriften på chart'],
    ['Valg', 'Opskriften på choice'],
  ])('between cells a new one comes in, ready to be written: %s', async (kind, field) => {
    const row = page.getByRole('toolbar', { name: 'Tilføj her' }).nth(3);
    await row.getByRole('button', { name: kind, exact: true }).click();
    await expect.poll(() => focused(page), { timeout: 5_000 }).toBe(field);
    if (kind === 'Figur')
      expect(await cell(page, 'chart').locator('svg[role=img] text').count()).toBeGreaterThan(1);
    await undoWithKeys(page);
  });

  test('the row between cells is one stop for Tab, and the arrow keys go through it', async () => {
    const row = page.getByRole('toolbar', { name: 'Tilføj her' }).nth(3);
    expect(await row.locator('button:not([tabindex="-1"])').count()).toBe(1);
    await row.getByRole('button', { name: 'Tekst', exact: true }).focus();
    const stops: (string | undefined)[] = [];
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key);
      stops.push(await page.evaluate(() => document.activeElement?.textContent?.trim()));
    }
    expect(stops).toEqual(['SQL', 'Udforsk', 'Tekst', 'Udforsk', 'Færdig beregning']);
    await page.keyboard.press('Tab');
    expect(await row.locator(':focus').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    expect(await row.locator(':focus').innerText()).toBe('Færdig beregning');
  });

  test('a table is sorted by a press on a column, the total stays, and the third press leaves it', async () => {
    const table = cell(page, 'wellbeing_by_project').locator('table');
    const names = async () =>
      (await tableOf(page, 'wellbeing_by_project')).slice(1).map(([name = '']) => name);
    const before = await names();
    const press = () => table.getByRole('button', { name: 'Før' }).press('Enter');
    await press();
    const numbers = (await tableOf(page, 'wellbeing_by_project'))
      .slice(2)
      .flatMap(([, , start]) => Number(start) || []);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect((await names())[0]).toBe('Samlet');
    expect(await table.locator('th[aria-sort=descending]').innerText()).toContain('Før');
    await press();
    expect(await table.locator('th[aria-sort=ascending]').count()).toBe(1);
    await press();
    expect(await names()).toEqual(before);
  });

  test('a copied table is the table that is read, with small groups withheld', async () => {
    await cell(page, 'wellbeing_by_project').getByRole('button', { name: 'Kopiér tabel' }).click();
    await cell(page, 'wellbeing_by_project').getByText('Kopieret.').waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    const lines = copied.text.replaceAll('\u00a0', ' ').split(/\r?\n/);
    expect(lines.slice(0, 2)).toEqual([
      'Projekt\tn\tFør\tEfter\tForskel\t95 % fra\t95 % til',
      'Samlet\t651\t53\t67\t+14\t+12\t+16',
    ]);
    expect(copied.text).toContain('Familieværkstedet\tskjult for at beskytte grupper under 5');
    expect(copied.html).toMatch(/^<table>/);
    expect(copied.html.match(/<tr>/g)).toHaveLength(16);
  });

  test('a chart’s table has the numbers of the chart, and its picture stands alone', async () => {
    const chart = cell(page, 'wellbeing_chart');
    await chart.getByRole('button', { name: 'Vis som tabel' }).click();
    expect((await tableOf(page, 'wellbeing_chart'))[1]?.slice(0, 4)).toEqual(['Samlet', '651', '53', '67']);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: 'Gem billede' }).click(),
    ]);
    const picture = await readFile(await saved.path(), 'utf8');
    expect(picture).toContain('befolkningen 68');
    expect(picture).not.toMatch(/\{\{|var\(|https?:\/\/(?!www\.w3\.org)/);
  });

  test('held, the cells wait until they are asked', async () => {
    const more = page.locator('header .actions > button[aria-haspopup=menu]');
    await more.click();
    await page.getByRole('menuitem', { name: 'Kør kun, når jeg beder om det' }).click();
    await projectMenu(page).selectOption('BRUS');
    await cell(page, 'wellbeing').and(page.locator('.stale')).waitFor();
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
    await page.getByRole('button', { name: /^Kør forældede/ }).click();
    await settle(page);
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('252');
    await more.click();
    await page.getByRole('menuitem', { name: 'Kør automatisk' }).click();
    await projectMenu(page).selectOption('');
    await settle(page);
  });

  test('the screen without withholding says so beside every result', async () => {
    await page.locator('header .actions > button[aria-haspopup=menu]').click();
    await page.getByRole('menuitem', { name: 'Vis små grupper på denne skærm' }).click();
    const told = cell(page, 'wellbeing_by_project').locator('aside');
    await told.getByText('Visning uden skjulning.').waitFor();
    await page.locator('header .actions > button[aria-haspopup=menu]').click();
    await page.getByRole('menuitem', { name: 'Skjul små grupper igen' }).click();
    // The small project, and the one that its total would tell it by.
    await told.getByText('2 rækker skjult').waitFor();
  });

  test('English is one click away', async () => {
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    expect((await tableOf(page, 'wellbeing'))[0]?.slice(0, 2)).toEqual(['Age group', 'n']);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'DA', exact: true }).click();
  });

  test('every kind of input steers its cell, and is written in a sentence', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'pejling-')), 'syv.md');
    await writeFile(file, sevenInputs);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Åbn', exact: true }).click(),
    ]);
    await chooser.setFiles(file);
    await trust(page);
    await cell(page, 'counted').waitFor();
    await settle(page);
    const counted = async () => {
      await settle(page);
      return (await tableOf(page, 'counted'))[1];
    };
    const steps: (() => Promise<unknown>)[] = [
      () => projectMenu(page).selectOption('TUBA'),
      () => page.locator('#input-least').fill('17'),
      () => page.getByRole('group', { name: 'Alder' }).getByLabel('til').fill('20'),
      () => page.locator('#input-since').fill('2018-01-01'),
      () => page.getByRole('checkbox', { name: 'Kun planlagt' }).check(),
    ];
    let last = Number((await counted())?.[1]?.replace('.', ''));
    for (const step of steps) {
      await step();
      await page.keyboard.press('Tab');
      const now = Number((await counted())?.[1]?.replace('.', ''));
      expect(now).toBeLessThan(last);
      last = now;
    }
    await page.locator('#input-word').fill(`o'b"; --`);
    await page.keyboard.press('Tab');
    expect((await counted())?.[0]).toBe(`o'b"; --`);

    const sexes = page.locator('summary.choice');
    await sexes.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Pige' }).check();
    await page.keyboard.press('Escape');
    expect(await sexes.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(Number((await counted())?.[1])).toBeLessThan(last);
    expect((await page.locator('article.prose').first().innerText()).replaceAll('\u00a0', ' ')).toContain(
      'Projekt: TUBA. Køn: Pige. Fra 1. januar 2018.',
    );
  });
});

test('the opening page says how much there is in the demonstration', async () => {
  const { page, context } = await visit(visitors);
  await page.goto(inject('origin'));
  const text = await readFile('static/demo/pool/manifest.json', 'utf8');
  const manifest = JSON.parse(text) as { courses: number; projects: string[] };
  const courses = new Intl.NumberFormat('da-DK').format(manifest.courses);
  await page.getByText(`${manifest.projects.length} projekter og ${courses} opdigtede forløb`).waitFor();
  await page.getByText('WHO-5 Trivselsindeks').first().waitFor();
  await visitors.leave(context);
});

const wideTable = `---
format: 1
title: Bred
---
\`\`\`sql wide title="Bred"
SELECT project, count(*) AS n, avg(age) AS mean_age, median(age) AS middle_age, stddev_samp(age) AS sd_age, avg(days) AS mean_days
FROM courses GROUP BY ALL ORDER BY ALL
\`\`\`
`;

describe('whatever the width of the screen', () => {
  const widths = [390, 1440];
  let page: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const visited = await visit(visitors);
    page = visited.page;
    close = () => visitors.leave(visited.context);
    await openDemonstration(page, inject('origin'));
  });
  afterAll(() => close());

  test.each(widths)('every calculation of a score can be read whole: %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    if (width < 760) await page.getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByRole('button', { name: 'Sådan regnes scorerne' }).last().click();
    const sheet = page.getByRole('dialog', { name: 'Sådan regnes scorerne' });
    const listed = sheet.locator('summary').filter({ hasNotText: 'Om skemaet' });
    await listed.first().waitFor();
    const scales = await listed.all();
    expect(scales.length).toBeGreaterThan(5);
    for (const scale of scales) {
      await scale.focus();
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => sheet.locator('pre').count()).toBe(scales.length);
    const code = await sheet.locator('pre').allInnerTexts();
    expect(code).toHaveLength(scales.length);
    expect(code[0]).toMatch(/Alle fem skal være besvaret\.[\s\S]*\(who5_1 \+ who5_2/);
    const cut = await sheet.evaluate((dialog) =>
      [dialog, ...dialog.querySelectorAll('*')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
        .map((each) => each.tagName),
    );
    expect(cut).toEqual([]);
    await page.keyboard.press('Escape');
    if (width < 760) await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a table that is wider than its place says so, and keeps the names in view', async () => {
    await page.setViewportSize({ width: 1440, height: 800 });
    await openText(page, wideTable, 'bred.md');
    await settle(page);
    const region = cell(page, 'wide').getByRole('region');
    const hint = cell(page, 'wide').getByText('Rul til siden');
    expect(await hint.count()).toBe(0);
    expect(await region.getAttribute('tabindex')).toBeNull();
    await page.setViewportSize({ width: 390, height: 800 });
    await hint.waitFor();
    const name = region.getByRole('rowheader', { name: 'BRUS' });
    await region.focus();
    const before = await name.boundingBox();
    for (let time = 0; time < 40; time += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(20);
    expect((await name.boundingBox())?.x).toBe(before?.x);
  });
});
