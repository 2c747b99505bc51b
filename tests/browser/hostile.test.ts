import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { visit, Visitors } from './browser';
import { cell, openDemonstration, openText, runCell, settle, tableOf, writeSql } from './notebook-page';

const within = 5_000;

/** `truth` is what no other cell may change; `turn` makes it run anew, so that an old number cannot pass for a new one. */
const watched = `\`\`\`input turn
type: number
label: Omgang
value: 0
\`\`\`

\`\`\`sql truth title="Sandt"
SELECT 'omgang ' || $turn AS turn, round(avg(before), 4) AS before, round(avg(after), 4) AS after, median(score) AS low, count(*) AS n
FROM changes JOIN scores USING (dataset, course_id, instrument, scale)
WHERE instrument = 'who5' AND scale = 'total' AND course_id IN (SELECT course_id FROM courses WHERE age BETWEEN 3 AND 16)
\`\`\``;

function notebookOf(cells: readonly (readonly [name: string, sql: string])[]): string {
  const fences = cells.map(([name, sql]) => `\`\`\`sql ${name}\n${sql}\n\`\`\``);
  return `---\nformat: 1\ntitle: Angreb\n---\n# Angreb\n\n${watched}\n\n${fences.join('\n\n')}\n`;
}

let turn = 0;

/** Asks for the numbers of `truth` once more, and gives them without the turn, with the time it took. */
async function askAgain(page: Page): Promise<{ numbers: string[]; milliseconds: number }> {
  turn += 1;
  const began = Date.now();
  await page.locator('#input-turn').fill(String(turn));
  await page.locator('#input-turn').press('Enter');
  await page.waitForFunction(
    (wanted) => {
      const article = document.querySelector('article[aria-label$=" truth"]');
      const first = article?.querySelector('table tbody td, table tbody th')?.textContent.trim();
      return first === `omgang ${wanted}` && !article?.matches('.running, .stale, .waiting, .failed');
    },
    String(turn),
    { timeout: 30_000 },
  );
  const row = (await tableOf(page, 'truth'))[1] ?? [];
  return { numbers: row.slice(1), milliseconds: Date.now() - began };
}

async function untilNotRunning(page: Page, name: string, timeout: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      !document.querySelector(`article[aria-label$=" ${wanted}"]`)?.matches('.running, .stale, .waiting'),
    name,
    { timeout },
  );
}

const visitors = new Visitors();
let context: BrowserContext;
let page: Page;
let errors: string[];
let numbers: string[];

beforeAll(async () => {
  ({ context, page, errors } = await visit(visitors));
  await openDemonstration(page, inject('origin'));
  await openText(page, notebookOf([['attack', 'SELECT 1 AS n']]), 'angreb.md');
  await settle(page);
  numbers = (await askAgain(page)).numbers;
  expect(numbers.length).toBe(4);
});
afterAll(async () => {
  expect(errors.filter((error) => error !== 'killed by a test')).toEqual([]);
  await visitors.leave(context);
  await visitors.close();
});

const refused: readonly (readonly [sql: string, words: RegExp])[] = [
  ['CREATE MACRO avg(x) AS 42', /En celle er én SELECT/],
  ['CREATE TEMP TABLE courses AS SELECT 1 AS course_id', /En celle er én SELECT/],
  ["SELECT * FROM enable_logging(storage = 'file')", /enable_logging kan ikke bruges her/],
  ['SELECT * FROM "enable_logging"()', /enable_logging.* kan ikke bruges her/],
  ['SELECT setseed(0.5) AS s, 9 AS n', /setseed kan ikke bruges her/],
  ['SELECT 1 AS n; DROP TABLE courses', /En celle er én SELECT/],
  ['SELECT 1), (SELECT 2', /Parenteserne går ikke op/],
  ["SELECT * FROM query('DROP TABLE courses')", /query kan ikke bruges her/],
];

describe('a cell that would change what others show', () => {
  test.each(refused)('%s', async (sql, words) => {
    await writeSql(page, 'attack', sql);
    await runCell(page);
    await cell(page, 'attack').getByText(words).first().waitFor({ timeout: within });
    const after = await askAgain(page);
    expect(after.numbers).toEqual(numbers);
    expect(after.milliseconds).toBeLessThan(within);
  });

  test('a CTE called like a table stays in its own cell', async () => {
    await writeSql(page, 'attack', 'WITH courses AS (SELECT 42 AS age, 9 AS n) SELECT * FROM courses');
    await runCell(page);
    await settle(page);
    expect((await tableOf(page, 'attack')).at(-1)).toEqual(['9', '42']);
    expect((await askAgain(page)).numbers).toEqual(numbers);
  });
});

