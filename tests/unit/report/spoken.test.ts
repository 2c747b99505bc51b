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

  it('let no number of a small group out', () => {
    expect(page.documentElement.outerHTML).not.toMatch(/77[.,]7/);
  });
});
