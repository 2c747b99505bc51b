import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { clear } from '../../../src/lib/disclosure/clear';
import { copyTable, guardFormula } from '../../../src/lib/disclosure/copy';
import type { Value } from '../../../src/lib/results/result';

const words = {
  heading: (column: { readonly name: string }) => column.name,
  cell: (_: unknown, value: Value) => (value === null ? '' : String(value)),
  withheld: () => 'skjult for at beskytte grupper under 5',
};

function copied(names: readonly string[], counts: readonly number[]) {
  const clearing = clear(
    {
      columns: [
        { name: 'who', type: 'text', values: names },
        { name: 'n', type: 'integer', values: counts },
        { name: 'mean', type: 'number', values: counts.map(() => -3.9) },
      ],
      rowCount: names.length,
      truncated: false,
    },
    { kind: 'minimum', minimum: 5 },
  );
  if (!clearing.ok) throw new Error(clearing.problem.kind);
  return copyTable(clearing.cleared, words);
}

describe('a table for the clipboard', () => {
  it('is tab-separated, with the reason where the numbers were', () => {
    expect(copied(['Far', 'Mor'], [32, 4]).text).toBe(
      'who\tn\tmean\r\nFar\t32\t-3.9\r\nMor\tskjult for at beskytte grupper under 5\t',
    );
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'guards %j',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['-3.9', '+14', '-1.234,5', '12', 'Far', ''])('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  const names = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 4 });
  const counted = (who: readonly string[]) =>
    copied(
      who,
      who.map((_, index) => 20 + index),
    );

  it('has as many cells as the table, whatever the words are', () => {
    fc.assert(
      fc.property(names, (who) => {
        const lines = counted(who).text.split('\r\n');
        expect(lines.length).toBe(who.length + 1);
        for (const line of lines) expect(line.split('\t').length).toBe(3);
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });

  it('has no other elements than those of a table, whatever the words are', () => {
    const words = [
      '</td></table><script>x</script>',
      '"><img src=x onerror=y>',
      "' onclick='x",
      '&lt;b&gt;',
      '<!--',
    ];
    const { document } = parseHTML(`<!doctype html><html><body>${counted(words).html}</body></html>`);
    const elements = [...document.querySelectorAll('body *')];
    expect(elements.filter(({ tagName }) => tagName === 'TH' || tagName === 'TD').length).toBe(18);
    expect(new Set(elements.map((element) => element.tagName))).toEqual(new Set(['TABLE', 'TR', 'TH', 'TD']));
    expect([...document.querySelectorAll('tr td:first-child')].map((cell) => cell.textContent)).toEqual(
      words,
    );
  });

  it('closes what a quotation mark would open', () => {
    expect(copied(['"=1+1"'], [20]).text).toContain('"""=1+1"""\t20');
  });

  it('keeps labels that look like dates from becoming dates', () => {
    expect(copied(['3-10'], [20]).html).toContain(`<td style="mso-number-format:'\\@'">3-10</td>`);
  });
});
