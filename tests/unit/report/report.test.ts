import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import type { Policy } from '../../../src/lib/disclosure/cleared';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import type { CellOutcome, ReportParts } from '../../../src/lib/report/outcome';
import { renderReport } from '../../../src/lib/report/report';
import type { Column, Result } from '../../../src/lib/results/result';
import { newDocument, normalised, resultOf, wordsIn } from '../plot/case';

const labels = new Map([
  ['3-10', '3–10 år'],
  ['11-16', '11–16 år'],
  ['17+', '17–24 år'],
]);
const five: Policy = { kind: 'minimum', minimum: 5 };
const number = (name: string, ...values: (number | null)[]): Column => ({ name, type: 'number', values });
const integer = (name: string, ...values: (number | null)[]): Column => ({ name, type: 'integer', values });
const code = (name: string, ...values: (string | null)[]): Column => ({ name, type: 'code', values });

const ages = [null, '3-10', '11-16', '17+'] as const;
const results: readonly (readonly [string, Result])[] = [
  [
    'total',
    resultOf([number('before', 53.2), number('after', 67.1), number('share', 0.72), integer('n', 651)]),
  ],
  ['small', resultOf([number('after', 98.7654), integer('n', 3)])],
  [
    'wellbeing',
    resultOf([
      code('age_group', ...ages),
      number('before', 53.2, 69.4, 58.9, 44.4321),
      number('after', 67.1, 76, 68, 63.1234),
      number('change', 13.9, 6.6, 9.1, 18.6913),
      integer('n', 651, 9, 216, 4),
    ]),
  ],
  [
    'direction',
    resultOf([
      code('age_group', ...ages),
      number('down', 22, 31, 28, 16),
      number('same', 6, 7, 8, 5),
      number('up', 72, 62, 64, 79),
      integer('n', 651, 85, 216, 350),
    ]),
  ],
  ['rows', resultOf([number('score', 12.3456, 23.4567)])],
  ['alone', resultOf([code('sex', 'girl', 'boy'), integer('n', 20, 30)])],
];

/** Other numbers in every row of fewer than five, or of nobody knows how many. */
function changedWhereWithheld(result: Result): Result {
  const counts = result.columns.find((column) => column.name === 'n')?.values;
  const other = (value: unknown, row: number) => typeof value === 'number' && Number(counts?.[row] ?? 0) < 5;
  const columns = result.columns.map((column) => ({
    ...column,
    values: column.values.map((value, row) =>
      other(value, row) ? (column.name === 'n' ? 2 : 77.77) : value,
    ),
  }));
  return { ...result, columns };
}

function outcomes(policy: Policy, from = results): ReadonlyMap<CellName, CellOutcome> {
  const made = new Map<CellName, CellOutcome>(
    from.map(([name, result]) => [CellName.parse(name), { kind: 'result', clearing: clear(result, policy) }]),
  );
  return made.set(CellName.parse('broken'), { kind: 'failed', why: 'Kolonnen <b>x</b> findes ikke.' });
}

const text = readFileSync(new URL('./cases/trivsel.md', import.meta.url), 'utf8');

function parts(changes: Partial<ReportParts> = {}): ReportParts {
  return {
    notebook: parse(text).notebook,
    results: outcomes(five),
    words: {
      ...wordsIn('da', labels),
      heading: (column) => column.name,
      choice: (_, chosen) => `Projekt ${chosen.toUpperCase()}`,
    },
    policy: five,
    document: newDocument(),
    madeAt: '2019-03-14',
    dataNote: 'Udtræk 31. december 2018.',
    synthetic: false,
    reason: '',
    project: 'Projekt BRUS',
    ...changes,
  };
}

const pageOf = (html: string) => parseHTML(html).document;
const wordsOf = (html: string) => pageOf(html).querySelector('main')?.textContent ?? '';

