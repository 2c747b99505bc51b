import { expect, test } from 'vitest';
import { instruments } from '../../../src/lib/instruments/catalogue';
import type { SheetUse } from '../../../src/lib/workbench/import-sheet';
import { Matcher } from '../../../src/lib/workbench/matcher.svelte';

const matcher = new Matcher(
  () => Promise.reject(new Error('no engine here')),
  Promise.resolve({ put: async () => {}, list: async () => [] }),
);
const use = (source: string, by: SheetUse['by'], header: string[]): SheetUse => ({
  dataset: 'export',
  file: source,
  source,
  header,
  by,
});
const exported = ['Forløbsnr', 'Køn', 'Alder'];

function foreign(uses: readonly SheetUse[], ...dropped: string[]): string[] {
  return matcher.foreignIn(uses, new Set(dropped), instruments).map(({ file }) => file);
}

test('a foreign file dropped beside data that is loaded is shown', () => {
  const uses = [use('courses.csv', 'name', ['course_id']), use('nyt.xlsx', 'nothing', exported)];
  expect(foreign(uses, 'nyt.xlsx')).toEqual(['nyt.xlsx']);
});

test('beside a good one that came with it, it waits', () => {
  const uses = [use('courses.csv', 'name', ['course_id']), use('nyt.xlsx', 'nothing', exported)];
  expect(foreign(uses, 'courses.csv', 'nyt.xlsx')).toEqual([]);
});

test('a table of something else is not shown, nor what was dropped before', () => {
  const uses = [
    use('indkøb.csv', 'nothing', ['vare', 'pris']),
    use('før.csv', 'nothing', exported),
    use('nu.csv', 'nothing', exported),
  ];
  expect(foreign(uses, 'indkøb.csv', 'nu.csv')).toEqual(['nu.csv']);
});
