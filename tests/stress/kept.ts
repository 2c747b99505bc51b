import type { Page } from 'playwright-core';
import { serveSite } from '../../src/cli/serve';
import type { Campaign } from './campaign';
import {
  chance,
  Chromium,
  crash,
  goDownTyping,
  incompressible,
  keptTexts,
  openKept,
  putOnShelf,
  saved,
  titleOf,
} from './keeping';

/** A browser, and the built site to use in it. */
async function begin(
  round: (chromium: Chromium, origin: string, seed: number) => Promise<number>,
): Promise<Awaited<ReturnType<Campaign['open']>>> {
  const site = await serveSite(0);
  const chromium = new Chromium();
  return {
    round: (seed) => round(chromium, site.origin, seed),
    async close() {
      await chromium.close();
      await site.close();
    },
  };
}

export const goingDown: Campaign = {
  name: 'tabs that go down',
  law: 'at most a second of typing is lost when the tab’s process, or the whole browser, goes down, whatever the clock says',
  enough: 100,
  open: () =>
    begin(async (chromium, origin, seed) => {
      for (const blow of ['crash', 'kill'] as const) await goDownTyping(chromium, origin, seed, blow);
      return 2;
    }),
};

interface Mark {
  readonly text: string;
  readonly tab: number;
  readonly at: number;
}

/** What was typed a second before a tab went, in that tab, may be lost. */
const isExcused = (mark: Mark, gone: readonly Omit<Mark, 'text'>[]) =>
  gone.some(({ tab, at }) => tab === mark.tab && at >= mark.at && at - mark.at < 1_000);

/** A shelf of the first program or of this one; two tabs that write, take over, go down and come back in some order. */
export async function interleave(chromium: Chromium, origin: string, seed: number): Promise<void> {
  const random = chance(seed);
  const name = `t${seed}`;
  const context = await chromium.open();
  const first = await context.newPage();
  await putOnShelf(first, origin, name, seed % 2 === 0 ? 1 : 2);
  const tabs: Page[] = [first, await context.newPage()];
  for (const tab of tabs) await openKept(tab, origin, name);
  const marks: Mark[] = [];
  const gone: Omit<Mark, 'text'>[] = [];
  const told: string[] = [];

  for (let step = 0; step < 10; step += 1) {
    const tab = Math.floor(random() * 2);
    const page = tabs[tab] as Page;
    const what = random();
    if (what < 0.5) {
      const text = `(${seed}.${step})`;
      await titleOf(page).focus();
      await page.keyboard.press('End');
      await page.keyboard.insertText(text);
      const isAccepted = (await titleOf(page).inputValue()).includes(text);
      if (isAccepted) marks.push({ text, tab, at: performance.now() });
      told.push(`${tab} ${isAccepted ? 'writes' : 'may not write'} ${text}`);
    } else if (what < 0.75) {
      const take = page.getByRole('button', { name: 'Skriv her i stedet' });
      const isThere = await take.isVisible();
      if (isThere) await take.click({ timeout: 2_000 }).catch(() => {});
      told.push(`${tab} ${isThere ? 'takes over' : 'has it'}`);
    } else if (what < 0.83) {
      await page.evaluate((back) => sessionStorage.setItem('clock', back), `${-random() * 9e7}`);
      told.push(`${tab} clock back`);
    } else {
      gone.push({ tab, at: performance.now() });
      if (what < 0.92) await page.reload();
      else {
        await crash(page);
        tabs[tab] = await context.newPage();
        await openKept(tabs[tab], origin, name);
      }
      told.push(`${tab} ${what < 0.92 ? 'loads anew' : 'goes down'}`);
    }
    await page.waitForTimeout(random() < 0.5 ? random() * 100 : random() * 900).catch(() => {});
  }
  await tabs[0]?.waitForTimeout(1_200);
  for (const tab of tabs) await tab.close();
  const reader = await context.newPage();
  await reader.goto(`${origin}/forget/`);
  const { notebooks } = await keptTexts(reader);
  await reader.close();
  const lost = marks.filter(
    (mark) => !isExcused(mark, gone) && !notebooks.some((text) => text.includes(mark.text)),
  );
  if (lost.length > 0) throw new Error(`lost ${lost.map(({ text }) => text).join(', ')}\n${told.join('\n')}`);
}

export const twoTabs: Campaign = {
  name: 'two tabs',
  law: 'nothing typed is lost when two tabs have the same notebook, on a shelf of the first program or of this one',
  enough: 80,
  open: () =>
    begin(async (chromium, origin, seed) => {
      await interleave(chromium, origin, seed);
      return 1;
    }),
};

/** Three megabytes for all that is kept: what was kept stays, what does not fit is on the page still, and is told. */
export async function fillUp(origin: string, seed: number): Promise<void> {
  const chromium = new Chromium();
  try {
    await fillUpIn(await (await chromium.open()).newPage(), origin, seed);
  } finally {
    await chromium.close();
  }
}

async function fillUpIn(page: Page, origin: string, seed: number): Promise<void> {
  const random = chance(seed);
  const name = `q${seed}`;
  const session = await page.context().newCDPSession(page);
  // Before anything is there: the browser remembers for a while how much room it found.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await putOnShelf(page, origin, name, 2);
  await openKept(page, origin, name);
  await titleOf(page).fill('Før');
  await saved(page);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Åbn', exact: true }).first().click(),
  ]);
  const text = `---\nformat: 1\ntitle: Stor\n---\n\n\`\`\`blob b\n${incompressible(3_500_000 + random() * 500_000, random)}\n\`\`\`\n`;
  await chooser.setFiles([{ name: `${name}-stor.md`, mimeType: 'text/plain', buffer: Buffer.from(text) }]);
  await page.getByText('Browseren har ikke mere plads til Pejling.').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Gem som fil' }).click(),
  ]);
  if (!download.suggestedFilename().startsWith(`${name}-stor`)) throw new Error('another file was saved');
  const { notebooks } = await keptTexts(page);
  if (!notebooks.some((kept) => kept.includes('title: Før'))) throw new Error('what was kept is gone');
  // With room again the next change is kept.
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await titleOf(page).fill('Stor nok');
  await saved(page);
  await page.getByText('Browseren har ikke mere plads til Pejling.').waitFor({ state: 'detached' });
  await session.detach();
}

export const noRoom: Campaign = {
  name: 'no more room',
  law: 'in 3 MB with text that nothing packs, what was kept stays, and what does not fit is told and saved as a file',
  enough: 20,
  open: () =>
    begin(async (_, origin, seed) => {
      await fillUp(origin, seed);
      return 1;
    }),
};
