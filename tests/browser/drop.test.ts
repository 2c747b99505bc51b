import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { violations } from './axe';
import { visit, Visitors } from './browser';
import { cell, dropFiles, openText, settle, tableOf } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

/** Drops a file or a folder of this machine on the page, as the operating system would. */
async function drop(page: Page, path: string, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [resolve(path)], dragOperationsMask: 19 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await page.waitForTimeout(200);
  }
}

test('a folder dropped on the opening page becomes a dataset of its own name', async () => {
  const { context, page } = await visit(visitors);
  await page.goto(inject('origin'));
  const area = await page.locator('.drop').boundingBox();
  // The page answers a drag over it when it can, and a drop before that answer is no drop: then try again.
  for (let attempt = 0; attempt < 5 && !page.url().includes('notebook'); attempt += 1) {
    await drop(page, 'static/demo/pool', (area?.x ?? 0) + 40, (area?.y ?? 0) + 40);
    await page.waitForURL(/notebook/, { timeout: 2_000 }).catch(() => {});
  }
  await settle(page);
  expect(await tableOf(page, 'main_export')).toEqual([
    ['Datasæt', 'n'],
    ['pool', '3.766'],
  ]);
  expect(await page.getByText('opdigtet').count()).toBe(0);
  await visitors.leave(context);
});

const counting = `---
format: 1
title: Tal
---
# Tal

\`\`\`sql children
SELECT course_id AS course, age, 99 AS n FROM courses ORDER BY ALL
\`\`\`

\`\`\`sql answers
SELECT course_id || ' ' || wave AS told, 99 AS n FROM who5 ORDER BY ALL
\`\`\`
`;

/** Made by a spreadsheet's own writer, by a packer, by SPSS's free sister, DuckDB and Polars; what is in them is told by their golden files. */
test('files of every kind are read on the page, and what in them is no data is named', async () => {
  const { context, page, errors, reported } = await visit(visitors);
  const file = (name: string) => ({ name, text: readFileSync(`tests/unit/ingest/files/${name}`) });
  await page.goto(`${inject('origin')}/notebook/?new`);
  await page.locator('header.screen-only').waitFor();
  await openText(page, counting);

  await dropFiles(page, [file('openpyxl.xlsx')]);
  const refused = page.getByRole('status', { name: 'En fil kunne ikke bruges' });
  await refused.getByText('openpyxl.xlsx/Noter').waitFor({ timeout: 60_000 });
  await settle(page);
  expect(await tableOf(page, 'children')).toEqual([
    ['n', 'course', 'Alder'],
    ['99', '1003', '–'],
    ['99', 'c1', '7'],
    ['99', 'c2', '–'],
    ['99', 'c4', '–'],
  ]);
  expect((await tableOf(page, 'answers'))[1]).toEqual(['c1 before', '99']);

  await dropFiles(page, [file('folders.zip')]);
  await page
    .getByRole('status', { name: /filer kunne ikke bruges/ })
    .getByText('læs mig.pdf')
    .waitFor({ timeout: 60_000 });
  await cell(page, 'answers').locator('table').getByText('c1 after', { exact: true }).waitFor();

  const spss = { name: 'courses.sav', text: readFileSync('tests/unit/ingest/cases/spss/courses.sav') };
  await dropFiles(page, [
    spss,
    file('duckdb-zstd.parquet'),
    file('duckdb-brotli.parquet'),
    file('polars.arrow'),
  ]);
  const children = cell(page, 'children').locator('table');
  for (const course of ['c3', 'æøå €, "x"', 'c0 – et længere navn end tolv tegn'])
    await children.getByText(course, { exact: true }).waitFor({ timeout: 60_000 });

  // An earlier export among them gets a name of its own
  const exports = page.getByRole('list', { name: 'Udtræk' });
  await exports.getByRole('button', { name: 'Læs for sig: courses.sav' }).click();
  await settle(page);
  await exports.getByLabel('Navn på udtrækket courses').fill('Forrige år');
  await page.keyboard.press('Enter');
  await exports.getByLabel('Navn på udtrækket Forrige år').waitFor({ timeout: 60_000 });
  await openText(page, counting.replace('course_id AS course, age,', 'DISTINCT dataset::VARCHAR AS course,'));
  await settle(page);
  expect((await tableOf(page, 'children')).flat()).toContain('Forrige år');
  expect(await violations(page)).toEqual([]);
  expect([...errors, ...reported]).toEqual([]);
  await visitors.leave(context);
});
