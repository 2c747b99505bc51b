import type { Page, Response } from 'playwright-core';
import { arrive } from './chromium';
import { kilobytes, type Section } from './results';

interface Script {
  readonly name: string;
  readonly bytes: number;
  readonly lazy: boolean;
}

/** What a first visitor's browser fetches of JavaScript, as it comes over the wire. The engine's worker is not counted. */
export async function measureWeight(site: string): Promise<Section> {
  const opening = await scriptsOf(site, (page) => page.waitForLoadState('networkidle'));
  const notebook = await scriptsOf(`${site}/notebook/?open=trivsel&demo`, async (page) => {
    await page.locator('article.plot svg').first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
  });
  const openingBytes = sum(opening);
  const notebookBytes = sum(notebook);
  return {
    title: 'JavaScript',
    how:
      'The bodies of all script responses of a first visit, gzipped as sent, until the network is idle (on the notebook page after its first chart); the engine’s ' +
      'worker is not counted. Lazy is what is fetched by `import(…)` meanwhile.',
    lines: [
      {
        what: 'JavaScript of the opening page',
        measured: `${kilobytes(openingBytes)} (${parts(opening)})`,
        target: '120 kB',
        met: openingBytes <= 120_000,
      },
      {
        what: 'JavaScript of the notebook page',
        measured: `${kilobytes(notebookBytes)} (${parts(notebook)})`,
        target: '450 kB',
        met: notebookBytes <= 450_000,
      },
    ],
  };
}

const sum = (scripts: readonly Script[]) => scripts.reduce((total, { bytes }) => total + bytes, 0);

function parts(scripts: readonly Script[]): string {
  const of = (lazy: boolean) => kilobytes(sum(scripts.filter((script) => script.lazy === lazy)));
  return `${of(false)} at first, ${of(true)} lazy`;
}

async function scriptsOf(address: string, idle: (page: Page) => Promise<unknown>): Promise<Script[]> {
  const visitor = await arrive();
  const page = await visitor.context.newPage();
  const found: Response[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.m?js$/.test(pathname) && !/duckdb-browser.*worker/.test(pathname)) found.push(response);
  });
  await page.goto(address);
  await idle(page);
  const fetched = await Promise.all(
    found.map(async (response) => ({
      name: nameOf(response.url()),
      bytes: (await response.request().sizes()).responseBodySize,
      imports: importsIn(await response.text()),
    })),
  );
  await visitor.leave();
  const first = reachable(fetched);
  return fetched.map(({ name, bytes }) => ({ name, bytes, lazy: !first.has(name) }));
}

const nameOf = (address: string) => address.replace(/^.*\//, '');

/** The modules a module cannot run without; `import(…)` is not among them. */
function importsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*["']([^"']+\.m?js)["']/g)].map(([, found]) =>
    nameOf(found ?? ''),
  );
}

/** What SvelteKit starts with, the page's own node, and all they import. */
function reachable(scripts: readonly { name: string; imports: readonly string[] }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    scripts.find((script) => script.name === name)?.imports.forEach(visit);
  };
  for (const { name } of scripts) if (/^(start|app|\d+)\./.test(name)) visit(name);
  return seen;
}
