import { readFile } from 'node:fs/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { violations } from './axe';
import { visit, Visitors } from './browser';
import { openFiles, openText, settle } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

/** So many courses of each of two projects; the WHO-5 of the first is `level` in all items. */
const exportOf = (of: Readonly<Record<'A' | 'B' | 'C', number>>) => ({
  name: 'courses.csv',
  text: [
    'course_id;project;age',
    ...Object.entries(of).flatMap(([project, many]) =>
      Array.from({ length: many }, (_, at) => `${project}${at};${project};${at % 20}`),
    ),
    '',
  ].join('\n'),
});
const notebook = `---
format: 1
title: Projekter
---
# Projekter

\`\`\`sql by_project title="Efter projekt"
SELECT project, count(*) AS n FROM courses GROUP BY project ORDER BY project
\`\`\`
`;

test('the next export says how many numbers changed, and which; of what may not be shown it says nothing', async () => {
  const { context, page, errors, reported } = await visit(visitors);
  await page.goto(`${inject('origin')}/notebook/?new`);
  await openText(page, notebook);
  await openFiles(page, [exportOf({ A: 40, B: 30, C: 3 })]);
  await settle(page);
  await page.getByText('Nye data').waitFor({ state: 'detached' });

  await openFiles(page, [exportOf({ A: 40, B: 45, C: 4 })]);
  const line = page.getByText('Nye data: 1 af 2 tal er ændret mere end 5 %.');
  await line.waitFor();
  await page.getByRole('button', { name: 'Se hvilke' }).click();
  const sheet = page.getByRole('dialog', { name: 'Hvad er ændret siden sidste udtræk?' });
  const rows = async () =>
    (await sheet.locator('tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
  await expect.poll(rows).toEqual(['Efter projekt B n 30 45']);
  expect(await violations(page)).toEqual([]);
  await sheet.getByLabel('Vis tal, der er ændret mere end').selectOption({ label: '25\u00a0%' });
  await expect.poll(rows).toHaveLength(1);
  await sheet.getByRole('button', { name: 'Efter projekt' }).click();
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Luk', exact: true }).click();
  await line.waitFor({ state: 'detached' });

  // Half a year later, in another browser: the file of results that was kept, and a new export.
  await page.getByRole('button', { name: 'Rapport', exact: true }).click();
  const sharing = page.getByRole('dialog', { name: 'Del notesbogens tal' });
  await sharing.getByText('Notesbogen med resultater').click();
  const [results] = await Promise.all([
    page.waitForEvent('download'),
    sharing.getByRole('button', { name: '2. Hent resultaterne' }).click(),
  ]);
  const text = await readFile(await results.path(), 'utf8');
  await page.keyboard.press('Escape');
  await page.reload();
  await openFiles(page, [exportOf({ A: 50, B: 45, C: 4 })]);
  await settle(page);
  await openFiles(page, [{ name: 'projekter.results.json', text }]);
  await line.waitFor();
  await page.getByRole('button', { name: 'Se hvilke' }).click();
  await expect.poll(rows).toEqual(['Efter projekt A n 40 50']);
  await page.keyboard.press('Escape');
  expect([...errors, ...reported]).toEqual([]);
  await visitors.leave(context);
});
