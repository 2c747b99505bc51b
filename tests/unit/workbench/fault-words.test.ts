import { describe, expect, test } from 'vitest';
import { faultWords } from '../../../src/lib/workbench/fault-words';
import { parse } from '../../../src/lib/notebook/parse';

/** A cell written wrongly, and what a Dane and an English reader are told. */
const cells: [info: string, body: string, danish: string, english: string][] = [
  ['compare x', 'before: a\nafter: b', 'feltet data mangler', 'the field data is missing'],
  [
    'compare x',
    'data: d\nbefore: a\nafter: b\nbetter: up',
    'feltet better skal være higher eller lower; der står up',
    'the field better must be higher or lower; it says up',
  ],
  [
    'compare x',
    'data: d\nbefore: a\nafter: b\nbye: c',
    'feltet bye kendes ikke her',
    'the field bye is not known here',
  ],
  [
    'compare x',
    'data: d\nbefore: a\nafter: b\ndecimals: 9',
    'feltet decimals må højst være 6; der står 9',
    'the field decimals must be at most 6; it says 9',
  ],
  [
    'compare x',
    'data: [d]\nbefore: a\nafter: b',
    'feltet data skal være en tekst; der står ["d"]',
    'the field data must be text; it says ["d"]',
  ],
  [
    'compare x',
    'data: d\n\tbefore: a',
    'linjen er rykket ind med tabulator. Brug mellemrum',
    'the line is indented with a tab. Use spaces',
  ],
  ['compare x', 'data: d\ndata: e', 'det samme felt står to gange', 'the same field stands twice'],
  [
    'compare x',
    'title: "d',
    'der mangler et tegn, for eksempel et afsluttende citationstegn eller en parentes',
    'a character is missing, such as a closing quotation mark or bracket',
  ],
  [
    'compare x',
    'some words',
    'det, der står her, skal være felter af formen navn: værdi; der står some words',
    'what stands here must be fields of the form name: value; it says some words',
  ],
  [
    'plot x',
    'data: d\nmarks: [{ arrow: { x1: a, x2: b } }]',
    'feltet marks.0.arrow.y mangler',
    'the field marks.0.arrow.y is missing',
  ],
  [
    'plot x',
    'data: d\nmarks: [{ href: a }]',
    'feltet marks.0.href kendes ikke her',
    'the field marks.0.href is not known here',
  ],
  [
    'compare x',
    'data: d\nbefore: a\nafter: b\n__proto__: c',
    'feltet __proto__ kendes ikke her',
    'the field __proto__ is not known here',
  ],
];

describe('what is wrong in a cell', () => {
  test.each(cells)('%s: %s', (info, body, danish, english) => {
    const { problems } = parse(`---\nformat: 1\n---\n\`\`\`${info}\n${body}\n\`\`\`\n`);
    const faults = problems.map(({ fault }) => fault);
    expect(faults).toHaveLength(1);
    const [fault] = faults;
    if (!fault) throw new Error('the problem says no fault');
    expect(faultWords(fault, 'da')).toBe(danish);
    expect(faultWords(fault, 'en')).toBe(english);
  });
});
