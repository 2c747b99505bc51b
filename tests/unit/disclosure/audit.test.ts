import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { auditPage } from '../../../src/lib/disclosure/audit';

const secrets = [{ table: 'Efter projekt', numbers: [53.27, 12.5, 4, 0.428571, 1234] }];

/** A report of one table: three projects, the second withheld, and their sum. */
function pageWith({
  more = '',
  second = 'skjult for at beskytte grupper under 5',
  total = '60',
} = {}): Document {
  const row = (name: string, n: string, mean: string, kind = '') =>
    `<tr class="${kind}"><td>${name}</td><td>${n}</td><td>${mean}</td></tr>`;
  return parseHTML(`<!doctype html><html><head><meta content="x"><style>.a{width:53.27px}</style></head><body><figure>
    <figcaption class="title">Tabel 1 Efter projekt</figcaption><table><thead><tr><th>Projekt</th><th>n</th><th>Før</th></tr></thead><tbody>
    ${row('A', '30', '50,1')}<tr><td>B</td><td class="withheld" colspan="2">${second}</td></tr>${row('C', '25', '48,2')}
    ${row('Samlet', total, '49,5', 'total')}</tbody></table>${more}</figure></body></html>`)
    .document as unknown as Document;
}
const audit = (page: Document, fileName = 'x.html', shown: readonly number[] = []) =>
  auditPage({ page, fileName, secrets, shown, minimum: 5 }).map(({ kind }) => kind);

describe('the last look at a file', () => {
  test('finds nothing where nothing is', () => expect(audit(pageWith({ total: '80' }))).toEqual([]));

  test.each([
    ['in a text', '<p>I B er det 53,27.</p>'],
    ['rounded', '<p>53,3</p>'],
    ['as English writes it', '<p>1,234 children</p>'],
    ['as Danish writes it', '<p>1.234 børn</p>'],
    ['with its minus', '<p>−12,50</p>'],
    ['as a percentage', '<p>42,9 %</p>'],
    ['in what a screen reader reads', '<svg role="img" aria-label="B: 53,3"></svg>'],
    ['in the title of a drawing', '<svg><title>B 53.27</title></svg>'],
    ['at the end of an axis', '<svg><g class="axis"><text>53.27</text></g></svg>'],
    ['in an attribute for programs', '<p data-value="53.27"></p>'],
  ])('a withheld number %s', (_, more) =>
    expect(audit(pageWith({ more, total: '80' }))).toEqual(['written']),
  );

  test('a withheld number in the name of the file', () =>
    expect(audit(pageWith({ total: '80' }), 'trivsel-53,27.html')).toEqual(['written']));

  test('anything but the reason in a withheld row, however small', () => {
    expect(audit(pageWith({ second: '4', total: '80' }))).toEqual(['written']);
    expect(audit(pageWith({ second: 'skjult: 4, under 5', total: '80' }))).toEqual(['written']);
  });

  test('the one count that is missing from a sum', () =>
    expect(audit(pageWith({ total: '59' }))).toEqual(['computed']));

  test('but not what others may see, where nothing stands, or what is no number of it', () => {
    const said = '<p>53,27</p>';
    expect(audit(pageWith({ more: said, total: '80' }), 'x.html', [53.27])).toEqual([]);
    expect(audit(pageWith({ more: '<svg><path d="M53.27,12.5"></path></svg>', total: '80' }))).toEqual([]);
    expect(audit(pageWith({ more: '<p>153,27 og 53,271 og 4 og 100</p>', total: '80' }))).toEqual([]);
  });
});
