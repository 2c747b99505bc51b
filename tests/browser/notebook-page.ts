import type { Locator, Page } from 'playwright-core';

/** The notebook page as a person meets it: cells by name, tables by their rows, errors by their words. */
export function cell(page: Page, name: string): Locator {
  return page.locator(`article[aria-label$=" ${name}"]`);
}

/** A result table as text: one array of cells a row, header first. */
export async function tableOf(page: Page, name: string): Promise<string[][]> {
  const table = cell(page, name).locator('table').first();
  await table.waitFor();
  return table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((field) => field.innerText.replace(/\s+/g, ' ').trim()),
    ),
  );
}

/** Waits until nothing runs and no cell waits. */
export async function settle(page: Page): Promise<void> {
  // What comes within a quarter of a second is shown at once, without a state in between.
  await page.waitForTimeout(300);
  await page.waitForFunction(
    () =>
      document.querySelector('article.cell:is(.sql, .reflect)') !== null &&
      document.querySelector('article.cell:is(.running, .stale, .waiting)') === null,
    undefined,
    { timeout: 90_000 },
  );
}

export async function openDemonstration(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('link', { name: 'Prøv med eksempeldata' }).click();
  await settle(page);
}

/** The cells that have run since the last call, in order. */
export async function cellsRun(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = performance.getEntriesByType('measure').map((entry) => entry.name);
    performance.clearMeasures();
    return names.filter((name) => name.startsWith('run ')).map((name) => name.slice(4));
  });
}

export function projectMenu(page: Page): Locator {
  return page.getByLabel('Projekt', { exact: true });
}

/** Replaces the text of a SQL cell as a person would: click, select all, type. */
export async function writeSql(page: Page, name: string, sql: string): Promise<void> {
  const show = cell(page, name).getByRole('button', { name: 'Vis beregningen' });
  if (await show.count()) await show.click();
  const content = cell(page, name).locator('.cm-content');
  await content.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(sql);
}

export async function runCell(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Enter');
}

/** Gives files to the page's own file picker, as a person who chooses them. */
export async function openFiles(
  page: Page,
  files: { name: string; text: string | Uint8Array }[],
  button = 'Åbn',
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  await chooser.setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  );
}

/** Opens a notebook from its text and waits until it stands on the page. */
export async function openText(page: Page, text: string, name = 'notesbog.md'): Promise<void> {
  const written = /^title: (.*)$/m.exec(text)?.[1] ?? '';
  const title = written.startsWith('"') ? String(JSON.parse(written)) : written;
  // The notebook before it may be called the same.
  await page.evaluate(() => {
    for (const cell of document.querySelectorAll('article')) cell.dataset.before = '';
  });
  await openFiles(page, [{ name, text }]);
  await page.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLInputElement>('input.title')?.value === wanted &&
      document.querySelector('article[data-before]') === null,
    title,
  );
  if (await page.locator('.notebook.inert').count()) await trust(page);
}

/** Says yes to a notebook that came from elsewhere. */
export async function trust(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Kør notesbogen|Run the notebook)$/ }).click();
  await page.locator('.notebook:not(.inert)').waitFor();
}

/** Drops files on the page. */
export async function dropFiles(
  page: Page,
  files: readonly { name: string; text: string | Uint8Array }[],
): Promise<void> {
  const handle = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    files.map(({ name, text }) => ({ name, bytes: [...Buffer.from(text)] })),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: handle });
}

/** Opens the palette by key and waits until one can write in it; `title` in the language of the page. */
export async function openPalette(page: Page, title = 'Gå til og gør'): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: title });
  const field = palette.getByRole('combobox');
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  return palette;
}
