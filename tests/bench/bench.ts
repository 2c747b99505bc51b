import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { serveSite } from '../../src/cli/serve';
import { arrive } from './chromium';
import { measureFormats } from './formats';
import { measureImport } from './import';
import { measureFirstChart, measureInput } from './journey';
import { measureLongNotebook } from './long-notebook';
import { servePage } from './page';
import { writeResults, type Section } from './results';
import { measureScoring } from './scoring';
import { measureWeight } from './weight';

/** Measures what the words name (all when there are none), prints a table and keeps it. 0 when it could be measured. */
export async function bench(words: string[]): Promise<number> {
  if (!existsSync('build/index.html')) {
    console.error('There is no build to measure: run npm run build first.');
    return 2;
  }
  const asked = (name: string) => words.length === 0 || words.includes(name);
  const site = await serveSite(0);
  const page = await servePage();
  const sections: Section[] = [];
  const visitor = await arrive();
  const version = visitor.context.browser()?.version() ?? 'unknown';
  try {
    const engines = await visitor.context.newPage();
    await engines.goto(`${page.origin}/engines.html`);
    await engines.waitForFunction(() => 'engines' in window);
    if (asked('scoring')) sections.push(await measureScoring(engines, page));
    if (asked('import')) sections.push(await measureImport(engines, page));
    if (asked('formats')) sections.push(await measureFormats(engines, page));
    await engines.close();
    if (asked('input')) sections.push(await measureInput(site.origin));
    if (asked('chart')) sections.push(await measureFirstChart(site.origin, `${page.origin}/bare.html`));
    if (asked('long')) sections.push(await measureLongNotebook(site.origin));
    if (asked('weight')) sections.push(await measureWeight(site.origin));
  } finally {
    await visitor.leave();
    await page.close();
    await site.close();
  }
  const text = writeResults(sections, version);
  console.log(text);
  if (words.length === 0) await writeFile('tests/bench/results.md', text);
  return 0;
}
