import fc from 'fast-check';
import type { Cell } from '../../../src/lib/notebook/cell';
import { writeBody } from '../../../src/lib/notebook/edits';
import { defaultHeader } from '../../../src/lib/notebook/header';
import type { Notebook } from '../../../src/lib/notebook/notebook';
import { prose } from '../../../src/lib/notebook/prose';
import { readCell } from '../../../src/lib/notebook/read-cell';

/** Lines that mean something to the format, to Markdown or to YAML, and a few that mean nothing. */
const line = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '',
      '   ',
      '```',
      '````',
      '``` ',
      ' ```',
      '  ```js',
      '    ```',
      '~~~',
      '~~~~ sql x',
      '```sql x',
      '````sql x',
      '```sql',
      '```js',
      '```js name',
      '```practice p a=1',
      '```reflect r',
      'ask: [x]',
      '```input i',
      '```plot c title="a \\"b\\" `c`"',
      '```compare d by="x"',
      'before: a',
      'after: "```"',
      '```sql x title="æ ø å" figure=5-6',
      '<!-- cell -->',
      ' <!-- cell -->',
      '---',
      '...',
      'format: 2',
      'type: text',
      'value: "```"',
      'data: x',
      '- a',
      '> ```',
      '{{ a.b }}',
      '{{ a.b | percent }}',
      '# h',
      '\t',
      '\u2028',
      '\u00a0',
      '\uFEFF',
      'a\rb',
      '$x',
      '\\',
    ),
  },
);

export const hostileText = fc
  .array(line, { maxLength: 14 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));

const attributeValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('"', '\\', '`', '\n', 'a b', '5-6', ''),
);
const attributes = fc.array(fc.tuple(fc.constantFrom('title', 'figure', 'x-y'), attributeValue), {
  maxLength: 3,
});

const sql = fc.tuple(attributes, hostileText).map(([pairs, body]): readonly Cell[] => {
  const { cell } = readCell('sql x', '', 1);
  return cell.kind === 'sql' ? [writeBody({ ...cell, attributes: pairs }, body).cell] : [];
});
const unread = fc
  .tuple(
    fc.constantFrom('practice p', 'sql', 'input i a=1', 'plot c', 'compare d', 'sql Æ', 'later r x="y z"'),
    hostileText,
  )
  .map(([info, body]): readonly Cell[] => [writeBody({ kind: 'unread', info, body: '' }, body).cell]);

const header = fc
  .record({
    title: fc.string({ unit: 'binary' }),
    language: fc.constantFrom<'da' | 'en'>('da', 'en'),
    needs: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
    later: fc.jsonValue({ maxDepth: 2, noUnicodeString: false }),
  })
  .map((fields) => ({ ...defaultHeader(), ...fields }));

/** Every notebook that can be made through the public constructors. */
export const notebooks: fc.Arbitrary<Notebook> = fc.record({
  header,
  cells: fc
    .array(fc.oneof(hostileText.map(prose), sql, unread), { maxLength: 6 })
    .map((groups) => groups.flat()),
});
