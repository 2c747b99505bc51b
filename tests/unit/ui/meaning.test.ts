import { expect, test } from 'vitest';
import { start } from '../../../src/lib/dataflow/apply';
import { meaning as danish } from '../../../src/lib/i18n/da/meaning';
import { meaning as english } from '../../../src/lib/i18n/en/meaning';
import { instruments } from '../../../src/lib/instruments/catalogue';
import { CellName } from '../../../src/lib/notebook/cell';
import { parse } from '../../../src/lib/notebook/parse';
import {
  behindCell,
  ledgerQuery,
  measuredIn,
  measuredOf,
  periodQuery,
  stemOf,
} from '../../../src/lib/ui/meaning/behind';

const said = (texts: readonly string[]) =>
  measuredIn(texts, instruments).map(({ instrument, scales }) => [
    instrument.name,
    scales.length === instrument.scales.length ? 'all' : scales.map(({ name }) => name),
  ]);

test('an instrument is found by its name as a text or by its table, never in a comment', () => {
  expect(said(["FROM changes WHERE instrument = 'who5' AND scale = 'total'"])).toEqual([['who5', 'all']]);
  expect(said(["FROM scores WHERE instrument = 'sdq_p' AND scale = 'total'"])).toEqual([
    ['sdq_p', ['total']],
  ]);
  expect(said(['SELECT * FROM who5'])).toEqual([['who5', 'all']]);
  expect(said(["-- 'who5'\nSELECT 1 FROM courses"])).toEqual([]);
});

test('what stands above a cell counts, its inputs too', () => {
  const { notebook } = parse(
    `---\nformat: 1\ntitle: t\n---\n\`\`\`input project\ntype: text\nvalue: x\n\`\`\`\n\n\`\`\`input unused\ntype: text\nvalue: y\n\`\`\`\n\n\`\`\`sql above\nSELECT * FROM changes WHERE instrument = 'who5' AND project = $project\n\`\`\`\n\n\`\`\`sql below\nSELECT count(*) AS n FROM above\n\`\`\`\n`,
  );
  const behind = behindCell(start(notebook), CellName.parse('below'), instruments);
  expect(behind.measured.map(({ instrument }) => instrument.name)).toEqual(['who5']);
  expect(behind.inputs.map(({ name }) => name)).toEqual(['project']);
});

test('a row that names its own instrument and scale is measured with those', () => {
  const both = measuredIn(["IN ('who5', 'sdq_p')"], instruments);
  const ofRow = measuredOf(both, new Set(['sdq_p', 'conduct']));
  expect(ofRow.map(({ instrument, scales }) => [instrument.name, scales.map(({ name }) => name)])).toEqual([
    ['sdq_p', ['conduct']],
  ]);
  expect(measuredOf(both, new Set(['BRUS']))).toEqual(both);
});

test('the questions to the data name only what is there', () => {
  const measured = measuredIn(["'who5'"], instruments);
  expect(ledgerQuery(measured)).toContain("IN (('who5', 'total'))");
  const tables = [{ name: 'who5', columns: ['course_id', 'answered_on'] }];
  expect(periodQuery(measured, { stamp: '', tables })).toContain('SELECT answered_on AS day FROM who5');
  expect(periodQuery(measured, { stamp: '', tables: [] })).toBeUndefined();
});

test.each([
  ['change', 'change'],
  ['after', 'after'],
  ['girls_share', 'share'],
  ['low_n', 'n'],
  ['n_before', 'n'],
  ['wellbeing', undefined],
  ['constructor', undefined],
] as const)('what %s is called after', (column, stem) => {
  expect(stemOf(column, danish.means)).toBe(stem);
});

test('both languages explain the same columns', () => {
  expect(Object.keys(english.means)).toEqual(Object.keys(danish.means));
});
