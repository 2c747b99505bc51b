import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { afterAll, expect, inject, test } from 'vitest';
import { parse } from '../../src/lib/notebook/parse';
import { reportOf } from '../../src/lib/workbench/report';
import { prepareSession, runNotebook } from '../../src/lib/workbench/run-notebook';
import { loadDemonstration } from '../engine/demonstration';
import { visit, Visitors } from './browser';
import { openDemonstration } from './notebook-page';

const visitors = new Visitors();
afterAll(() => visitors.close());

/** Every word and number of a report, in order: prose, tables, drawings and their text alternatives. */
function wordsOf(html: string): string[] {
  const { document } = parseHTML(html);
  const labels = [...document.querySelectorAll('[aria-label]')].map(
    (element) => element.getAttribute('aria-label') ?? '',
  );
  const leaves = [...document.body.querySelectorAll('*')].filter((element) => element.children.length === 0);
  const text = [...leaves.map((element) => element.textContent ?? ''), ...labels];
  return text.map((words) => words.replace(/\s+/g, ' ').trim()).filter((words) => words !== '');
}

test('the report of the browser and of the command line say the same', async () => {
  const { engine, tables } = await loadDemonstration();
  const { notebook } = parse(readFileSync('notebooks/trivsel.md', 'utf8'));
  const session = await runNotebook(prepareSession(notebook), engine, tables);
  await engine.close();
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const inNode = reportOf({
    session,
    policy: { kind: 'minimum', minimum: 5 },
    language: 'da',
    own: [],
    datasets: ['pool'],
    synthetic: true,
    madeAt: new Date().toISOString(),
    document: document as unknown as Document,
  });

  const { context, page } = await visit(visitors);
  // What was asked ahead was asked in Node: here the browser's own engine is to answer.
  await page.route('**/answers.json', (route) => route.abort());
  await openDemonstration(page, inject('origin'));
  await page.getByRole('button', { name: 'Rapport', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Hent rapport' }).click(),
  ]);
  const inBrowser = await readFile(await download.path(), 'utf8');
  await visitors.leave(context);

  expect(wordsOf(inBrowser).join(' ')).toContain('651');
  expect(wordsOf(inBrowser)).toEqual(wordsOf(inNode));
});
