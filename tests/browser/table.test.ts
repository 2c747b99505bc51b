import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, openText, settle } from './notebook-page';

/** A long result, looked closer at without SQL. */
const visitors = new Visitors();
let page: Page;
const notebook = `---
format: 1
title: En lang tabel
language: da
---
# En lang tabel

\`\`\`sql long title="Alder og startmåned" decimals=1
SELECT project, age, unit, 10 + count(*) AS n, avg(age) / 7 AS score
FROM courses
GROUP BY ALL
ORDER BY ALL
\`\`\`
`;
beforeAll(async () => {
  page = await visitAs(visitors, 'light', 1280);
  await openDemonstration(page, inject('origin'));
  await openText(page, notebook);
  await settle(page);
});
afterAll(() => visitors.close());

const table = () => cell(page, 'long').locator('table').first();
const field = (name: string) => table().getByRole('searchbox', { name: `Filtrér ${name}` });
const count = async () => Number(await table().getAttribute('aria-rowcount')) - 1;

test('filters leave the rows that pass, and say how many', async () => {
  const all = await count();
  expect(all).toBeGreaterThan(100);
  await cell(page, 'long').getByRole('button', { name: 'Filtrér' }).click();
  await field('Projekt').waitFor();
  expect(await violations(page)).toEqual([]);
  await field('Projekt').fill('brus');
  await expect.poll(count).toBeLessThan(all);
  const brus = await count();
  await field('Alder').fill('> 15');
  await expect.poll(count).toBeLessThan(brus);
  const rows = await table()
    .locator('tbody tr:not(.space)')
    .evaluateAll((lines) =>
      lines.map((line) => [...line.querySelectorAll('th, td')].map((it) => it.textContent)),
    );
  expect(rows.length).toBeGreaterThan(5);
  for (const [project, , , age] of rows)
    expect([project?.trim(), Number(age?.trim()) > 15]).toEqual(['BRUS', true]);
  await cell(page, 'long')
    .getByText(`${await count()} af `)
    .waitFor();
});

test('each column is summed up as it is left, and its bars are those of its numbers', async () => {
  const age = table().locator('.looks td').nth(3);
  expect(await age.locator('p').innerText()).toMatch(/^1[67] til 2[0-4]/);
  await field('Alder').fill('');
  await expect.poll(() => age.locator('p').innerText()).toMatch(/^[0-3] til 2[0-4]/);
  expect(await age.locator('rect').count()).toBe(12);
});

test('the head stays in view, filters and all, when the table is scrolled to its end', async () => {
  await field('Projekt').fill('');
  const region = cell(page, 'long').locator('.scroll');
  await region.evaluate((it) => it.scrollTo({ top: it.scrollHeight }));
  await page.waitForTimeout(200);
  const frame = await region.boundingBox();
  const head = await table().locator('thead').boundingBox();
  const last = table().locator('tbody tr:not(.space)').last();
  expect(await last.getAttribute('aria-rowindex')).toBe(String((await count()) + 1));
  const end = await last.boundingBox();
  const [top, bottom] = [frame?.y ?? 0, (frame?.y ?? 0) + (frame?.height ?? 0)];
  expect(Math.abs((head?.y ?? 0) - top)).toBeLessThan(2);
  expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(bottom + 1);
  expect(end?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
});
