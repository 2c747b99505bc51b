import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../src/lib/notebook/parse';
import { sectionsOf } from '../../../src/lib/notebook/sections';
import { notebooks } from './hostile';

const text = `
Før alt.

# Titel {{ a.n }}

Ledetekst.

### Mindre

\`\`\`sql a
SELECT 1
\`\`\`

- punkt

## Første *afsnit*

> ## ikke et afsnit

Andet
=====

\`\`\`sql b
SELECT 2
\`\`\`
`;

test('a notebook is cut before its headings of the first two levels', () => {
  const told = sectionsOf(parse(text).notebook).map(({ heading, level, cells }) => [
    level,
    heading,
    cells.map(({ cell }) => (cell.kind === 'prose' ? cell.text : 'name' in cell ? cell.name : '')),
  ]);
  expect(told).toEqual([
    [0, '', ['Før alt.']],
    [1, 'Titel {{ a.n }}', ['Ledetekst.\n\n### Mindre', 'a', '- punkt']],
    [2, 'Første afsnit', ['> ## ikke et afsnit']],
    [1, 'Andet', ['b']],
  ]);
});

test('every cell that is no text is in one section, in order', () => {
  fc.assert(
    fc.property(notebooks, (notebook) => {
      const found = sectionsOf(notebook).flatMap(({ cells }) => cells.map(({ index }) => index));
      const others = notebook.cells.flatMap(({ kind }, index) => (kind === 'prose' ? [] : [index]));
      expect(found.filter((index) => notebook.cells[index]?.kind !== 'prose')).toEqual(others);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }),
    { seed: 20261129, numRuns: 200 },
  );
});
