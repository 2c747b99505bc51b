import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CellName } from '../../../src/lib/notebook/cell';
import { lookupsIn, lookupsOf, outline } from '../../../src/lib/notebook/outline';
import { parse } from '../../../src/lib/notebook/parse';
import { proseTree, type Inline } from '../../../src/lib/notebook/prose-tree';
import { lookupSource, templateOf, type LookupFormat } from '../../../src/lib/notebook/template';
import { hostileText } from './hostile';

const lookup = (cell: string, column: string, format?: LookupFormat): Inline => ({
  kind: 'lookup',
  cell: CellName.parse(cell),
  column,
  ...(format && { format }),
});
const text = (words: string): Inline => ({ kind: 'text', text: words });
function inline(markdown: string): readonly Inline[] {
  const [block] = proseTree(markdown);
  return block?.kind === 'paragraph' ? block.children : [];
}

describe('inline', () => {
  test.each<[string, readonly Inline[]]>([
    [
      'a *b **c*** `d`',
      [
        text('a '),
        { kind: 'emphasis', children: [text('b '), { kind: 'strong', children: [text('c')] }] },
        text(' '),
        { kind: 'code', text: 'd' },
      ],
    ],
    ['a\nb  \nc', [text('a b'), { kind: 'break' }, text('c')]],
    ['<b onclick="x">a</b> &amp; ~~s~~', [text('<b onclick="x">a</b> & ~~s~~')]],
    ['[a](https://x.dk)', [{ kind: 'link', href: 'https://x.dk', children: [text('a')] }]],
    [
      '[a](#b) <mailto:c@d.dk>',
      [
        { kind: 'link', href: '#b', children: [text('a')] },
        text(' '),
        { kind: 'link', href: 'mailto:c@d.dk', children: [text('mailto:c@d.dk')] },
      ],
    ],
    ['[a](javascript:alert(1)) [b](data:text/html,x) [c](//x.dk) [d](/e) [f](ftp://g)', [text('a b c d f')]],
    ['see ![a *b*](https://x.dk/y.png).', [text('see a b (https://x.dk/y.png).')]],
    ['![](//x.dk/y.png) ![a](<>)', [text('(//x.dk/y.png) a')]],
    [
      `![a](data:image/png;base64,${'A'.repeat(500)})`,
      [text(`a (data:image/png;base64,${'A'.repeat(98)}…)`)],
    ],
    ['[a](https://) [b](https://[x) [c](http://x.dk:99999)', [text('a b c')]],
    [
      '[a](JavaScript:alert(1)) [b](&#106;avascript:alert(1)) [c](java&#10;script:x) [d](\u0001javascript:x) [e](vbscript:x)',
      [text('a b c [d](\u0001javascript:x) e')],
    ],
    ['{{ a.b }}', [lookup('a', 'b')]],
    [
      '*{{my_cell._col_ | percent}}*',
      [
        {
          kind: 'emphasis',
          children: [lookup('my_cell', '_col_', 'percent')],
        },
      ],
    ],
    [
      '[{{ a.b | 1 }} x](#y)',
      [
        {
          kind: 'link',
          href: '#y',
          children: [lookup('a', 'b', '1'), text(' x')],
        },
      ],
    ],
    [
      '{{ a.b | 3 }} {{ a }} {{ a.b + 1 }} {{ A.b }} \\{{ a.b }}',
      [text('{{ a.b | 3 }} {{ a }} {{ a.b + 1 }} {{ A.b }} {{ a.b }}')],
    ],
    ['`{{ a.b }}`', [{ kind: 'code', text: '{{ a.b }}' }]],
  ])('%s', (markdown, expected) => {
    expect(inline(markdown)).toEqual(expected);
  });
});

describe('blocks', () => {
  test('all kinds', () => {
    const markdown = [
      '## H {{ a.b }}',
      '3. x\n   - y',
      '> q',
      '~~~js\nlet a;\n~~~',
      '***',
      '| a | b |\n|:--|--:|\n| {{ c.d \\| 0 }} | 2 |',
    ].join('\n\n');
    expect(proseTree(markdown)).toMatchSnapshot();
  });

  test('a list with blank lines is not tight', () => {
    expect(proseTree('- a\n\n- b')).toMatchObject([{ kind: 'list', tight: false }]);
    expect(proseTree('- a\n- b')).toMatchObject([{ kind: 'list', tight: true }]);
  });

  test('no text is refused', () => {
    fc.assert(
      fc.property(hostileText, (markdown) => {
        proseTree(markdown);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});

describe('templates', () => {
  test('text and lookups, in order', () => {
    expect(templateOf('Fra {{a.b|0}} til {{ a.c | signed }}. {{ x }}')).toEqual([
      { kind: 'text', text: 'Fra ' },
      { kind: 'lookup', cell: 'a', column: 'b', format: '0' },
      { kind: 'text', text: ' til ' },
      { kind: 'lookup', cell: 'a', column: 'c', format: 'signed' },
      { kind: 'text', text: '. {{ x }}' },
    ]);
    expect(templateOf('')).toEqual([]);
  });

  test('a lookup written out is the lookup', () => {
    for (const part of templateOf('{{a.b}}{{ c.d |percent}}')) {
      if (part.kind === 'lookup') expect(templateOf(lookupSource(part))).toEqual([part]);
    }
  });
});

describe('outline and lookups of a notebook', () => {
  const { notebook } = parse(
    '# A {{ x.n }}\n\n> # quoted\n\n```sql x\nSELECT 1\n```\nB *c*\n---\n\n###### D',
  );

  test('headings with their cell', () => {
    expect(outline(notebook)).toEqual([
      { level: 1, text: 'A {{ x.n }}', index: 0 },
      { level: 2, text: 'B c', index: 2 },
      { level: 6, text: 'D', index: 2 },
    ]);
  });

  test('lookups of prose, wherever they stand, but not in code', () => {
    const found = lookupsOf(
      '# {{ a.a }}\n- **{{ b.b }}**\n\n|{{ c.c }}|\n|-|\n|{{ d.d }}|\n\n`{{ e.e }}`\n> {{ f.f }}',
    );
    expect(found.map(({ cell }) => cell)).toEqual(['a', 'b', 'c', 'd', 'f']);
  });

  test("lookups of a chart's words", () => {
    const body = "data: x\ntitle: 'A {{ a.n }}'\nguide: 'B {{ b.n }}'\nmarks: [{ ruleX: [1] }]";
    const [cell] = parse(`\`\`\`plot p\n${body}\n\`\`\``).notebook.cells;
    expect(cell && lookupsIn(cell).map((lookup) => lookup.cell)).toEqual(['a', 'b']);
  });
});
