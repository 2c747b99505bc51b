import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { visit, Visitors } from './browser';
import {
  cell,
  dropFiles,
  openDemonstration,
  openFiles,
  openText,
  runCell,
  settle,
  tableOf,
  writeSql,
} from './notebook-page';

const visitors = new Visitors();
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  ({ context, page, errors } = await visit(visitors));
});
afterAll(() => visitors.close());
afterEach(() => expect(errors).toEqual([]));

/**
 * Where it matters what the browser has kept. Every other test loads its page anew in the same tab: no file is left from
 * the test before, but Chromium still has DuckDB compiled, and to compile it takes longer than most tests.
 */
async function visitAfresh(): Promise<void> {
  await visitors.leave(context);
  ({ context, page, errors } = await visit(visitors));
}

/** A new notebook page, with a notebook that counts what the files gave. */
async function begin(text: string = counting): Promise<void> {
  await page.goto(`${inject('origin')}/notebook/?new`);
  await page.locator('header.screen-only').waitFor();
  if (text) await openText(page, text, 'tal.md');
}

const counting = `---
format: 1
title: Tal
---
\`\`\`sql children title="Børn"
SELECT 'alle' AS who, count(age) AS aged, count(DISTINCT project) AS projects, count(*) AS n FROM courses
\`\`\`

\`\`\`sql answers title="Svar"
SELECT 'alle' AS who, count(DISTINCT course_id) AS courses, count(*) AS n FROM who5
\`\`\`
`;

const row = (number: number, age = 12, project = 'BRUS') => `F${number};${project};girl;${age}`;
const coursesText = (rows: readonly string[]) => `course_id;project;sex;age\n${rows.join('\n')}\n`;
const tenCourses = coursesText(Array.from({ length: 10 }, (_, number) => row(number)));
const who5Text = `course_id;wave;who5_1;who5_2;who5_3;who5_4;who5_5\n${Array.from(
  { length: 10 },
  (_, number) => `F${number};before;1;2;3;2;1\nF${number};after;3;3;3;3;3`,
).join('\n')}\n`;

const drop = (files: Parameters<typeof dropFiles>[1]) => dropFiles(page, files);

const told = (title: RegExp | string) => page.getByRole('status', { name: title });

/** The rows of the list of problems, as they stand on the screen. */
async function problemRows(): Promise<string[][]> {
  await page.getByRole('button', { name: /^Se alt, der ikke kunne bruges/ }).click();
  const shown = page.getByRole('dialog').locator('tbody tr');
  await shown.first().waitFor();
  const rows = await shown.evaluateAll((all) =>
    all.map((each) => [...(each as HTMLTableRowElement).cells].map((field) => field.innerText.trim())),
  );
  await page.keyboard.press('Escape');
  return rows;
}

const countOf = async (name: string) => (await tableOf(page, name)).at(-1)?.slice(1);

