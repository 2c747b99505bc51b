import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { fileNamesOf, main } from '../../src/cli/render';

/** The command as it is used: another process, its exit code and what it writes where. */
interface Answer {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

function render(...words: string[]): Promise<Answer> {
  return new Promise((done) => {
    execFile('node', ['src/cli/run.mjs', 'render', ...words], { maxBuffer: 1 << 28 }, (error, out, said) =>
      done({ code: error ? Number(error.code) : 0, out, said }),
    );
  });
}

/** The command in this process, for what is in the file it writes: starting another one takes as long as the rest. */
async function written(...words: string[]): Promise<string> {
  const to = path(`written-${(files += 1)}`);
  expect(await main([...words, '--out', to])).toBe(0);
  return readFile(to, 'utf8');
}
let files = 0;

const Json = z.object({
  cells: z.record(
    z.string(),
    z.union([
      z.object({
        columns: z.array(z.object({ name: z.string(), type: z.string() })),
        rows: z.array(z.array(z.union([z.number(), z.string(), z.boolean(), z.null()]))),
      }),
      z.object({
        error: z.object({
          message: z.string(),
          line: z.number().nullable(),
          column: z.number().nullable(),
        }),
      }),
    ]),
  ),
  importProblems: z.array(z.object({ file: z.string(), line: z.number().nullable(), rule: z.string() })),
  problems: z.array(z.object({ kind: z.string(), line: z.number(), what: z.string() })),
});

let folder: string;
const path = (name: string) => join(folder, name);

/** Three girls of 3-10 in BRUS with scores nobody else has; 1,400 with an age that cannot be. */
function courses(): string {
  const rows = [
    ...['1', '2', '3'].map((n) => `G${n};BRUS;girl;7;2019-03-0${n};true`),
    ...Array.from({ length: 12 }, (_, n) => `B${n};BRUS;boy;12;;false`),
    ...Array.from({ length: 12 }, (_, n) => `T${n};TUBA;girl;20;2019-05-01;`),
    ...Array.from({ length: 1_400 }, (_, n) => `X${n};TUBA;boy;170;;`),
  ];
  return `course_id;project;sex;age;started_on;individual\n${rows.join('\n')}\n`;
}

const header = '---\nformat: 1\ntitle: Prøve\nlanguage: da\n---\n';
const good = `${header}
\`\`\`input project
type: select
label: Projekt
all: Alle
from: SELECT DISTINCT project FROM courses ORDER BY project
\`\`\`

\`\`\`sql by_sex title="Efter køn"
SELECT sex, 41.0 + count(*) AS mark, count(*) AS n FROM courses
WHERE age IS NOT NULL AND chosen(project, $project) GROUP BY sex ORDER BY sex
\`\`\`

\`\`\`sql kinds title="Slags"
SELECT age_group, max(started_on) AS latest, bool_or(individual) AS individual, sum(age) + 700.25 AS years, avg(age) AS age,
  max('=1+1') AS formula, count(*) AS n
FROM courses WHERE age IS NOT NULL GROUP BY age_group ORDER BY age_group
\`\`\`

\`\`\`sql uncounted title="Uden antal"
SELECT 987654 AS secret
\`\`\`
`;
const broken = `${header}
\`\`\`sql first
SELECT age,
  nosuch
FROM courses
\`\`\`

\`\`\`sql second
SELECT count(*) AS n FROM first
\`\`\`

\`\`\`sql fine
SELECT count(*) AS n FROM courses
\`\`\`

\`\`\`sql 9name
SELECT 1
\`\`\`
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pejling-render-'));
  await mkdir(path('data'));
  await mkdir(path('empty'));
  await writeFile(path('data/courses.csv'), courses());
  await writeFile(path('good.md'), good);
  await writeFile(path('broken.md'), broken);
});
afterAll(() => rm(folder, { recursive: true }));

describe('json', () => {
  test('of a file in other words, with what its columns are beside it', async () => {
    await mkdir(path('foreign'));
    await writeFile(path('foreign/udtræk.csv'), 'Nr;Køn;Alder;Note\nF1;1;7;a\nF2;2;8;b\nF3;1;9;c\n');
    const mapping = `format: 1
columns:
  - { column: Nr, variable: courses.course_id }
  - { column: Køn, variable: courses.sex, codes: { '1': boy, '2': girl } }
  - { column: Alder, variable: courses.age }
  - { column: Note }
`;
    await writeFile(path('foreign/kolonner.yaml'), mapping);
    const out = path('foreign.json');
    expect(await main([path('good.md'), '--data', path('foreign'), '--out', out])).toBe(0);
    const { cells, importProblems } = Json.parse(JSON.parse(await readFile(out, 'utf8')));
    expect(cells.by_sex).toMatchObject({
      rows: [
        ['girl', 42, 1],
        ['boy', 43, 2],
      ],
    });
    expect(importProblems.map(({ rule }) => rule)).toEqual(['unmapped-column']);
  });

  test('is alone on stdout, with plain values, and with every import problem', async () => {
    const { code, out } = await render(path('good.md'), '--data', path('data'), '--input', 'project=BRUS');
    expect(code).toBe(0);
    const { cells, importProblems, problems } = Json.parse(JSON.parse(out));
    expect(cells.by_sex).toEqual({
      columns: [
        { name: 'sex', type: 'code' },
        { name: 'mark', type: 'number' },
        { name: 'n', type: 'integer' },
      ],
      rows: [
        ['girl', 44, 3],
        ['boy', 53, 12],
      ],
    });
    expect(cells.kinds).toMatchObject({
      rows: [
        ['3-10', '2019-03-03', true, 721.25, 7, '=1+1', 3],
        ['11-16', null, false, 844.25, 12, '=1+1', 12],
        ['17-24', '2019-05-01', null, 940.25, 20, '=1+1', 12],
      ],
    });
    expect(importProblems.filter(({ rule }) => rule === 'out-of-range')).toHaveLength(1_400);
    expect(importProblems[0]).toMatchObject({ file: 'courses.csv', line: 29, rule: 'out-of-range' });
    expect(problems).toEqual([]);
  });

  test('gives a failed cell’s place in that cell, what waits for it, and exit code 1', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const out = path('broken.json');
    expect(await main([path('broken.md'), '--data', path('data'), '--out', out])).toBe(1);
    const { cells, problems } = Json.parse(JSON.parse(await readFile(out, 'utf8')));
    expect(cells.first).toMatchObject({ error: { line: 2, column: 3 } });
    expect(cells.second).toMatchObject({ error: { message: expect.stringContaining('first'), line: null } });
    expect(cells.fine).toMatchObject({ rows: [[1_427]] });
    expect(problems).toMatchObject([{ kind: 'name-invalid', what: '9name' }]);
    expect(said.mock.calls.join('\n')).toContain('first, line 2');
    said.mockRestore();
  });
});

describe('html', () => {
  test('is cleared: nothing of three girls is in the file, nor of a table without n', async () => {
    const html = await written(path('good.md'), '--data', path('data'), '--format', 'html');
    expect(html).toContain('Prøve');
    const words = html.replace(/<style>[^]*?<\/style>/g, '');
    // 44 is by_sex under BRUS only; without a choice 3 girls of 3-10 stand alone in `kinds`.
    for (const secret of ['2019-03-03', '3. marts 2019', '987654', '987.654'])
      expect(words).not.toContain(secret);
    expect(words).not.toContain('721');
    expect(words).toContain('940');
  });

  test('says so when nothing is withheld', async () => {
    const choices = ['--input', 'project=BRUS', '--format', 'html', '--policy', 'none'];
    const out = await written(path('good.md'), '--data', path('data'), ...choices);
    expect(out).toContain('Visning uden skjulning');
    expect(out).toMatch(/\b44\b/);
  });
});

describe('for each choice of a menu', () => {
  afterEach(() => vi.restoreAllMocks());

  test('a cleared file of its own, named after it', async () => {
    const listed: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((text: string) => void listed.push(text));
    const out = path('each');
    const words = [
      path('good.md'),
      '--data',
      path('data'),
      '--format',
      'html',
      '--each',
      'project',
      '--out',
      out,
    ];
    expect(await main(words)).toBe(0);
    expect(listed).toEqual([join(out, 'BRUS.html'), join(out, 'TUBA.html')]);
    const [brus, tuba] = await Promise.all(listed.map((file) => readFile(file, 'utf8')));
    // 12 boys and 3 girls in the one, 12 girls in the other
    expect(brus).toMatch(/\b53\b/);
    expect(brus).not.toMatch(/\b44\b/);
    expect(tuba).toMatch(/\b53\b/);
  });

  test('two files that together tell of few are named, and so are two tables of one', async () => {
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
    await mkdir(path('three'), { recursive: true });
    const children = (count: number, project: string) =>
      Array.from({ length: count }, (_, n) => `${project}${n};${project};boy;12`);
    const rows = [...children(15, 'A'), ...children(12, 'B'), ...children(2, 'C')];
    await writeFile(path('three/courses.csv'), `course_id;project;sex;age\n${rows.join('\n')}\n`);
    const menu = /```input project[^]*?```/.exec(good)?.[0] ?? '';
    const of = (name: string, where: string) =>
      `\`\`\`sql ${name} title="${name}"\nSELECT count(*) AS n FROM courses${where}\n\`\`\``;
    const cells = [menu, of('own', ' WHERE chosen(project, $project)'), of('whole', '')];
    await writeFile(path('three.md'), `${header}${cells.join('\n\n')}\n`);
    const words = [path('three.md'), '--data', path('three'), '--format', 'html'];
    expect(await main([...words, '--each', 'project', '--out', path('all-three')])).toBe(0);
    expect(said).toEqual([
      '"whole" of A.html and "own" of A.html (A) together tell of a small group: do not share both',
    ]);
    said.length = 0;
    expect(await main([...words, '--input', 'project=C', '--out', path('c.html')])).toBe(0);
    expect(said).toEqual([]);
    const two = [of('boys', " WHERE project <> 'B'"), of('none', " WHERE project <> 'B' AND project = 'A'")];
    await writeFile(path('three.md'), `${header}${two.join('\n\n')}\n`);
    expect(await main([...words, '--out', path('two.html')])).toBe(0);
    expect(said).toEqual(['"boys" and "none" (A) together tell of a small group: do not share both']);
  });

  test('names that become alike are numbered: no report is written over another', () => {
    expect(fileNamesOf(['Just Be you/Care4you', 'TUBA', 'just be you:care4you', 'Tuba'])).toEqual([
      'Just Be you-Care4you',
      'TUBA',
      'just be you-care4you (2)',
      'Tuba (2)',
    ]);
  });

  test('the report of BRUS withholds the groups of three and four that the printed one shows', async () => {
    const html = await written(
      'notebooks/projektrapport.md',
      '--data',
      'static/demo/brus',
      '--format',
      'html',
    );
    const rows = html.match(/<tr>(?:(?!<\/tr>)[^])*<\/tr>/g) ?? [];
    const [sdq] = rows.filter((row) => row.includes('>Begge<'));
    const longest = rows.filter((row) => row.includes('>Mere end 270 dage<'));
    expect(sdq).toContain('skjult');
    expect(longest.map((row) => row.includes('skjult'))).toEqual([true, false, false]);
    expect(longest[1]).toContain('12');
    // Computed in TypeScript, a share's; in SQL, a change's.
    const share = rows.find((row) => row.includes('>Primært hos mor<'));
    expect(share).toMatch(/>\d+&#160;% <span class="ends">\[\d+;&#160;\d+\]<\/span>/);
    expect(longest[1]).toMatch(/>[+−]\S+ <span class="ends">\[[+−]\S+;&#160;[+−]\S+\]<\/span>/);
    expect(html).toContain('<span class="ends">[95&#160;%]</span>');
  });
});

test('csv says that it is raw, and no cell of it runs as a formula', async () => {
  const out = await written(path('good.md'), '--data', path('data/courses.csv'), '--format', 'csv');
  expect(out.split('\n')[0]).toContain('not cleared');
  expect(out).toContain('# by_sex\nsex,mark,n\n');
  expect(out).toContain("'=1+1");
});

describe('asked wrongly: exit code 2, and why', () => {
  let said: string[] = [];
  afterEach(() => {
    said = [];
    vi.restoreAllMocks();
  });
  async function ask(...words: string[]): Promise<number> {
    vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
    return main(words);
  }
  const data = () => ['--data', path('data')];

  test.each<[what: string, words: () => string[], why: RegExp]>([
    ['nothing', () => [], /notebook/],
    ['no data', () => [path('good.md')], /--data is missing/],
    ['two notebooks', () => [path('good.md'), path('broken.md'), ...data()], /exactly one notebook/],
    ['an unknown option', () => [path('good.md'), ...data(), '--fromat', 'html'], /--fromat/],
    ['an option without its value', () => [path('good.md'), ...data(), '--out'], /--out/],
    ['a format there is not', () => [path('good.md'), ...data(), '--format', 'xml'], /--format is/],
    ['a policy there is not', () => [path('good.md'), ...data(), '--policy', 'off'], /--policy can only/],
    ['an input without =', () => [path('good.md'), ...data(), '--input', 'project'], /name=value/],
    ['a notebook that is not there', () => [path('nowhere.md'), ...data()], /nowhere\.md cannot be read/],
    ['a notebook that is a folder', () => [path('folder.md'), ...data()], /folder\.md cannot be read/],
    ['data that is not there', () => [path('good.md'), '--data', path('nowhere')], /nowhere cannot be read/],
    ['a folder without data', () => [path('good.md'), '--data', path('empty')], /empty holds no/],
    [
      'a place that cannot be written',
      () => [path('good.md'), ...data(), '--out', path('no/where.json')],
      /where\.json cannot be written/,
    ],
    ['each without a folder', () => [path('good.md'), ...data(), '--each', 'project'], /--each needs --out/],
    [
      'each into what is no folder',
      () => [path('good.md'), ...data(), '--each', 'project', '--out', path('good.md')],
      /good\.md cannot be made/,
    ],
    [
      'each of what is no menu',
      () => [path('good.md'), ...data(), '--each', 'by_sex', '--out', path('menus')],
      /no menu called by_sex/,
    ],
    ['an unknown input', () => [path('good.md'), ...data(), '--input', 'unit=X'], /no input called unit/],
    [
      'a choice there is not',
      () => [path('good.md'), ...data(), '--input', 'project=BRUSS'],
      /BRUSS is not one of/,
    ],
  ])('%s', async (_, words, why) => {
    await mkdir(path('folder.md'), { recursive: true });
    expect(await ask(...words())).toBe(2);
    expect(said.join('\n')).toMatch(why);
    expect(said.join('\n')).toContain('usage:');
  });

  test('and the process says the same', async () => {
    const { code, out, said } = await render('--format', 'xml');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said).toContain('usage:');
  });
});
