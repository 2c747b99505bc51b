import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imbalanceOf } from '../../../src/lib/sql/balance';
import { quoteName, quoteNumber, quoteText, quoteTextList } from '../../../src/lib/sql/quote';
import { tokenise } from '../../../src/lib/sql/tokens';

const seed = 20261123;
const piece = fc.constantFrom(
  ...[
    "'",
    "''",
    '"',
    '""',
    '\\',
    "e'",
    "E'",
    '$',
    '$$',
    '$t$',
    '$x',
    '/*',
    '*/',
    '--',
    '\n',
    '\r',
    ' ',
    '(',
    ')',
    ';',
    '::',
  ],
  ...[
    'a',
    'æ',
    '_b1',
    'a$b',
    '1',
    '.5',
    '1e3',
    '\u00a0',
    '\u200b',
    '😀',
    '\0',
    ',',
    '.',
    '-',
    'SELECT',
    'FROM',
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

describe('tokenise', () => {
  it('gives the text back, with every token where it says', () => {
    fc.assert(
      fc.property(text, (sql) => {
        const tokens = tokenise(sql);
        expect(tokens.map((token) => token.text).join('')).toBe(sql);
        const lines = sql.split('\n');
        for (const { start, end, line, column, text: own } of tokens) {
          expect(end - start).toBe(own.length);
          expect(own.length).toBeGreaterThan(0);
          expect(lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, column - 1)).toBe(
            start,
          );
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  const one: readonly (readonly [string, string])[] = [
    ["'it''s'", 'string'],
    ["'back\\'", 'string'],
    ["E'it\\'s'", 'string'],
    ["e'\\\\'", 'string'],
    ["$$it's$$", 'string'],
    ['$æ1$ $$ $1 $æ1$', 'string'],
    ['"a ""b"" c"', 'quoted'],
    ['/* a /* nested */ b */', 'comment'],
    ["-- it's", 'comment'],
    ['$project', 'variable'],
    ['$1', 'variable'],
    ['a$b', 'name'],
    ['årsag_1', 'name'],
    ['a\u2028', 'name'],
    ['1_000.5e-3', 'number'],
    ['.5', 'number'],
    [' \t\n\r\f\u00a0\u200b\u2060\ufeff', 'space'],
    ['::', 'symbol'],
  ];
  it.each(one)('%j is one %s', (sql, kind) => {
    expect(tokenise(sql).map((token) => token.kind)).toEqual([kind]);
  });

  const several: readonly (readonly [string, string])[] = [
    ['1from', 'number name'],
    ['0x1F', 'number name'],
    ['-- a\r b', 'comment space name'],
    ['+--x', 'symbol comment'],
    ['e\u00a0', 'name space'],
    ["x'41'", 'name string'],
    ['$1$a$', 'variable string'],
    ['a\v', 'name symbol'],
  ];
  it.each(several)('%j is %s', (sql, kinds) => {
    expect(
      tokenise(sql)
        .map((token) => token.kind)
        .join(' '),
    ).toBe(kinds);
  });
});

describe('imbalanceOf', () => {
  const closed = [
    '',
    '(a) + (b)',
    "')'",
    '-- )',
    '/* ( */',
    '"("',
    "E'\\')'",
    '$$)$$',
    "'a'\n'b'",
    '/* /* ( */ */',
  ];
  it.each(closed)('%j is closed', (sql) => expect(imbalanceOf(tokenise(sql))).toBeUndefined());

  const open = [
    '(',
    ')',
    ') (',
    "'a",
    '"a',
    "E'a\\'",
    '$$a',
    '$t$a$$',
    '/* a',
    '/* /* */',
    'a\0b',
    "'a\0'",
    "E'a'\n'\\' )'",
  ];
  it.each(open)('%j reaches out', (sql) => expect(imbalanceOf(tokenise(sql))).toBeDefined());
});

describe('quoting', () => {
  it('any text becomes one string on one line', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.constantFrom("'", '\\', '\n', '\r', 'a') })),
        (value) => {
          const literal = quoteText(value);
          expect(literal).not.toMatch(/[\n\r\0]/);
          expect(tokenise(literal).map(({ kind }) => kind)).toEqual(['string']);
          expect(imbalanceOf(tokenise(literal))).toBeUndefined();
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('names are quoted only where they must be', () => {
    expect(['wellbeing', 'order', 'left', 'Mixed', 'a"b', 'a b', ''].map(quoteName)).toEqual([
      'wellbeing',
      '"order"',
      '"left"',
      '"Mixed"',
      '"a""b"',
      '"a b"',
      '""',
    ]);
  });

  it('a negative number cannot open a comment', () => {
    expect([12.5, -3, 0, -0, 1e21, Number.NaN].map(quoteNumber)).toEqual([
      '12.5',
      '(-3)',
      '0',
      '(0)',
      '1e+21',
      'NULL::DOUBLE',
    ]);
    expect(quoteTextList(['a', "b'c"])).toBe("['a', 'b''c']");
    expect(quoteTextList([])).toBe('NULL::VARCHAR[]');
  });
});