describe('a report', () => {
  it('is rendered as before', async () => {
    const html = renderReport(parts()).replace(/<style>[^<]*<\/style>/, '<style></style>');
    await expect(normalised(html)).toMatchFileSnapshot('./cases/trivsel.html');
  });

  it('asks for nothing outside itself and runs nothing', () => {
    const html = renderReport(parts());
    const page = pageOf(html);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(page.querySelectorAll('script, link, img, iframe, object, base, form').length).toBe(0);
    expect(html).not.toMatch(/@import|url\((?!#)/);
    expect([...page.querySelectorAll('[src], [href]')]).toEqual([]);
  });

  it('draws each figure for a wide page and for a phone, and hides the one or the other', () => {
    const html = renderReport(parts());
    const page = pageOf(html);
    for (const figure of page.querySelectorAll('figure.drawing:has(svg)')) {
      const drawings = [...figure.querySelectorAll('.chart')];
      expect(drawings.map((drawing) => drawing.className)).toEqual(['chart wide', 'chart narrow']);
    }
    expect(page.querySelectorAll('.chart.narrow').length).toBeGreaterThan(0);
    expect(html).toContain('@media not screen{.chart.narrow{display:none}}');
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('looks values up, and says in words what may not be shown', () => {
    const words = wordsOf(renderReport(parts()));
    expect(words).toContain('I 651 forløb');
    expect(words).toContain('fra 53 til 67, og 72\u00a0% har fremgang');
    expect(words).toContain('Blandt de yngste: skjult. Fejl: vises ikke. Uden n: vises ikke.');
  });

  it('prints choices as a sentence', () => {
    expect(wordsOf(renderReport(parts()))).toContain(
      'Projekt: Projekt BRUS. Kun afsluttet som planlagt: ja.',
    );
  });

  it('numbers figures and tables and fills their titles', () => {
    const page = pageOf(renderReport(parts()));
    const titles = [...page.querySelectorAll('figcaption')].map((title) => title.textContent);
    expect(titles).toEqual([
      'Tabel 1 Trivsel for 651 børn',
      'Figur 1 Fra 53 til 67',
      'Figur 2 72 % har fremgang',
      'Tabel 2 Virker ikke',
      'Figur 3 broken_chart',
      'Tabel 3 Rå rækker',
      'Tabel 4 Ikke kørt',
      'Tabel 5 alone',
    ]);
  });

  it('keeps withheld rows with the reason, and marks small n at the name', () => {
    const rows = [...pageOf(renderReport(parts())).querySelectorAll('figure.table tbody tr')].map(
      (row) => row.textContent,
    );
    expect(rows.slice(0, 4)).toEqual([
      'Samlet5367+14651',
      '3–10 år  lille n6976+79',
      '11–16 år5968+9216',
      '17–24 år\u00a0 skjult for at beskytte grupper under 5',
    ]);
  });

  it('says what failed, what cannot be shown and what has not run, in their places', () => {
    const notes = [...pageOf(renderReport(parts())).querySelectorAll('.note')].map(
      (note) => note.textContent ?? '',
    );
    expect(notes[0]).toBe('Kunne ikke beregnes. Kolonnen <b>x</b> findes ikke.');
    expect(notes[2]).toContain('count(*)');
    expect(notes[3]).toBe('Er ikke beregnet.');
    expect(notes[4]).toBe('Denne celle kan programmet ikke læse.');
  });

  it('is the same whatever the withheld numbers are', () => {
    const other = results.map(([name, result]): readonly [string, Result] => [
      name,
      changedWhereWithheld(result),
    ]);
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(results));
    expect(renderReport(parts({ results: outcomes(five, other) }))).toBe(renderReport(parts()));
  });

  it('says so when nothing is withheld', () => {
    const open = renderReport(parts({ policy: { kind: 'none' }, results: outcomes({ kind: 'none' }) }));
    expect(wordsOf(open)).toContain('Visning uden skjulning.');
    expect(wordsOf(open)).toContain('under 5');
    expect(wordsOf(renderReport(parts()))).not.toContain('Visning uden skjulning.');
    expect(wordsOf(renderReport(parts({ results: outcomes({ kind: 'none' }) })))).toContain(
      'Visning uden skjulning.',
    );
  });

  it('says that data are synthetic', () => {
    expect(wordsOf(renderReport(parts({ synthetic: true })))).toContain('Syntetiske data.');
  });

  it('speaks English', () => {
    const words = { ...parts().words, ...wordsIn('en', labels) };
    expect(wordsOf(renderReport(parts({ words })))).toContain('withheld to protect groups under 5');
  });
});

describe('hostile words in a report', () => {
  const hostile = '</title></style></text><script>alert(1)</script><img src=x onerror=alert(1)>" onload="x';

  it('become neither elements nor attributes', () => {
    const notebook = parse(text.replace('Trivsel før og efter', 'x')).notebook;
    const labelled = {
      ...parts().words,
      label: () => hostile,
      heading: () => hostile,
      choice: () => hostile,
    };
    const html = renderReport(
      parts({
        notebook: { ...notebook, header: { ...notebook.header, title: hostile } },
        words: labelled,
        dataNote: hostile,
        project: hostile,
      }),
    );
    const page = pageOf(html);
    expect(page.querySelectorAll('script, img').length).toBe(0);
    for (const element of page.querySelectorAll('*')) {
      expect([...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('on'))).toEqual(
        [],
      );
    }
    expect(html.match(/<style/g)?.length).toBe(1);
  });
});
