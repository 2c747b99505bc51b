import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations } from './axe';
import { Visitors } from './browser';
import { cell, openDemonstration, openFiles, openText, settle } from './notebook-page';

/** Whatever leaves: the bytes of it are searched for what should not be in it. */
const visitors = new Visitors();
let page: Page;
beforeAll(async () => {
  ({ page } = await visitors.arrive({
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  }));
  await openDemonstration(page, inject('origin'));
});
afterAll(() => visitors.close());

/** Of groups under five the number 7777 stands beside them, which is nowhere else; `=cmd` is a name. */
const small = `---
format: 1
title: Små grupper
---
# Små grupper

Den yngste er {{ ages.youngest }}. De små har {{ groups.secret | 0 }}.

\`\`\`sql groups title="Efter gruppe"
SELECT CASE WHEN row < 3 THEN '=cmd|calc' WHEN row < 30 THEN 'mange' ELSE 'flest' END AS gruppe,
       count(*) AS n, CASE WHEN count(*) < 5 THEN 7777 ELSE 41 END AS secret
FROM (SELECT row_number() OVER (ORDER BY course_id) AS row FROM courses LIMIT 100)
GROUP BY gruppe ORDER BY n
\`\`\`

\`\`\`plot groups_chart
data: groups
title: Fra {{ groups.secret | 0 }}
marks: [{ barX: { x: secret, y: gruppe } }]
\`\`\`

\`\`\`sql ages title="Alder"
SELECT project, count(*) AS n, min(age) AS youngest, 8888.5 + 0 * max(age) AS oldest FROM (SELECT * FROM courses LIMIT 3000) AS c GROUP BY project
\`\`\`
`;
const secret = /7[.,\u00a0 ]?777|8[.,\u00a0 ]?888/;

const sheet = () => page.getByRole('dialog', { name: 'Del notesbogens tal' });
async function openSheet(): Promise<void> {
  await page.getByRole('button', { name: 'Rapport', exact: true }).click();
  await sheet().getByRole('button', { name: 'Hent rapport' }).waitFor();
}
async function get(button: string): Promise<{ bytes: Buffer; name: string }> {
  const [download]: [Download, void] = await Promise.all([
    page.waitForEvent('download'),
    sheet().getByRole('button', { name: button }).click(),
  ]);
  return { bytes: await readFile(await download.path()), name: download.suggestedFilename() };
}

describe('what leaves holds no number of a handful of children', () => {
  beforeAll(async () => {
    await openText(page, small, 'smaa.md');
    await settle(page);
  });

  test('a copied table', async () => {
    await cell(page, 'groups').getByRole('button', { name: 'Kopiér tabel' }).click();
    await cell(page, 'groups').getByText('Kopieret.').waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
      return `${await read('text/plain')}\n${await read('text/html')}`;
    });
    expect(copied).toContain('flest');
    expect(copied).toContain("'=cmd");
    expect(copied).not.toMatch(secret);
  });

  test('a saved picture', async () => {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      cell(page, 'groups_chart').getByRole('button', { name: 'Gem billede' }).click(),
    ]);
    const picture = await readFile(await saved.path(), 'utf8');
    expect(picture).toContain('mange');
    expect(picture).not.toMatch(secret);
  });

  test('a report, a workbook and a file of results, for whomever they are', async () => {
    await openSheet();
    await sheet().getByText('Notesbogen med resultater').click();
    expect(await violations(page)).toEqual([]);
    await sheet().getByText('Efter gruppe').waitFor();
    for (const audience of ['Os selv', 'En styregruppe', 'Alle']) {
      await sheet()
        .getByRole('radio', { name: new RegExp(`^${audience}`) })
        .check();
      await sheet().getByRole('button', { name: 'Hent rapport' }).waitFor();
      const report = await get('Hent rapport');
      expect(report.name).toBe('smaa.html');
      expect(report.bytes.toString()).toContain('Udeladt: youngest, oldest.');
      expect(report.bytes.toString()).not.toMatch(secret);
      const workbook = Object.values(
        unzipSync(new Uint8Array((await get('Hent tabellerne til Excel')).bytes)),
      )
        .map((part) => Buffer.from(part).toString())
        .join('\n');
      expect(workbook).toContain('flest');
      expect(workbook).toMatch(/('|&apos;|&#39;|&#x27;)=cmd/);
      expect(workbook).not.toMatch(secret);
      const results = await get('2. Hent resultaterne');
      expect(results.name).toBe('smaa.results.json');
      expect(results.bytes.toString()).toContain('flest');
      expect(results.bytes.toString()).not.toMatch(secret);
    }
  });

  test('shown all the same only when one says why, and the file says so', async () => {
    await sheet()
      .getByRole('radio', { name: /^Os selv/ })
      .check();
    await sheet()
      .getByRole('checkbox', { name: /Vis også de små grupper/ })
      .check();
    const button = sheet().getByRole('button', { name: 'Hent rapport' });
    await expect.poll(() => button.isDisabled()).toBe(true);
    await sheet()
      .getByLabel('Hvorfor skal det deles alligevel?')
      .fill('Vi to ser på det, og så slettes det.');
    const text = (await get('Hent rapport')).bytes.toString();
    expect(text).toMatch(secret);
    expect(text).toContain('Begrundelse: Vi to ser på det, og så slettes det.');
    expect(text).toContain('må ikke deles');
  });

  test('all of it stands in a log that cannot be changed, and the log holds no data', async () => {
    const { bytes } = await get('Hent loggen');
    const { unbroken, log } = JSON.parse(bytes.toString()) as {
      unbroken: boolean;
      log: Record<string, unknown>[];
    };
    expect(unbroken).toBe(true);
    expect(log.map(({ what }) => what)).toEqual([
      'table',
      'picture',
      ...Array.from({ length: 3 }, () => ['report', 'workbook', 'results']).flat(),
      'report',
    ]);
    expect(log.at(-1)).toMatchObject({
      reason: 'Vi to ser på det, og så slettes det.',
      policy: { preset: 'internal', whole: true },
    });
    expect(bytes.toString()).not.toMatch(secret);
    await page.keyboard.press('Escape');
  });
});

