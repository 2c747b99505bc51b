import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import type { CellOutcome } from '../../../src/lib/report/outcome';
import { renderReport } from '../../../src/lib/report/report';
import { newDocument, resultOf, wordsIn } from '../plot/case';

const five = { kind: 'minimum', minimum: 5 } as const;
const text = `
\`\`\`practice elements
dimensions:
  effect:
    rating: some
    note: '<b>Vi tror det</b>'
    evidence: 'Fra {{ total.before | 0 }}; de yngste {{ small.before }}'
\`\`\`
\`\`\`theory chain
steps:
  - step: Aktiviteter
    boxes: [{ name: groups, text: Grupper, leads_to: [well] }]
  - step: Resultater
    expected: true
    boxes:
      - { name: well, text: 'Trivsel', indicator: '{{ total.before | 0 }}, {{ small.before }}' }
      - { name: school, text: 'Skole' }
\`\`\`
\`\`\`reflect nu
ask: ['Hvad ser vi hos {{ total.n }}?', 'Hos de yngste: {{ small.before }}?']
presenter: Kun for den der leder
met: 2026-11-29
notes:
  Hvad ser vi hos {{ total.n }}?: "<i>Fremgang</i>\\nMen ikke for alle"
decisions:
  - { what: Ring til familierne, who: Mette, by: 2027-05-01, done: true }
  - { what: Aftal eftermåling }
  - { what: '' }
\`\`\`
`;

const of = (before: number, n: number): CellOutcome => ({
  kind: 'result',
  clearing: clear(
    resultOf([
      { name: 'before', type: 'number', values: [before] },
      { name: 'n', type: 'integer', values: [n] },
    ]),
    five,
  ),
});
const page = parseHTML(
  renderReport({
    notebook: parse(text).notebook,
    results: new Map([
      [CellName.parse('total'), of(53.2, 651)],
      [CellName.parse('small'), of(77.77, 3)],
    ]),
    words: { ...wordsIn('da', new Map()), heading: ({ name }) => name, choice: (_, code) => code },
    policy: five,
    document: newDocument(),
    madeAt: '2019-03-14',
    dataNote: '',
    synthetic: false,
    reason: '',
    project: '',
  }),
).document;

describe('cells that speak, in a report', () => {
  it('have eleven dimensions in a numbered table, judged or not', () => {
    const rows = [...page.querySelectorAll('.practice tbody tr')].map((row) => row.textContent);
    expect(page.querySelector('.practice figcaption')?.textContent).toBe(
      'Tabel 1 Elementer i lovende praksis',
    );
    expect(rows.length).toBe(11);
    expect(rows[0]).toContain('Ikke vurderet');
    expect(rows[1]).toContain('I nogen grad<b>Vi tror det</b>Fra 53; de yngste skjult');
    expect(rows[10]).toContain('Det kan data ikke sige noget om.');
  });

  it('have a theory of change as picture and as lists, openly without an indicator', () => {
    const figure = page.querySelector('.theory');
    expect(figure?.querySelector('svg')?.getAttribute('aria-label')).toBe(
      'Forandringsteori. Aktiviteter: Grupper. Resultater: Trivsel (53, skjult); Skole (ingen indikator).',
    );
    const boxes = [...(figure?.querySelectorAll('.steps li li') ?? [])].map((box) => box.textContent);
    expect(boxes).toEqual(['GrupperFører til: Trivsel', 'Trivsel53, skjult', 'SkoleIngen indikator']);
  });

  it('have questions with what was said, and decisions with who and when', () => {
    const asked = page.querySelector('.reflect');
    const texts = (selector: string) =>
      [...(asked?.querySelectorAll(selector) ?? [])].map((one) => one.textContent);
    expect(texts('.subtitle')).toEqual(['Fra mødet den 29. november 2026']);
    expect(texts('dt')).toEqual(['Hvad ser vi hos 651?', 'Hos de yngste: skjult?']);
    expect(texts('dd')).toEqual(['<i>Fremgang</i>Men ikke for alle', 'Ingen noter.']);
    expect(texts('dd p')).toHaveLength(3);
    expect(texts('tbody td')).toEqual([
      ...['Ring til familierne', 'Mette', '1. maj 2027', 'ja'],
      ...['Aftal eftermåling', 'ikke aftalt', 'ikke aftalt', 'nej'],
    ]);
    expect(page.documentElement.outerHTML).not.toContain('Kun for den der leder');
  });

  it('let no number of a small group out', () => {
    expect(page.documentElement.outerHTML).not.toMatch(/77[.,]7/);
  });
});
