import { expect, test } from 'vitest';
import { referencesOf } from '../../../src/lib/chart/references';
import { chartFormWords } from '../../../src/lib/chart/words';
import { instruments } from '../../../src/lib/instruments/catalogue';

const offered = (query: string) => referencesOf(instruments, query, chartFormWords('da'), 'da');
const all = offered('').flatMap(({ references }) => references);

test('the questionnaires that the query names come first', () => {
  expect(offered("SELECT 1 FROM changes WHERE instrument = 'core_yp'")[0]?.title).toContain('CORE-YP');
  expect(offered('FROM sdq_p')[0]?.title).toContain('SDQ');
});

test('a norm and a cut-off are found in full and named in short, with their number', () => {
  expect(all).toContainEqual({
    says: 'Norm 68: trivsel. Den danske befolkning',
    line: { at: 68, label: 'den danske befolkning 68', as: 'norm' },
  });
  expect(all).toContainEqual({
    says: 'Grænse 10,3: vanskeligheder, drenge 11–13 år',
    line: { at: 10.3, label: 'grænse, drenge 11–13 år 10,3', as: 'cut' },
  });
});

test('every confirmed norm and cut-off is there, and each fits over a chart', () => {
  const facts = instruments.flatMap(({ norms, cutOffs }) => [...norms, ...cutOffs]);
  expect(all.length).toBe(facts.filter(({ status }) => status !== 'memory').length);
  expect(all.length).toBeGreaterThan(20);
  for (const { line } of all) expect(line.label?.length ?? 0).toBeLessThanOrEqual(45);
});

test('what is not confirmed is not offered', () => {
  const [who5] = instruments.filter(({ name }) => name === 'who5');
  if (!who5) throw new Error('no WHO-5');
  const norms = who5.norms.map((norm) => ({ ...norm, status: 'memory' as const }));
  const [found] = referencesOf([{ ...who5, norms }], '', chartFormWords('da'), 'da');
  expect(found?.references.map(({ line }) => line.as)).toEqual(['cut']);
});