describe('what left before stops what would give a small group away with it', () => {
  const about = (title: string, sql: string) =>
    `---\nformat: 1\ntitle: ${title}\n---\n# ${title}\n\n\`\`\`sql t title="${title}"\n${sql}\n\`\`\`\n`;

  test('the two tables are named; it goes without the one, or with a reason', async () => {
    await openText(
      page,
      about(
        'Piger og drenge',
        "SELECT sex, count(*) AS n FROM courses WHERE project = 'BALLAST' AND sex IS NOT NULL GROUP BY sex",
      ),
    );
    await settle(page);
    await openSheet();
    await get('Hent rapport');
    await page.keyboard.press('Escape');

    await openText(
      page,
      about('Alle i BALLAST', "SELECT count(*) AS n FROM courses WHERE project = 'BALLAST'"),
    );
    await settle(page);
    await cell(page, 't').getByRole('button', { name: 'Kopiér tabel' }).click();
    await cell(page, 't')
      .getByText(/^Ikke delt: sammen med »Piger og drenge/)
      .waitFor();
    await openSheet();
    await sheet().getByRole('heading', { name: /^Stop/ }).waitFor();
    expect(await sheet().innerText()).toMatch(/Trækker man »Piger og drenge .*« fra »Alle i BALLAST .*«/);
    expect(await violations(page)).toEqual([]);
    const button = sheet().getByRole('button', { name: 'Hent rapport' });
    expect(await button.isDisabled()).toBe(true);

    await sheet().getByRole('button', { name: 'Udelad »Alle i BALLAST«' }).click();
    await expect.poll(() => button.isDisabled()).toBe(false);
    const without = (await get('Hent rapport')).bytes.toString();
    expect(without).toContain('Udeladt: sammen med en anden tabel');
    expect(without).not.toMatch(/\b85\b/);

    await sheet().getByRole('button', { name: 'Tag »Alle i BALLAST« med igen' }).click();
    await sheet().getByLabel('Hvorfor skal det deles alligevel?').fill('Projektets leder kender barnet.');
    const all = (await get('Hent rapport')).bytes.toString();
    expect(all).toMatch(/\b85\b/);
    expect(all).toContain('Begrundelse: Projektets leder kender barnet.');
    await page.keyboard.press('Escape');
  });
});

test('a pool’s benchmark is what a project can open, and tells of no handful', async () => {
  await openSheet();
  await sheet().getByText('Til puljens projekter').click();
  const { bytes, name } = await get('Hent puljens benchmark');
  expect(name).toBe('benchmark.yaml');
  const text = bytes.toString();
  expect(text).toMatch(/instrument: who5\n +scale: total\n +grouping: all\n +code: all\n +n: 651\n/);
  expect(text).toMatch(/grouping: sex\n +code: girl\n/);
  for (const [, n] of text.matchAll(/\bn: (\d+)/g)) expect(Number(n)).toBeGreaterThanOrEqual(5);
  await page.keyboard.press('Escape');
  await openFiles(page, [{ name, text }]);
  await page
    .getByRole('row', { name: /benchmark/ })
    .or(page.getByText('benchmark', { exact: true }))
    .first()
    .waitFor();
});

test('what is printed is what others may see, though the screen shows all, and it is written down', async () => {
  await openDemonstration(page, inject('origin'));
  await openText(page, small, 'smaa-igen.md');
  await settle(page);
  const table = cell(page, 'groups').locator('table');
  expect(await table.innerText()).not.toMatch(secret);
  await page.locator('header .actions > button[aria-haspopup=menu]').click();
  await page.getByRole('menuitem', { name: 'Vis små grupper på denne skærm' }).click();
  await expect.poll(() => table.innerText()).toMatch(secret);
  expect(await table.innerText()).toContain('ville blive skjult');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('main').innerText()).not.toMatch(secret);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => table.innerText()).toMatch(secret);
  await openSheet();
  const { log } = JSON.parse((await get('Hent loggen')).bytes.toString()) as { log: { what: string }[] };
  expect(log.at(-1)?.what).toBe('print');
});
