import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { parse } from '../../../src/lib/notebook/parse';

const norms = new Set(instruments.flatMap((instrument) => instrument.norms.map(({ mean }) => mean)));
const shipped = readdirSync('notebooks').filter((file) => file.endsWith('.md'));

/** A chart has its lines as numbers; they are those of the instrument files, or one of the two is wrong. */
test.each(shipped)('%s: every norm that a chart draws is a norm of an instrument file', (file) => {
  const { notebook } = parse(readFileSync(`notebooks/${file}`, 'utf8'));
  const drawn = notebook.cells.flatMap((cell) => (cell.kind === 'plot' ? cell.spec.marks : []));
  const lines = drawn.flatMap((mark) => ('ruleX' in mark && !Array.isArray(mark.ruleX) ? [mark.ruleX] : []));
  const strange = lines.filter((line) => line.as === 'norm' && !norms.has(line.at));
  expect(strange).toEqual([]);
  for (const line of lines) expect(line.label).toContain(String(line.at).replace('.', ','));
});
