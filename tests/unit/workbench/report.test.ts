import { expect, test } from 'vitest';
import { start } from '../../../src/lib/dataflow/apply';
import { parse } from '../../../src/lib/notebook/parse';
import { noTables } from '../../../src/lib/workbench/overview';
import { reportOf } from '../../../src/lib/workbench/report';
import { newDocument } from '../plot/case';

const { notebook } = parse('---\nformat: 1\ntitle: Uden data\n---\n\nTekst.\n');
const rendered = (datasets: readonly string[]) =>
  reportOf({
    session: start(notebook, noTables),
    policy: { kind: 'minimum', minimum: 5 },
    language: 'da',
    own: [],
    datasets,
    synthetic: datasets.every((name) => name === 'pool'),
    madeAt: '2026-03-14',
    document: newDocument(),
  });

test('a report says where its data is from, and nothing of data where there is none', () => {
  expect(rendered(['pool'])).toMatch(/Syntetiske data\..*Data: pool\./s);
  expect(rendered([])).not.toMatch(/Syntetiske|Data:/);
});