describe('a file that cannot be used gets a sentence, and the others work', () => {
  const wide = `course_id,${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')}\n`;
  const files: [what: string, file: { name: string; text: string | Uint8Array }, sentence: RegExp][] = [
    ['an empty file', { name: 'tom.csv', text: '' }, /tom\.csv.*Filen er tom\. Filen er ikke brugt/],
    ['a PDF', { name: 'rapport.csv', text: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n' }, /rapport\.csv.*Filen er en PDF/],
    ['10,000 columns', { name: 'bred.csv', text: wide }, /bred\.csv.*Filen har 10001 kolonner/],
    ['no course_id', { name: 'who5.csv', text: 'wave;who5_1\nbefore;3\n' }, /Kolonnen course_id mangler/],
    [
      'nothing known',
      { name: 'indkøb.csv', text: 'vare;pris\nmælk;12\n' },
      /indkøb\.csv.*Hverken filens navn/,
    ],
    ['zeros', { name: 'nul.csv', text: new Uint8Array(4_096) }, /nul\.csv.*hverken tekst eller et format/],
  ];

  test('all at once, beside a good one', async () => {
    await begin();
    await openFiles(page, [{ name: 'courses.csv', text: tenCourses }, ...files.map(([, file]) => file)]);
    await settle(page);
    expect(await countOf('children')).toEqual(['10', '10', '1']);
    const note = await told('6 filer kunne ikke bruges').innerText();
    for (const [, , sentence] of files.slice(0, 5)) expect(note.replaceAll('\n', ' ')).toMatch(sentence);
    expect(note).toContain('og 1 til');
    expect((await problemRows()).length).toBe(6);
  });

  test('alone: what was loaded stays as it was', async () => {
    await openDemonstration(page, inject('origin'));
    const numbers = await tableOf(page, 'wellbeing');
    // One that is not read, and one that is none of ours; all of them are dropped above.
    for (const [, file, sentence] of files.filter((_, at) => at % 4 === 0)) {
      await drop([file]);
      await told('En fil kunne ikke bruges').getByText(file.name).waitFor();
      expect((await told('En fil kunne ikke bruges').innerText()).replaceAll('\n', ' ')).toMatch(sentence);
      expect(await tableOf(page, 'wellbeing')).toEqual(numbers);
    }
    // One that could be used, but is left on its way
    await drop([{ name: 'courses.csv', text: tenCourses }]);
    await page.getByRole('button', { name: 'Afbryd' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(await tableOf(page, 'wellbeing')).toEqual(numbers);
    await page.getByLabel('Projekt', { exact: true }).selectOption('BRUS');
    await settle(page);
    expect(await tableOf(page, 'wellbeing')).not.toEqual(numbers);
  });

  test('on the opening page', async () => {
    await page.goto(inject('origin'));
    await openFiles(page, [{ name: 'rapport.csv', text: '%PDF-1.7\n' }], 'vælg filer');
    await told('En fil kunne ikke bruges').getByText('Filen er en PDF').waitFor();
    await page.getByRole('button', { name: 'Prøv med eksempeldata' }).first().click();
    await settle(page);
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
    expect(await told('En fil kunne ikke bruges').count()).toBe(0);
  });
});

describe('rows and values that cannot be used', () => {
  test('are listed with file, line, column, value and why', async () => {
    await begin();
    const more = Array.from({ length: 6 }, (_, number) => row(10 + number));
    const rows = [
      row(1),
      row(2, 170),
      row(3),
      row(3),
      'F4;BRUS;hest;9',
      ';BRUS;girl;9',
      'F6;BRUS;girl',
      ...more,
    ];
    await openFiles(page, [{ name: 'courses.csv', text: coursesText(rows) }]);
    await settle(page);
    expect(await countOf('children')).toEqual(['10', '9', '1']);
    expect(await problemRows()).toEqual([
      ['courses.csv', '3', 'age', '170', expect.stringMatching(/uden for.*Værdien er sat til ubesvaret/)],
      ['courses.csv', '5', 'course_id', 'F3', expect.stringMatching(/står der allerede.*Rækken er udeladt/)],
      ['courses.csv', '6', 'sex', 'hest', expect.stringMatching(/er ikke en kode i sex/)],
      ['courses.csv', '7', 'course_id', '', expect.stringMatching(/har ingen course_id.*udeladt/)],
      ['courses.csv', '8', '', '3', expect.stringMatching(/3 felter.*udeladt/)],
    ]);
    await openText(page, counting.replace("'alle' AS who, count(age)", "'x' AS who, count(age)"), 'b.md');
    await writeSql(page, 'children', "SELECT 'i alt' AS who, count(*) AS n FROM import_problems");
    await runCell(page);
    await cell(page, 'children').locator('table').getByText('i alt').first().waitFor();
    expect(await countOf('children')).toEqual(['5']);
  });

  test('are all counted when there are thousands', async () => {
    await begin();
    const rows = Array.from({ length: 2_345 }, (_, number) => row(number, 170));
    await openFiles(page, [{ name: 'courses.csv', text: coursesText(rows) }]);
    await settle(page);
    await page.getByRole('button', { name: 'Se alt, der ikke kunne bruges: 2.345' }).waitFor();
    expect((await problemRows()).length).toBe(500);
  });

  test('not for their encoding', async () => {
    await begin();
    const encodings: ((text: string) => Uint8Array)[] = [
      (text) => Buffer.from(text, 'latin1'),
      (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      // Without a mark
      (text) => Buffer.from(text, 'utf16le'),
    ];
    const files = encodings.map((encode, file) => {
      const rows = Array.from({ length: 8 }, (_, at) => row(8 * file + at, 12, at % 2 ? 'Blåbær' : 'Ørsted'));
      return { name: `courses ${file}.csv`, text: encode(coursesText(rows)) };
    });
    await openFiles(page, files);
    await settle(page);
    expect(await countOf('children')).toEqual(['24', '24', '2']);
    await writeSql(
      page,
      'children',
      'SELECT project::VARCHAR AS name, 99 AS n FROM courses GROUP BY ALL ORDER BY ALL',
    );
    await runCell(page);
    await cell(page, 'children').getByText('Ørsted').first().waitFor();
    expect((await tableOf(page, 'children')).slice(1).map(([name]) => name)).toEqual(['Blåbær', 'Ørsted']);
  });
});

describe('files that come one after the other', () => {
  test('join, also when the second is dropped before the first is in', async () => {
    await begin();
    await drop([{ name: 'courses.csv', text: tenCourses }]);
    await drop([{ name: 'who5.csv', text: who5Text }]);
    await cell(page, 'answers').getByText('20', { exact: true }).waitFor({ timeout: 30_000 });
    await settle(page);
    expect(await countOf('children')).toEqual(['10', '10', '1']);
    expect(await countOf('answers')).toEqual(['20', '10']);
  });

  test('take the place of one of the same name', async () => {
    await begin();
    await openFiles(page, [{ name: 'courses.csv', text: tenCourses }]);
    await settle(page);
    await openFiles(page, [
      { name: 'courses.csv', text: coursesText([1, 2, 3, 4, 5, 6].map((number) => row(number))) },
    ]);
    await cell(page, 'children').getByText('6', { exact: true }).first().waitFor();
    await settle(page);
    expect(await countOf('children')).toEqual(['6', '6', '1']);
  });
});

describe('a notebook', () => {
  test('cut in half opens with what is left, and says where it breaks', async () => {
    await openDemonstration(page, inject('origin'));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Gem fil' }).click(),
    ]);
    const whole = await (await import('node:fs/promises')).readFile(await saved.path(), 'utf8');
    const at = whole.indexOf('LEFT JOIN scores AS s');
    await openText(page, whole.slice(0, at), 'halv.md');
    await told('Notesbogen kunne ikke læses helt')
      .getByText(/Linje \d+: cellen bliver ikke lukket/)
      .waitFor();
    await settle(page);
    await cell(page, 'pairing').and(page.locator('.failed')).waitFor();
    expect((await tableOf(page, 'main_export'))[1]?.[1]).toBe('3.766');

    // Also when the cut goes through the header.
    await openText(page, whole.slice(0, 30).replace(/^title: .*$/m, ''), 'hoved.md');
    await told('Notesbogen kunne ikke læses helt')
      .getByText(/hovedet kan ikke læses/)
      .waitFor();
  });

  test('of a newer format is shown, but not kept over what a newer program wrote', async () => {
    await begin('');
    const newer = '---\nformat: 2\ntitle: Nyere\nshiny: true\n---\n# Fra fremtiden\n';
    await openText(page, newer, 'nyere.md');
    await told('Notesbogen kunne ikke læses helt')
      .getByText(/nyere udgave af Pejling/)
      .waitFor();
    await page.getByText('Gemmes ikke i denne browser').first().waitFor();
    await page.getByRole('textbox', { name: 'Titel' }).fill('Rettet her');
    await page.waitForTimeout(1_000);
    const kept = await shelf();
    expect(kept.map(({ title }) => title)).not.toContain('Rettet her');
    expect(kept.map(({ title }) => title)).not.toContain('Nyere');
  });

  test('written by hand and opened five times is one on the shelf', async () => {
    await begin('');
    for (let time = 0; time < 5; time += 1) {
      await openText(
        page,
        '---\nformat: 1\ntitle: Hånd\nneeds: [courses, who5]\n---\n\n\n# Hej\n',
        'haand.md',
      );
      await page.waitForTimeout(700);
    }
    expect((await shelf()).filter(({ title }) => title === 'Hånd')).toHaveLength(1);
  });
});

interface Kept {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

function shelf(): Promise<Kept[]> {
  return page.evaluate(
    () =>
      new Promise<Kept[]>((done, fail) => {
        const opening = indexedDB.open('pejling');
        opening.onerror = () => fail(opening.error ?? new Error('no shelf'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('notebooks').objectStore('notebooks').getAll();
          all.onsuccess = () => {
            opening.result.close();
            done(all.result as Kept[]);
          };
        };
      }),
  );
}

describe('a browser that gives less', () => {
  test('no engine: says so, and tries again', async () => {
    await page.route(/duckdb.*\.wasm/, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto(`${inject('origin')}/notebook/?open=trivsel&demo`);
    const alert = page.getByRole('alert');
    await alert.getByText('Regnemaskinen kunne ikke starte').waitFor();
    await page.unroute(/duckdb.*\.wasm/);
    await alert.getByRole('button', { name: 'Prøv igen' }).click();
    await settle(page);
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
    expect(await alert.count()).toBe(0);
  });

  test('no demonstration: says so, and own files still work', async () => {
    await page.route(/demo\/pool/, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto(`${inject('origin')}/notebook/?open=trivsel&demo`);
    await page.getByRole('alert').getByText('En fil kunne ikke læses').waitFor();
    await openText(page, counting, 'tal.md');
    await openFiles(page, [{ name: 'courses.csv', text: tenCourses }]);
    await settle(page);
    expect(await countOf('children')).toEqual(['10', '10', '1']);
    await page.unroute(/demo\/pool/);
  });

  // Last: from here on the tab has none.
  test('no storage: says so, and a file can be saved', async () => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied by a test', 'SecurityError');
      };
    });
    await openDemonstration(page, inject('origin'));
    await page.getByText('Ikke gemt i denne browser. Gem en fil.').first().waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Gem fil' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('trivsel.md');
    expect((await tableOf(page, 'wellbeing'))[1]?.[1]).toBe('651');
  });
});

describe('what is typed', () => {
  beforeEach(visitAfresh);

  const typed =
    '---\nformat: 1\ntitle: Skrevet\n---\nHer.\n\n```sql numbers\nSELECT sex, count(*) AS n FROM courses GROUP BY ALL\n```\n\n```plot drawn\ndata: numbers\nmarks: [{ dot: { x: n, y: sex } }]\n```\n';

  test('a figure, half of which is no figure, is there after a crash, but for the last second', async () => {
    await begin(typed);
    await openFiles(page, [{ name: 'courses.csv', text: tenCourses }]);
    await settle(page);
    await cell(page, 'drawn').getByRole('button', { name: 'Ret opskriften' }).first().click();
    await cell(page, 'drawn').locator('textarea').click();
    await page.keyboard.press('Control+A');
    const clock: number[] = [];
    const words = Array.from({ length: 25 }, (_, at) => `[ord${at} `);
    const crashed = page.waitForEvent('crash');
    for (const word of words) {
      await page.keyboard.insertText(word);
      clock.push(Date.now());
      await page.waitForTimeout(80);
    }
    const session = await context.newCDPSession(page);
    const last = Date.now();
    void session.send('Page.crash').catch(() => {});
    await crashed;
    const owed = clock.findLastIndex((at) => at < last - 1_000);
    page = await context.newPage();
    await page.goto(inject('origin'));
    const texts = (await shelf()).map(({ text }) => text).join('\n');
    expect(texts).toContain(words[owed]?.trim());
  });

  test('in two tabs of one notebook is written in one of them, and taken along by the other', async () => {
    await begin(typed);
    await page.waitForTimeout(800);
    const second = await context.newPage();
    const title = (tab: Page) => tab.getByRole('textbox', { name: 'Titel' });
    await second.goto(page.url());
    await second.getByRole('button', { name: 'Skriv her i stedet' }).waitFor();
    await title(page).fill('Fra første fane');
    await second.getByRole('button', { name: 'Skriv her i stedet' }).click();
    await expect.poll(() => title(second).inputValue()).toBe('Fra første fane');
    await title(second).fill('Fra anden fane');
    await second.waitForTimeout(800);
    const titles = (await shelf()).map((kept) => kept.title);
    expect(titles).toContain('Fra anden fane');
    expect(titles).not.toContain('Fra første fane');
  });
});
