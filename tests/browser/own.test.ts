import { readFileSync } from 'node:fs';
import { afterAll, expect, inject, test } from 'vitest';
import { visit, Visitors } from './browser';
import { dropFiles, openDemonstration, openText, settle, tableOf } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

const read = (path: string) => ({ name: path.replace(/^.*\//, ''), text: readFileSync(path, 'utf8') });
const own = (name: string) => read(`tests/engine/own/${name}`);

const notebook = `---
format: 1
title: Eget
---
\`\`\`input which
type: select
label: Instrument
from: SELECT DISTINCT instrument FROM scores ORDER BY instrument
all: Alle
\`\`\`

\`\`\`sql bands title="Niveauer"
SELECT instrument, scale, band, avg(score) AS score, count(*) AS n FROM scores
WHERE score IS NOT NULL AND chosen(instrument, $which) GROUP BY instrument, scale, band ORDER BY ALL
\`\`\`
`;

test('an instrument of one’s own is dropped, shown by its names, told what is wrong, and removed', async () => {
  const { context, page, errors } = await visit(visitors);
  const listed = page.getByRole('list', { name: 'Egne skemaer' }).getByRole('listitem');
  const inForce = () =>
    listed.evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText.split('\n')));

  // Over the demonstration, which then is imported anew
  await openDemonstration(page, inject('origin'));
  await dropFiles(page, [own('core_yp_cut_offs/core_yp.yaml')]);
  await listed.first().waitFor({ timeout: 60_000 });
  expect(await inForce()).toEqual([
    ['CORE-YP med egne grænser', 'Fjern', 'core_yp.yaml, i stedet for vores'],
  ]);
  await settle(page);
  expect((await tableOf(page, 'main_export')).at(-1)).toEqual(['pool', '3.766']);

  // With data of its own
  await openText(page, notebook);
  await dropFiles(page, [
    own('network/network.yaml'),
    own('network/network.csv'),
    own('network/courses.csv'),
  ]);
  await listed.nth(1).waitFor({ timeout: 60_000 });
  await settle(page);
  expect(await tableOf(page, 'bands')).toEqual([
    ['Skema', 'Tema', 'band', 'n', 'Score'],
    ['Netværk lille n', 'Støtte fra andre', 'Tyndt netværk', '5', '1,40'],
    ['Netværk lille n', 'Støtte fra andre', 'Fast netværk', '6', '3,31'],
  ]);
  const menu = page.getByLabel('Instrument', { exact: true });
  expect(await menu.locator('option').allInnerTexts()).toEqual(['Alle', 'Netværk']);
  await page.getByRole('button', { name: 'Sådan regnes scorerne' }).click();
  await page.getByRole('dialog').getByRole('heading', { name: 'Netværk' }).waitFor();
  await page.keyboard.press('Escape');

  // A wrong one changes nothing and is told by its field
  await dropFiles(page, [read('tests/unit/instruments/own/wrong/one-of.yaml')]);
  const refused = page.getByRole('status', { name: 'En fil kunne ikke bruges' });
  await refused.waitFor();
  expect((await refused.innerText()).split('\n').at(-1)).toBe(
    'one-of.yaml: Feltet scales[support].better i skemaet er up. Det kan kun være higher, lower. Filen er ikke brugt.',
  );
  expect(await listed.count()).toBe(2);

  // What it scored goes with it; its file is then one that nobody knows
  await page.getByRole('button', { name: 'Fjern skemaet Netværk' }).click();
  await refused.getByText('network.csv').waitFor();
  await expect.poll(() => listed.count(), { timeout: 60_000 }).toBe(1);
  await settle(page);
  expect(await tableOf(page, 'bands')).toHaveLength(1);
  expect(await inForce()).toHaveLength(1);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Fjern skemaet CORE-YP med egne grænser',
  );
  expect(errors).toEqual([]);
  await visitors.leave(context);
});