const endless: readonly (readonly [what: string, sql: string])[] = [
  ['recursion', 'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT count(*) AS n FROM r'],
  ['cross join of 10^12', 'SELECT count(*) AS n FROM range(1000000) a, range(1000000) b'],
  ['text too large', "SELECT repeat('x', 4200000000) AS t, 9 AS n"],
  ['answer too large', "SELECT repeat('x', 100000) || range AS t, 9 AS n FROM range(100000)"],
  ['one value of 100 MB', "SELECT repeat('x', 100000000) AS t, 9 AS n"],
  ['deep brackets', `SELECT ${'('.repeat(5_000)}1${')'.repeat(5_000)} AS n`],
  [
    '5,000 columns',
    `SELECT ${Array.from({ length: 5_000 }, (_, at) => `${at} AS c${at}`).join(', ')}, 9 AS n`,
  ],
];

describe('a cell that never ends, or asks for too much', () => {
  // A large answer takes 14 s to end, a cross join 10: they are stopped below. A large value ends here; that a cross join
  // does is seen in Node.
  const ending = endless.filter(
    ([name]) => !['recursion', 'answer too large', 'cross join of 10^12'].includes(name),
  );
  test.each(ending)('%s: ends by itself, and the rest goes on', async (_, sql) => {
    await writeSql(page, 'attack', sql);
    await runCell(page);
    await untilNotRunning(page, 'attack', 15_000);
    const after = await askAgain(page);
    expect(after.numbers).toEqual(numbers);
    expect(after.milliseconds).toBeLessThan(within);
  });

  // A text that is too large ends within seconds, above.
  const stopped = endless.slice(0, 4).filter(([name]) => name !== 'text too large');
  test.each(stopped)('%s: can be stopped', async (_, sql) => {
    // A comment makes it another text: what has failed does not run again unasked.
    await writeSql(page, 'attack', `${sql} -- ${turn}`);
    await runCell(page);
    await page.waitForTimeout(700);
    const stop = cell(page, 'attack').getByRole('button', { name: 'Stop' });
    if (await stop.count()) await stop.click();
    const after = await askAgain(page);
    expect(after.numbers).toEqual(numbers);
    expect(after.milliseconds).toBeLessThan(within);
  });
});

describe('a worker', () => {
  // The one that runs now: the test before may have had one replaced.
  beforeEach(async () => {
    await askAgain(page);
  });

  test('that dies is replaced, and its tables loaded again', async () => {
    await page
      .workers()
      .at(-1)
      ?.evaluate(() =>
        setTimeout(() => {
          throw new Error('killed by a test');
        }),
      );
    await page.waitForTimeout(200);
    const after = await askAgain(page);
    expect(after.numbers).toEqual(numbers);
    expect(after.milliseconds).toBeLessThan(within);
  });

  test('that hangs is replaced, and its tables loaded again', async () => {
    void page
      .workers()
      .at(-1)
      ?.evaluate(() => {
        for (;;);
      })
      .catch(() => {});
    await page.waitForTimeout(200);
    await page.locator('#input-turn').fill('7777');
    await page.locator('#input-turn').press('Enter');
    await cell(page, 'truth').getByText('Stoppet').first().waitFor({ timeout: 15_000 });
    const after = await askAgain(page);
    expect(after.numbers).toEqual(numbers);
    expect(after.milliseconds).toBeLessThan(within);
  });
});

test('a notebook of nothing but attacks leaves the others their numbers', async () => {
  const hostile: [string, string][] = [
    ['courses', 'SELECT 1 AS course_id, 5 AS age'],
    ['avg', 'SELECT 42 AS avg, 9 AS n'],
    ['macro_cell', 'CREATE MACRO avg(x) AS 42'],
    ['temp_cell', 'CREATE TEMP TABLE changes AS SELECT 1 AS before'],
    ['escape_cell', 'SELECT 1), truth AS (SELECT 2'],
    ['comment_cell', 'SELECT 1 AS n /* '],
    ['quote_cell', "SELECT 'open"],
    // One that never ends is stopped above: to wait for it here takes longer than all the others.
    ['bomb_cell', "SELECT repeat('x', 4200000000) AS t, 9 AS n"],
    ['ring_one', 'SELECT * FROM ring_two'],
    ['ring_two', 'SELECT * FROM ring_one'],
  ];
  await openText(page, notebookOf(hostile), 'angreb-2.md');
  await settle(page);
  for (const [name] of hostile.filter(([name]) => name !== 'avg')) {
    expect(await cell(page, name).getAttribute('class'), name).toMatch(/failed|blocked/);
  }
  await cell(page, 'courses').getByText('courses er navnet på en tabel').waitFor();
  const after = await askAgain(page);
  expect(after.numbers).toEqual(numbers);
  expect(after.milliseconds).toBeLessThan(within);
});
