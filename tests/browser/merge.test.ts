import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violations, visitAs } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, openText, settle, tableOf } from './notebook-page';

/** A cross table of too few children becomes one that can be shown, by keyboard. */
const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  page = await visitAs(visitors, 'light', 1440);
  await openDemonstration(page, inject('origin'));
});
afterAll(() => visitors.close());

const text = `---
format: 1
title: Få børn
language: da
---
\`\`\`sql crossed title="Trivsel efter alder og køn" decimals=0
SELECT age_group, sex, count(*) AS n, avg(before) AS before, avg(after) AS after, stddev_samp(change) AS sd
FROM (
  SELECT * FROM changes
  WHERE instrument = 'who5' AND scale = 'total' AND age_group IN ('3-10', '11-16') AND sex IS NOT NULL
  ORDER BY md5(course_id) LIMIT 9
) AS few
WHERE before IS NOT NULL AND after IS NOT NULL
GROUP BY ALL
ORDER BY ALL
\`\`\`
\`\`\`plot crossed_chart
data: crossed
title: Før og efter
marks:
  - arrow: { x1: before, x2: after, y: sex, n: n }
\`\`\`
\`\`\`sql partly title="Efter alder"
SELECT age_group, count(*) AS n
FROM (
  SELECT age_group, row_number() OVER (PARTITION BY age_group ORDER BY course_id) AS place FROM courses
  WHERE age_group IN ('3-10', '11-16', '17-24')
) AS few
WHERE place <= CASE WHEN age_group = '11-16' THEN 2 ELSE 30 END
GROUP BY age_group
ORDER BY age_group
\`\`\`
`;

const sheet = () => page.getByRole('dialog', { name: 'Slå grupper sammen' });

test('a refused cross table is put together and shown, and is back as it was by one undo', async () => {
  await openText(page, text);
  await settle(page);
  const old = cell(page, 'crossed');
  await old.getByText('Vises ikke: så få børn').waitFor();
  const open = old.getByRole('button', { name: 'Slå grupper sammen …' });
  await open.focus();
  await page.keyboard.press('Enter');
  await sheet().getByRole('status').getByText('Tabellen kan vises').waitFor();
  await sheet().getByText('Kommer ikke med, for det kan ikke regnes ud af grupper: sd.').waitFor();

  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${scheme} ${width}`).toEqual([]);
      expect(await sheet().evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    }
  await page.setViewportSize({ width: 1440, height: 900 });

  // What is chosen is written at once: without ages and without sexes nothing is left.
  const out = sheet().getByRole('checkbox', { name: /^Del ikke efter/ });
  for (const box of await out.all()) if (!(await box.isChecked())) await box.press('Space');
  await sheet().getByText('Mindst én opdeling må blive.').waitFor();
  expect(await sheet().locator('table').count()).toBe(0);
  await sheet().getByRole('button', { name: 'Forslaget igen' }).press('Enter');
  const row = await sheet().locator('tbody tr').first().innerText();
  expect(row).toMatch(/\b9\b/);

  await sheet().getByRole('button', { name: 'Sæt ind i notesbogen' }).focus();
  await page.keyboard.press('Enter');
  await settle(page);
  const [heads, only] = await tableOf(page, 'crossed_merged');
  expect(heads).toContain('n');
  expect(heads).not.toContain('sd');
  expect(only).toEqual(row.split('\t').map((each) => each.replace(/\s+/g, ' ').trim()));
  await cell(page, 'crossed_merged').getByRole('button', { name: 'Vis beregningen' }).click();
  expect(await cell(page, 'crossed_merged').locator('.cm-content').innerText()).toContain('FROM crossed');

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+z');
  await cell(page, 'crossed_merged').waitFor({ state: 'detached' });
  await old.getByText('Vises ikke: så få børn').waitFor();
});

test('where one row is hidden the new table takes the place of the old, or is not shown beside it', async () => {
  const old = cell(page, 'partly');
  await old.click();
  await old.getByRole('button', { name: 'Slå grupper sammen …' }).click();
  await sheet().getByText('Tabellen kan vises: alle 2 rækker.').waitFor();
  const instead = sheet().getByRole('checkbox', { name: /^I stedet for den gamle tabel/ });
  expect(await instead.isChecked()).toBe(true);
  expect(await sheet().locator('tbody tr').count()).toBe(2);
  await instead.uncheck();
  await sheet().getByText('røber til sammen en lille gruppe').waitFor();
  expect(await sheet().locator('table').count()).toBe(0);
  await page.keyboard.press('Escape');
  await sheet().waitFor({ state: 'detached' });
});
