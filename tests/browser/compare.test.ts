import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { visit, Visitors } from './browser';
import { cell, cellsRun, openDemonstration, openText, settle } from './notebook-page';

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

const notebook = `---
format: 1
title: Sammenligning af køn
---

\`\`\`input project
type: select
label: Projekt
all: Alle projekter
from: SELECT DISTINCT project FROM courses WHERE project IS NOT NULL ORDER BY project
\`\`\`

I {{ by_sex.n }} forløb.

\`\`\`sql other
SELECT sex, count(*) AS n FROM courses GROUP BY sex ORDER BY sex
\`\`\`

\`\`\`sql pairs
SELECT * FROM changes WHERE instrument = 'who5' AND scale = 'total' AND chosen(project, $project)
\`\`\`

\`\`\`compare by_sex
data: pairs
before: before
after: after
by: sex
title: Trivsel efter køn
\`\`\`

\`\`\`sql below title="Ændring"
SELECT sex, n, change FROM by_sex WHERE sex IS NOT NULL ORDER BY sex
\`\`\`

\`\`\`plot drawn
data: by_sex
marks:
  - arrow: { x1: before, x2: after, y: sex }
\`\`\`
`;

/** The rows of one of a comparison's tables, by its caption. */
async function rowsOf(page: Page, name: string, caption: string): Promise<string[][]> {
  const table = cell(page, name)
    .locator('table')
    .filter({ has: page.locator('caption strong', { hasText: caption }) });
  await table.waitFor();
  return table.evaluate((element) =>
    [...(element as HTMLTableElement).tBodies].flatMap((body) =>
      [...body.rows].map((row) => [...row.cells].map((each) => each.innerText.replace(/\s+/g, ' ').trim())),
    ),
  );
}

describe('a comparison on the page', () => {
  test('shows n in every row, and a menu runs it, what builds on it, and nothing else', async () => {
    const { context, page, errors, reported } = await visit(visitors);
    await openDemonstration(page, inject('origin'));
    await openText(page, notebook);
    await settle(page);

    const pairs = await rowsOf(page, 'by_sex', 'Start og slut');
    expect(pairs[0]?.slice(0, 2)).toEqual(['Samlet', '651']);
    expect(pairs[0]?.[4]).toMatch(/^\+\d+,\d \[\+\d+,\d; \+\d+,\d\]$/);
    const sum = pairs.slice(1).reduce((total, [, n]) => total + Number(n), 0);
    expect(sum).toBeLessThanOrEqual(651);
    expect((await rowsOf(page, 'by_sex', 'Test af ændringen'))[0]?.[2]).toMatch(/^t\(650\) = .+; p < 0,001$/);
    expect(await cell(page, 'drawn').locator('.drawing svg').count()).toBe(1);
    expect(await page.getByText('I 651 forløb').count()).toBe(1);

    await cellsRun(page);
    await page.getByRole('combobox', { name: 'Projekt' }).selectOption('BRUS');
    await settle(page);
    expect((await cellsRun(page)).toSorted()).toEqual(['below', 'by_sex', 'pairs']);
    expect((await rowsOf(page, 'by_sex', 'Start og slut'))[0]?.slice(0, 2)).toEqual(['Samlet', '252']);
    expect([...errors, ...reported]).toEqual([]);
    await visitors.leave(context);
  });

  test('is changed by its menus, and says on which line a column is missing', async () => {
    const { context, page, errors } = await visit(visitors);
    await openDemonstration(page, inject('origin'));
    await openText(page, notebook);
    await settle(page);
    const own = cell(page, 'by_sex');
    await own.getByRole('button', { name: 'Ret sammenligningen' }).click();
    await own.getByLabel('Opdelt efter', { exact: true }).selectOption('age_group');
    await settle(page);
    const names = (await rowsOf(page, 'by_sex', 'Start og slut')).map(([name]) => name);
    expect(names).toEqual(['Samlet', '3–10 år', '11–16 år', '17–24 år']);

    await own.getByRole('button', { name: 'Ret som tekst' }).click();
    const text = own.locator('textarea');
    await text.fill('data: pairs\nbefore: befor\nafter: after\ntitle: Trivsel');
    await own.getByRole('button', { name: 'Færdig' }).first().click();
    await own.getByText('Kolonnen befor findes ikke').waitFor();
    await own.getByText('Linje 2 i denne celle.').waitFor();
    await own.getByRole('button', { name: 'Ret til before' }).click();
    await settle(page);
    expect((await rowsOf(page, 'by_sex', 'Start og slut')).map(([name]) => name)).toEqual(['Samlet']);
    expect(errors).toEqual([]);
    await visitors.leave(context);
  });

  test('is added from the row between cells, of pairs made for it', async () => {
    const { context, page, errors } = await visit(visitors);
    await openDemonstration(page, inject('origin'));
    await page
      .getByRole('toolbar', { name: 'Tilføj her' })
      .last()
      .getByRole('button', { name: 'Sammenligning' })
      .click();
    await settle(page);
    expect((await rowsOf(page, 'comparison', 'Start og slut'))[0]?.slice(0, 2)).toEqual(['Samlet', '651']);
    expect(errors).toEqual([]);
    await visitors.leave(context);
  });
});
